package io.github.recsyseval.cli;

import io.github.recsyseval.evaluation.Gate;
import io.github.recsyseval.evaluation.GatedMetric;
import io.github.recsyseval.evaluation.InvalidGateException;
import io.github.recsyseval.slice.Breakdown;
import io.github.recsyseval.slice.SliceName;
import io.github.recsyseval.text.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The rules that metrics have to keep. */
final class GateOptions {
    @Option(
            names = "--gate",
            paramLabel = "RULE",
            description = {
                "Fail (exit 4) unless the rule holds (repeatable), such as",
                "\"ndcg@10: max_drop=0.01\" or",
                "\"ndcg@10[surface=home]: min=0.3\".",
                "Rules: min, max, and against a baseline max_drop, max_relative_drop. mode=point (default) judges the value; ci fails only if the whole interval breaks the rule; ci_strict passes only if the whole interval keeps it."
            })
    private List<String> gates = List.of();

    @Option(names = "--allow-untrusted", description = "Judge gates and changes even if the data is not trusted.")
    private boolean allowUntrusted;

    boolean allowUntrusted() {
        return allowUntrusted;
    }

    /**
     * The gates, each with a metric and a breakdown that the run computes.
     *
     * @param metrics what the run computes
     */
    List<Gate> gates(List<GatedMetric> metrics, List<Breakdown> breakdowns) {
        List<Gate> parsed = new ArrayList<>();
        for (String text : gates) {
            try {
                parsed.addAll(Gate.parse(text));
            } catch (InvalidGateException wrong) {
                throw new UsageException(String.valueOf(wrong.getMessage()));
            }
        }
        for (Gate gate : parsed) {
            requireThatItCanFail(gate, metric(gate, metrics));
            requireBreakdown(gate, breakdowns);
        }
        return parsed;
    }

    private static GatedMetric metric(Gate gate, List<GatedMetric> metrics) {
        for (GatedMetric metric : metrics) {
            if (metric.name().equals(gate.metric())) {
                return metric;
            }
        }
        List<String> names = metrics.stream().map(GatedMetric::name).toList();
        String hint = DidYouMean.suggest(gate.metric(), names)
                .map(close -> "did you mean " + close + "?")
                .orElse("--metrics has " + String.join(", ", names));
        throw new UsageException("gate \"" + gate.text() + "\": --metrics has no \"" + gate.metric() + "\"; " + hint);
    }

    private static void requireThatItCanFail(Gate gate, GatedMetric metric) {
        if (metric.canNeverFail(gate)) {
            throw new UsageException("gate \"" + gate.text() + "\" can never fail, because " + metric.bounds()
                    + "; per cent are written with their sign, as in 2%");
        }
    }

    private static void requireBreakdown(Gate gate, List<Breakdown> breakdowns) {
        SliceName slice = gate.slice();
        if (slice != null
                && breakdowns.stream().noneMatch(breakdown -> breakdown.keys().equals(slice.keys()))) {
            throw new UsageException("gate \"" + gate.text() + "\" needs --slice " + String.join(",", slice.keys()));
        }
    }
}
