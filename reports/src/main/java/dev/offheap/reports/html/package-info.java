/**
 * The report as one HTML file that needs nothing else: no script, no network, readable without its style.
 *
 * <p>The template is {@code report.ftlh}: the name switches FreeMarker's HTML escaping on for every value, because class
 * names in a dump are written by strangers.
 */
package dev.offheap.reports.html;
