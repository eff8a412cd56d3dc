package io.github.recsyseval.cli;

import io.github.recsyseval.evaluation.OfflinePlan.BootstrapPlan;
import io.github.recsyseval.metric.InvalidMetricException;
import io.github.recsyseval.metric.MetricCatalog;
import io.github.recsyseval.metric.MetricSelection;
import io.github.recsyseval.metric.Relevance;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.ranking.Convention;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which metrics are computed, and by whose definitions. */
final class RankingOptions {
    private static final long DEFAULT_SEED = 1;

    @Option(
            names = "--metrics",
            paramLabel = "NAME@K,...",
            description =
                    "Of each list: precision, recall, f1, map, ndcg, ndcg_exp, ndcg_binary, hitrate, mrr, auc. Of all lists together: coverage, gini, entropy, evenness, effective_catalogue, novelty, long_tail_share, personalisation. Over the first K positions, or the whole list without @K (default ${DEFAULT-VALUE}).")
    private String metrics = "ndcg@10,map@10,mrr@10,precision@10,recall@10,hitrate@10";

    @Option(
            names = "--convention",
            paramLabel = "NAME",
            description =
                    "Definitions to use where libraries differ: default, trec, ranx or reference (the Go tool's).")
    private String convention = "default";

    @Option(
            names = "--relevance",
            paramLabel = "EVENT[=GAIN],...",
            description =
                    "What makes an item relevant: click, conversion, or graded as in click=1,conversion=3 (default click=1,conversion=1).")
    private String relevance = "click,conversion";

    @Option(
            names = "--bootstrap",
            paramLabel = "B",
            description =
                    "Add Poisson bootstrap intervals by user from B replicates, beside those of the delta method.")
    private int replicates;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the bootstrap (default ${DEFAULT-VALUE}).")
    private long seed = DEFAULT_SEED;

    Convention convention() {
        return Choice.of("--convention", convention, List.of(Convention.values()));
    }

    MetricSelection metrics() {
        return checked(() -> MetricCatalog.parse(metrics, convention()));
    }

    Relevance relevance() {
        return checked(() -> Relevance.parse(relevance));
    }

    /** Whether a seed is given of which nothing is made. */
    boolean hasIdleSeed() {
        return replicates == 0 && seed != DEFAULT_SEED;
    }

    /** Null without {@code --bootstrap}. */
    @Nullable BootstrapPlan bootstrap() {
        if (replicates == 0) {
            return null;
        }
        if (!BootstrapPlan.isPossible(replicates)) {
            throw new UsageException("--bootstrap takes a number from " + BootstrapPlan.FEWEST_REPLICATES + " to "
                    + BootstrapPlan.MOST_REPLICATES + ", not " + replicates);
        }
        return new BootstrapPlan(replicates, seed, SliceSums.LEVEL);
    }

    private static <T> T checked(Supplier<T> parsed) {
        try {
            return parsed.get();
        } catch (InvalidMetricException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }
}
