package io.github.recsyseval.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Do tests keep their promise on this log, when users are split at random into two arms that do not differ?
 *
 * @param replicates how often they are
 * @param seed of the dealing; the same seed gives the same splits
 * @param alpha the level of the tests
 * @param users who are dealt out
 * @param userGroups into how many random groups they were put first, each dealt out as one; null where each was dealt out alone
 * @param verdict {@code pass} or {@code fail}
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
