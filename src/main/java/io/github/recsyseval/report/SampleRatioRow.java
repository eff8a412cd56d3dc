package io.github.recsyseval.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Do the users split between the arms as they should?
 *
 * @param method {@code chi_square}, {@code exact_binomial}, {@code exact_multinomial} or {@code sequential}
 * @param users whose split is tested
 * @param statistic chi-square; null where the test has none
 * @param pValue of the expected split; null where it cannot be tested
 * @param log10P which stays right where the number itself would be 0
 * @param alpha below which the split is rejected
 * @param unexpected arms with users that the expected split does not name
 * @param verdict {@code pass} or {@code fail}
 * @param message what is wrong; empty when it passes
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
