package io.github.recsyseval.evaluation;

import io.github.recsyseval.metric.Relevance;
import io.github.recsyseval.metric.ranking.Convention;
import io.github.recsyseval.metric.ranking.RankingMetric;
import io.github.recsyseval.report.BaselineReport;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about the logged lists.
 *
 * @param ranking metrics of each list
 * @param catalogue metrics of all lists together; null without any
 * @param bootstrap null without
 * @param baselineReport an earlier report that is comparable; null without
 * @param baselineExposures other lists for the same requests or users; null without
 * @param gates each a rule to keep
 * @param allowUntrusted whether gates are judged on data that is not trusted
 */
public record OfflinePlan(
        List<RankingMetric> ranking,
        Convention convention,
        Relevance relevance,
        @Nullable CataloguePlan catalogue,
        @Nullable BootstrapPlan bootstrap,
        @Nullable BaselineReport baselineReport,
        @Nullable PairedPlan baselineExposures,
        List<Gate> gates,
        boolean allowUntrusted) {

    /** For commands that ask nothing about lists. */
    public static final OfflinePlan NONE = of(List.of(), Convention.DEFAULT, Relevance.DEFAULT);

    /** Metrics of each list and nothing else. */
    public static OfflinePlan of(List<RankingMetric> ranking, Convention convention, Relevance relevance) {
        return new OfflinePlan(ranking, convention, relevance, null, null, null, null, List.of(), false);
    }

    /**
     * A Poisson bootstrap by user.
     *
     * @param replicates from {@value #FEWEST_REPLICATES} to {@value #MOST_REPLICATES}
     * @param level of the interval, between 0 and 1
     */
    public record BootstrapPlan(int replicates, long seed, double level) {
        /** A 95% percentile interval needs as many values. */
        public static final int FEWEST_REPLICATES = 39;

        public static final int MOST_REPLICATES = 100_000;

        public static boolean isPossible(long replicates) {
            return replicates >= FEWEST_REPLICATES && replicates <= MOST_REPLICATES;
        }
    }

    String conventionName() {
        return convention.name().toLowerCase(Locale.ROOT);
    }
}
