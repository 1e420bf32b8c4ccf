/**
 * The report as one HTML file that needs nothing else: no network, readable without its style and without its script.
 *
 * <p>Templates are {@code .ftlh}: the name switches FreeMarker's HTML escaping on for every value, because class names in a
 * dump are written by strangers. Drawings are made here as SVG, so that they print and need no script; {@code page.js} only
 * sorts, filters, copies and follows links. {@link dev.offheap.reports.html.Page} frames every page with a policy that
 * allows that one style and that one script by their hashes, and nothing from anywhere.
 */
package dev.offheap.reports.html;
