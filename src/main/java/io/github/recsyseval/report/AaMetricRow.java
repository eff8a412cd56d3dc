package io.github.recsyseval.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A metric in an A/A check.
 *
 * @param tests how many splits could be tested
 * @param rejected how many tests rejected
 * @param rejectedBelow how many p-values lie below each level, by the level in decimals; all 0 where the metric cannot be checked
 * @param falsePositiveRate rejected / tests; null where the metric cannot be checked, as are the next three
 * @param interval of the rate, at 99.9 %
 * @param uniformity the largest distance of the p-values' distribution from the even one
 * @param uniformityP p-value of "evenly spread"
 * @param verdict {@code pass}, {@code fail} or {@code unknown}
 * @param message what is wrong; empty when it passes
 */
public record AaMetricRow(
        String metric,
        long tests,
        long rejected,
        Map<String, Long> rejectedBelow,
        @Nullable Double falsePositiveRate,
        @Nullable IntervalRow interval,
        @Nullable Double uniformity,
        @Nullable Double uniformityP,
        String verdict,
        String message) {

    /** Whether the check fails because of it. */
    public boolean fails(boolean unknownFails) {
        return verdict.equals("fail") || unknownFails && verdict.equals("unknown");
    }
}
