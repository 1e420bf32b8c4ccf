/** One class per subcommand, and what they share: help, console, outputs. */
package dev.offheap.bin.command;
