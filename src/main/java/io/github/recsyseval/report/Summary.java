package io.github.recsyseval.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was evaluated, and whether it can be trusted.
 *
 * @param casesEvaluated distinct exposures evaluated. All metrics are based on them.
 * @param users distinct users among these exposures
 * @param exposureMeans what an exposure means, as declared by {@code --exposure-means}: {@code rendered} (shown on the screen) or
 *     {@code served} (sent to the client). One of {@code rendered}, {@code served}, {@code undeclared}.
 * @param unit the log field that identifies users: user_id, or the field that a map uses for it
 * @param trusted whether the metrics can be relied on: every default limit holds, and every input was read to its end
 * @param untrustedBecause why not: one sentence for each truncated input and each default limit that fails. Empty if trusted.
 * @param firstExposure time of the earliest evaluated exposure, RFC 3339 in UTC; null without exposures
 * @param timeZone time zone of days and hours, for example UTC or Europe/Berlin
 * @param excludedExposures distinct exposures excluded by filters
 * @param filters the filters in force, in words; empty if everything was evaluated
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
