package dev.offheap.classifiers;

/**
 * A threshold worth an alert in monitoring.
 *
 * @param metric what to watch, in the words of the platform, for example {@code process resident size}
 * @param thresholdBytes alert above this
 * @param why how the threshold follows from the figures
 */
public record Alert(String metric, long thresholdBytes, String why) {}
