package io.github.recsyseval.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer in short.
 *
 * @param casesEvaluated distinct exposures that every figure rests on
 * @param users distinct users among them
 * @param exposureMeans {@code rendered}, {@code served} or {@code undeclared}: what the user says an exposure is
 * @param unit the field of the log that says who the users are, {@code user_id} without a map; several where a rule names several
 * @param trusted whether the figures can be relied on
 * @param untrustedBecause why not, a sentence each; empty when trusted
 * @param firstExposure the earliest evaluated exposure's time in RFC 3339, UTC; null without exposures
 * @param timeZone the zone of days, for example {@code UTC}
 * @param excludedExposures distinct exposures left out by filters
 * @param filters the filters in force, in words
 */
public record Summary(
        long casesEvaluated,
        long users,
        String exposureMeans,
        String unit,
        boolean trusted,
        List<String> untrustedBecause,
        @Nullable String firstExposure,
        @Nullable String lastExposure,
        String timeZone,
        long excludedExposures,
        List<String> filters) {}
