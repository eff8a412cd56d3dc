package io.github.recsyseval.reference;

import io.github.recsyseval.experiment.ExpectedSplit;
import io.github.recsyseval.slice.Breakdown;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How users should split between the arms: {@code experiment.srm}. A split that is off holds a decision up whatever the file says. */
final class SplitSettings {
    /** How many segments a sentence names. */
    private static final int MOST = 5;

    private final @Nullable Settings srm;
    private final ExpectedSplit expected;
    private final List<String> notes = new ArrayList<>();

    /** @throws ReferenceException for weights that no users can have */
    SplitSettings(Settings experiment) {
        srm = experiment.optional("srm").orElse(null);
        Map<String, Double> weights = srm == null ? Map.of() : weights(srm);
        expected = srm == null || !srm.truth("enabled")
                ? ExpectedSplit.of(weights)
                : new ExpectedSplit(weights, alpha(srm), Math.max(0, srm.whole("min_sample")));
        if (srm != null) {
            note(srm, experiment);
        }
    }

    private static Map<String, Double> weights(Settings srm) {
        Map<String, Double> weights = srm.numbers("expected");
        if (weights.values().stream().anyMatch(weight -> weight < 0)
                || !weights.isEmpty()
                        && weights.values().stream()
                                        .filter(weight -> weight > 0)
                                        .count()
                                < 2) {
            throw srm.wrong("expected", "needs two variants with a weight above 0, and none below");
        }
        return weights;
    }

    private double alpha(Settings of) {
        double alpha = of.number("alpha");
        if (alpha > 0 && alpha < 1) {
            return alpha;
        }
        notes.add("srm.alpha " + alpha + " is no share: " + ExpectedSplit.DEFAULT_ALPHA + " is used");
        return ExpectedSplit.DEFAULT_ALPHA;
    }

    private void note(Settings asked, Settings experiment) {
        Settings decision = experiment
                .optional("decision")
                .filter(section -> section.truth("enabled"))
                .orElse(null);
        boolean said = asked.has("gate_enabled") || decision != null && decision.has("srm_gate");
        if (decision != null && said && !asked.truth("gate_enabled") && !decision.truth("srm_gate")) {
            notes.add(
                    "srm.gate_enabled and decision.srm_gate have no effect: a sample ratio mismatch always holds the decision");
        }
        if (decision != null && asked.has("enabled") && !asked.truth("enabled")) {
            notes.add("srm.enabled: a sample ratio mismatch holds the decision even if the report does not show it");
        }
        if (!asked.truth("enabled") && !asked.texts("slice_keys").isEmpty()) {
            notes.add("srm.slice_keys: without srm.enabled no split is shown");
        }
    }

    ExpectedSplit expected() {
        return expected;
    }

    List<String> notes() {
        return notes;
    }

    /**
     * What the test of the split gave to say.
     *
     * @param srm as the report shows it; null where it does not
     * @param failed whether the users of the experiment do not split as they should
     */
    List<String> warnings(RunExperiment.@Nullable Srm srm, boolean failed) {
        List<String> warnings = new ArrayList<>();
        if (failed && expected.weights().isEmpty()) {
            warnings.add("srm.expected is not set, so equal shares of all variants are expected");
        }
        Map<String, RunExperiment.SrmResult> segments = srm == null ? null : srm.bySegment();
        if (segments != null) {
            List<String> off = segments.entrySet().stream()
                    .filter(segment -> segment.getValue().detected())
                    .map(Map.Entry::getKey)
                    .toList();
            if (!off.isEmpty()) {
                warnings.add("srm: the users of " + Counted.part(off.size(), segments.size(), "segment")
                        + " are not split as expected: "
                        + off.stream().limit(MOST).map(PrintableText::name).collect(Collectors.joining(", "))
                        + (off.size() > MOST ? ", ..." : ""));
            }
        }
        return warnings;
    }

    /** In which slices the split is shown besides; null for none. */
    @Nullable Breakdown by() {
        List<String> keys = shown().map(asked -> asked.texts("slice_keys")).orElse(List.of());
        return keys.isEmpty() ? null : new Breakdown(keys);
    }

    /** The section of the file, if it asks for the split in the report. */
    Optional<Settings> shown() {
        return Optional.ofNullable(srm).filter(asked -> asked.truth("enabled"));
    }
}
