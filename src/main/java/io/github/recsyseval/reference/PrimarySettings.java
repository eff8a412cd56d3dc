package io.github.recsyseval.reference;

import io.github.recsyseval.experiment.Effect;
import io.github.recsyseval.experiment.Primary;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.text.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The metrics that decide an experiment, and what has to be shown of each: {@code primary_metrics} with their thresholds. */
final class PrimarySettings {
    /** The Go tool's names and ours. */
    private static final Map<String, RequestRates> METRICS = new TreeMap<>(Map.of(
            "ctr", RequestRates.CTR,
            "conversion_rate", RequestRates.CONVERSION_RATE,
            "revenue_per_request", RequestRates.REVENUE_PER_EXPOSURE));

    private final Map<String, Double> thresholds;
    private final List<Primary> primaries = new ArrayList<>();

    /** @throws ReferenceException for a metric or a threshold that there is not */
    PrimarySettings(Settings experiment) {
        thresholds = experiment
                .optional("decision")
                .map(decision -> decision.numbers("primary_thresholds"))
                .orElse(Map.of());
        List<String> given = experiment.texts("primary_metrics");
        List<String> names = (given.isEmpty() ? List.of("ctr") : given)
                .stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().toList();
        for (String name : names) {
            double threshold = thresholds.getOrDefault(name, 0.0);
            primaries.add(new Primary(metric(experiment, name), new Effect(threshold, false)));
        }
        for (String name : thresholds.keySet()) {
            if (!names.contains(name)) {
                throw experiment
                        .section("decision")
                        .wrong(
                                "primary_thresholds",
                                "has \"" + name + "\", which is none of primary_metrics"
                                        + DidYouMean.suggest(name, names)
                                                .map(close -> "; did you mean " + close + "?")
                                                .orElse(": " + String.join(", ", names)));
            }
        }
    }

    /** The metric that {@code primary_metrics} names. */
    static RequestRates metric(Settings experiment, String name) {
        RequestRates rate = METRICS.get(name.toLowerCase(Locale.ROOT));
        if (rate == null) {
            throw experiment.wrong(
                    "primary_metrics",
                    "has \"" + name + "\", which is no metric of experiments"
                            + DidYouMean.hintOrAll(name, METRICS.keySet()));
        }
        return rate;
    }

    List<Primary> primaries() {
        return primaries;
    }

    /** The thresholds as the file has them. */
    Map<String, Double> thresholds() {
        return thresholds;
    }
}
