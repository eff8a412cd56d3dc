package io.github.recsyseval.metric;

import io.github.recsyseval.metric.ranking.Auc;
import io.github.recsyseval.metric.ranking.AveragePrecision;
import io.github.recsyseval.metric.ranking.Convention;
import io.github.recsyseval.metric.ranking.Cutoff;
import io.github.recsyseval.metric.ranking.F1;
import io.github.recsyseval.metric.ranking.Gain;
import io.github.recsyseval.metric.ranking.HitRate;
import io.github.recsyseval.metric.ranking.Ndcg;
import io.github.recsyseval.metric.ranking.Precision;
import io.github.recsyseval.metric.ranking.RankingMetric;
import io.github.recsyseval.metric.ranking.Recall;
import io.github.recsyseval.metric.ranking.ReciprocalRank;
import io.github.recsyseval.text.DidYouMean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All metrics by name. A name is {@code ndcg} (over the whole list) or {@code ndcg@10} (over the first 10 positions). */
public final class MetricCatalog {

    /** How a metric is made; the cutoff has been checked. */
    private interface Maker {
        RankingMetric make(Cutoff cutoff, Convention convention);
    }

    private static final Map<String, Maker> RANKING = new TreeMap<>(Map.of(
            "precision", Precision::new,
            "recall", Recall::new,
            "f1", F1::new,
            "hitrate", HitRate::new,
            "mrr", ReciprocalRank::new,
            "map", AveragePrecision::new,
            "ndcg", (cutoff, convention) -> new Ndcg("ndcg", convention.gain(), cutoff, convention),
            "ndcg_exp", (cutoff, convention) -> new Ndcg("ndcg_exp", Gain.EXPONENTIAL, cutoff, convention),
            "ndcg_binary", (cutoff, convention) -> new Ndcg("ndcg_binary", Gain.BINARY, cutoff, convention),
            "auc", (cutoff, convention) -> auc(cutoff)));

    /** What other tools call them, for the suggestion only. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "p", "precision",
            "hit_rate", "hitrate",
            "success", "hitrate",
            "recip_rank", "mrr",
            "map_cut", "map",
            "ndcg_cut", "ndcg",
            "ndcg_burges", "ndcg_exp",
            "roc_auc", "auc");

    private MetricCatalog() {}

    /**
     * The ranking metrics of a list such as {@code ndcg@10,map@5,mrr}, in this order.
     *
     * @throws InvalidMetricException for an unknown name, a k below 1, the same metric twice, or an empty list
     */
    public static List<RankingMetric> ranking(String names, Convention convention) {
        Set<String> seen = new LinkedHashSet<>();
        List<RankingMetric> metrics = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            RankingMetric metric = rankingMetric(name.strip(), convention);
            if (!seen.add(metric.name())) {
                throw new InvalidMetricException("metric \"" + metric.name() + "\" is given twice");
            }
            metrics.add(metric);
        }
        return List.copyOf(metrics);
    }

    /** Names of all ranking metrics, without {@code @k}, in alphabetical order. */
    public static Set<String> rankingNames() {
        return Collections.unmodifiableSet(RANKING.keySet());
    }

    private static RankingMetric rankingMetric(String name, Convention convention) {
        int at = name.indexOf('@');
        String base = at < 0 ? name : name.substring(0, at);
        Maker maker = RANKING.get(base);
        if (maker == null) {
            throw unknown(name, base);
        }
        return maker.make(at < 0 ? Cutoff.NONE : cutoff(name, name.substring(at + 1)), convention);
    }

    private static Cutoff cutoff(String name, String k) {
        if (!k.matches("[0-9]{1,9}") || Integer.parseInt(k) < 1) {
            throw new InvalidMetricException(
                    "metric \"" + name + "\": k must be a whole number from 1 to 999999999, as in ndcg@10");
        }
        return Cutoff.at(Integer.parseInt(k));
    }

    private static Auc auc(Cutoff cutoff) {
        if (!cutoff.equals(Cutoff.NONE)) {
            throw new InvalidMetricException("metric \"auc\" looks at the whole list and takes no @k");
        }
        return new Auc();
    }

    private static InvalidMetricException unknown(String name, String base) {
        if (name.isEmpty()) {
            return new InvalidMetricException("a metric name is missing");
        }
        String lower = base.toLowerCase(Locale.ROOT);
        String meant = ELSEWHERE.getOrDefault(lower, "");
        if (meant.isEmpty()) {
            meant = DidYouMean.suggest(base, RANKING.keySet()).orElse("");
        }
        String hint = meant.isEmpty()
                ? "known are " + String.join(", ", RANKING.keySet())
                : "did you mean \"" + meant + name.substring(base.length()) + "\"?";
        return new InvalidMetricException("unknown metric \"" + name + "\": " + hint);
    }
}
