package io.github.recsyseval.reference;

import io.github.recsyseval.metric.InvalidMetricException;
import io.github.recsyseval.metric.MetricCatalog;
import io.github.recsyseval.metric.MetricSelection;
import io.github.recsyseval.metric.catalogue.Catalogue;
import io.github.recsyseval.metric.ranking.Convention;
import io.github.recsyseval.text.DidYouMean;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A metric of the evaluation file.
 *
 * @param name as the Go tool reports it, {@code diversity@10}
 * @param asked as {@link MetricCatalog} knows it, {@code evenness@10}
 * @param row as our own report names it; coverage without a catalogue is {@code observed_coverage@10} there
 */
record RunMetric(String name, String asked, String row) {
    /** The Go tool's names and ours for the same thing. */
    private static final Map<String, String> NAMES = new TreeMap<>(Map.of(
            "precision", "precision",
            "recall", "recall",
            "map", "map",
            "ndcg", "ndcg",
            "hitrate", "hitrate",
            "coverage", "coverage",
            "novelty", "novelty",
            "diversity", "evenness"));

    /** The metrics of {@code offline.metrics}; a name may have {@code @k} at its end, letter by letter. */
    static List<RunMetric> all(Settings offline) {
        List<Settings> given = offline.sections("metrics");
        if (given.isEmpty()) {
            throw offline.wrong("metrics", "is missing; it lists metrics, each with name: and k:");
        }
        return given.stream().map(RunMetric::of).toList();
    }

    private static RunMetric of(Settings given) {
        String name = given.text("name").toLowerCase(Locale.ROOT).replaceFirst("@k$", "");
        String own = NAMES.get(name);
        if (own == null) {
            throw given.wrong(
                    "name",
                    "is \"" + given.text("name") + "\", which is no metric"
                            + DidYouMean.hintOrAll(name, NAMES.keySet()));
        }
        long k = given.whole("k");
        if (k < 1 || k > 999_999_999) {
            throw given.wrong("k", "must be from 1 to 999999999 for " + name + ", not " + k);
        }
        String asked = own + "@" + k;
        try {
            MetricSelection selection = MetricCatalog.parse(asked, Convention.REFERENCE);
            String row = selection.catalogue().isEmpty()
                    ? asked
                    : selection.catalogue().get(0).name(new Catalogue.ItemsOfTheLog());
            return new RunMetric(name + "@" + k, asked, row);
        } catch (InvalidMetricException impossible) {
            throw given.wrong("name", String.valueOf(impossible.getMessage()));
        }
    }
}
