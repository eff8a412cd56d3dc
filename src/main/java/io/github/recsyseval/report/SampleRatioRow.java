package io.github.recsyseval.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Test of whether users, each counted once, are split between the arms as expected.
 *
 * @param method the test: {@code sequential} with monitoring; {@code exact} if an arm expects fewer than 5 users. One of {@code
 *     chi_square}, {@code exact_binomial}, {@code exact_multinomial}, {@code sequential}.
 * @param users users whose split is tested
 * @param statistic chi-square statistic; null if the test has none
 * @param pValue p-value of the expected split
 * @param log10P decimal logarithm of the p-value, which remains exact if the p-value underflows to 0
 * @param alpha the split is rejected below this p-value
 * @param unexpected arms with users that the expected split does not name
 * @param verdict {@code fail}: the arms cannot be compared. One of {@code pass}, {@code fail}.
 * @param message what is wrong; empty if the test passes
 */
public record SampleRatioRow(
        String method,
        long users,
        @Nullable Double statistic,
        @Nullable Integer degreesOfFreedom,
        @Nullable Double pValue,
        @Nullable Double log10P,
        double alpha,
        List<String> unexpected,
        String verdict,
        String message) {
    /** Whether the split is rejected. */
    public boolean failed() {
        return verdict.equals("fail");
    }
}
