package io.github.recsyseval.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the tests are valid on this log: users are split at random into two arms that do not differ, many times.
 *
 * @param replicates number of random splits
 * @param seed seed of the splits. The same seed gives the same splits.
 * @param alpha significance level of the tests
 * @param users users that are split
 * @param userGroups with more than 4,194,304 users, the number of random groups that are split instead of users; null if every
 *     user is split alone
 * @param verdict {@code fail} (exit code 5) if a test is invalid, or if none was possible. One of {@code pass}, {@code fail}.
 */
public record AaCheckSection(
        boolean trusted,
        long replicates,
        long seed,
        double alpha,
        long users,
        @Nullable Long userGroups,
        List<AaMetricRow> metrics,
        String verdict) {
    /** Whether no metric could be tested, so that nothing is known about the tests. */
    public boolean nothingTested() {
        return metrics.stream().allMatch(row -> row.verdict().equals("unknown"));
    }

    /** Whether some test is off, or none could be made. */
    public boolean failed() {
        return verdict.equals("fail");
    }
}
