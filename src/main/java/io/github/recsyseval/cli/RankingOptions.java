package io.github.recsyseval.cli;

import io.github.recsyseval.metric.InvalidMetricException;
import io.github.recsyseval.metric.MetricCatalog;
import io.github.recsyseval.metric.ranking.Convention;
import io.github.recsyseval.metric.ranking.RankingMetric;
import io.github.recsyseval.text.DidYouMean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Which ranking metrics are computed, and by whose definitions. */
final class RankingOptions {
    @Option(
            names = "--metrics",
            paramLabel = "NAME@K,...",
            description = {
                "precision, recall, map, ndcg, hitrate, mrr and more, over the first K positions or, without @K, the whole",
                "list (default ${DEFAULT-VALUE})."
            })
    private String metrics = "ndcg@10,map@10,mrr@10,precision@10,recall@10,hitrate@10";

    @Option(
            names = "--convention",
            paramLabel = "NAME",
            description =
                    "default, trec, ranx or reference (the Go tool's): divisors and requests without relevant item.")
    private String convention = "default";

    Convention convention() {
        for (Convention known : Convention.values()) {
            if (known.name().equalsIgnoreCase(convention)) {
                return known;
            }
        }
        List<String> names = Arrays.stream(Convention.values())
                .map(known -> known.name().toLowerCase(Locale.ROOT))
                .toList();
        throw new UsageException("no convention \"" + convention + "\""
                + DidYouMean.suggest(convention, names)
                        .map(close -> "; did you mean " + close + "?")
                        .orElse("; there are " + String.join(", ", names)));
    }

    List<RankingMetric> metrics() {
        try {
            return MetricCatalog.ranking(metrics, convention());
        } catch (InvalidMetricException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }
}
