package io.github.recsyseval.metric;

import io.github.recsyseval.metric.catalogue.CatalogueMetric;
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
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    private static final Map<String, CatalogueMetric.Kind> CATALOGUE = Arrays.stream(CatalogueMetric.Kind.values())
            .collect(Collectors.toMap(kind -> kind.name().toLowerCase(Locale.ROOT), kind -> kind));

    private static final Set<String> NAMES = allNames();

    /** What other tools call them, for the suggestion only. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "p", "precision",
            "hit_rate", "hitrate",
            "success", "hitrate",
            "recip_rank", "mrr",
            "map_cut", "map",
            "ndcg_cut", "ndcg",
            "ndcg_burges", "ndcg_exp",
            "roc_auc", "auc",
            "observed_coverage", "coverage",
            "diversity", "evenness");

    private MetricCatalog() {}

    /**
     * The metrics of a list such as {@code ndcg@10,map@5,gini@10}, in this order.
     *
     * @throws InvalidMetricException for an unknown name, a k below 1, the same metric twice, or an empty list
     */
    public static MetricSelection parse(String names, Convention convention) {
        Set<String> seen = new HashSet<>();
        List<RankingMetric> ranking = new ArrayList<>();
        List<CatalogueMetric> catalogue = new ArrayList<>();
        for (String part : names.split(",", -1)) {
            String name = part.strip();
            String base = baseOf(name);
            Cutoff cutoff = cutoffOf(name);
            if (!seen.add(base + "@" + cutoff.k())) {
                throw new InvalidMetricException("metric \"" + name + "\" is given twice");
            }
            CatalogueMetric.Kind kind = CATALOGUE.get(base);
            if (kind == null) {
                ranking.add(maker(base).make(cutoff, convention));
            } else {
                catalogue.add(new CatalogueMetric(kind, cutoff));
            }
        }
        return new MetricSelection(ranking, catalogue);
    }

    /** As {@link #parse}, where only ranking metrics make sense. */
    public static List<RankingMetric> ranking(String names, Convention convention) {
        MetricSelection selection = parse(names, convention);
        for (CatalogueMetric metric : selection.catalogue()) {
            throw new InvalidMetricException("metric \"" + metric.kind().name().toLowerCase(Locale.ROOT)
                    + "\" is one of all lists together and not available here");
        }
        return selection.ranking();
    }

    /** Names of all ranking metrics, without {@code @k}, in alphabetical order. */
    public static Set<String> rankingNames() {
        return Collections.unmodifiableSet(RANKING.keySet());
    }

    /** The known name before the {@code @}. */
    private static String baseOf(String name) {
        int at = name.indexOf('@');
        String base = at < 0 ? name : name.substring(0, at);
        if (!NAMES.contains(base)) {
            throw unknown(name, base);
        }
        return base;
    }

    private static Cutoff cutoffOf(String name) {
        int at = name.indexOf('@');
        if (at < 0) {
            return Cutoff.NONE;
        }
        String k = name.substring(at + 1);
        if (!k.matches("[0-9]{1,9}") || Integer.parseInt(k) < 1) {
            throw new InvalidMetricException(
                    "metric \"" + name + "\": k must be a whole number from 1 to 999999999, as in ndcg@10");
        }
        return Cutoff.at(Integer.parseInt(k));
    }

    private static Maker maker(String base) {
        Maker maker = RANKING.get(base);
        if (maker == null) {
            throw new IllegalStateException("a name without a metric: " + base);
        }
        return maker;
    }

    private static Auc auc(Cutoff cutoff) {
        if (!cutoff.equals(Cutoff.NONE)) {
            throw new InvalidMetricException("metric \"auc\" covers the whole list and takes no @k");
        }
        return new Auc();
    }

    private static InvalidMetricException unknown(String name, String base) {
        if (name.isEmpty()) {
            return new InvalidMetricException("a metric name is missing");
        }
        String meant = ELSEWHERE.getOrDefault(
                base.toLowerCase(Locale.ROOT), DidYouMean.suggest(base, NAMES).orElse(""));
        String hint = meant.isEmpty()
                ? "known are " + String.join(", ", NAMES)
                : "did you mean \"" + meant + name.substring(base.length()) + "\"?";
        return new InvalidMetricException("unknown metric \"" + name + "\": " + hint);
    }

    private static Set<String> allNames() {
        Set<String> names = new TreeSet<>(RANKING.keySet());
        names.addAll(CATALOGUE.keySet());
        return Collections.unmodifiableSet(names);
    }
}
