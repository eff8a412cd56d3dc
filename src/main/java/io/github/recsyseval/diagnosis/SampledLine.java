package io.github.recsyseval.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * What the line of an exposure shows when it is looked at closely.
 *
 * @param joined whether any outcome has its request id
 * @param logsPropensity whether any item has one
 * @param wrongPropensity whether an item has one of 0 or above 1, or none while others have one
 * @param empty whether the list has no items
 * @param failed whether it says {@code error: true}
 * @param latency milliseconds; NaN when not logged
 * @param surface the context value; null when absent
 */
record SampledLine(
        boolean joined,
        boolean logsPropensity,
        boolean wrongPropensity,
        boolean empty,
        boolean failed,
        double latency,
        @Nullable String surface) {}
