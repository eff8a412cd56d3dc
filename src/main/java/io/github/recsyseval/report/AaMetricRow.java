package io.github.recsyseval.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tests of one metric.
 *
 * @param tests number of splits that could be tested
 * @param rejected number of tests that rejected
 * @param rejectedBelow number of p-values below each level: 0.05, 0.01 and 0.001; all 0 if the metric cannot be checked
 * @param falsePositiveRate rejected / tests; null if the metric cannot be checked
 * @param interval Clopper-Pearson interval of the rate at 99.9 %; null if the metric cannot be checked
 * @param uniformity Kolmogorov-Smirnov distance between the p-values and the uniform distribution; null if the metric cannot be
 *     checked
 * @param uniformityP p-value of the p-values being uniform; null if the metric cannot be checked
 * @param verdict {@code pass} if the interval contains alpha and uniformity_p is above 0.001. One of {@code pass}, {@code fail},
 *     {@code unknown}.
 * @param message what is wrong; empty if it passes
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
