package io.github.recsyseval.diagnosis;

import io.github.recsyseval.privacy.Sighting;
import org.jspecify.annotations.Nullable;

/**
 * What a logged line shows when it is looked at closely.
 *
 * @param request the first 64 bits of the request id's hash
 * @param joined of exposures, whether any outcome has its request id
 * @param personal the surest personal data in it; null when there is none
 * @param logsPropensity whether any item has one
 * @param wrongPropensity whether an item has one of 0 or above 1, or none while others have one
 * @param empty of exposures, whether the list has no items
 * @param failed whether it says {@code error: true}
 * @param latency milliseconds; NaN when not logged
 * @param surface the context value; null when absent
 * @param surfaceAlias a context key that probably means the surface, of a line without that; likewise for the tenant
 */
record SampledLine(
        long request,
        boolean joined,
        @Nullable Sighting personal,
        boolean logsPropensity,
        boolean wrongPropensity,
        boolean empty,
        boolean failed,
        double latency,
        @Nullable String surface,
        @Nullable String surfaceAlias,
        @Nullable String tenantAlias) {}
