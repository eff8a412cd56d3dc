package io.github.recsyseval.view;

import io.github.recsyseval.report.Decision;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;

/** What the figures of a comparison are; docs/statistics.md has the formulas. */
final class EffectDefinitions {
    private EffectDefinitions() {}

    static List<Text> of(ExperimentSection experiment) {
        Decision decision = experiment.decision();
        boolean looks = experiment.monitoring() != null;
        boolean adjusted = experiment.comparisons().stream().anyMatch(row -> row.covariate() != null);
        List<Text> lines = new ArrayList<>(List.of(
                line(
                        "difference",
                        "arm - control"
                                + (adjusted
                                        ? ", adjusted by what was known about users before the experiment (CUPED)"
                                        : "")
                                + "; interval: "
                                + (looks
                                        ? "confidence sequence over users, for any number of looks"
                                        : "Welch's t by user")),
                line(
                        "lift",
                        "difference / control, over a control above 0; interval: Fieller's, which excludes 0 exactly if that of the"
                                + " difference does"),
                line(
                        "p",
                        "two-sided, of no difference" + (looks ? ", valid at every look" : " (Welch)")
                                + "; p (Holm) is corrected for the " + Counted.of(decision.claims(), "claim")
                                + " of primary metrics times arms"),
                line(
                        "at 95 %",
                        "better or worse if the 95 % interval excludes 0, without correction for multiple tests"),
                line(
                        "guardrail",
                        "change of the candidate against its limit, one-sided at "
                                + NumberText.chosen(decision.alpha())
                                + ", without correction, because all must hold; a default guardrail stops only established harm"),
                line(
                        "sample ratio",
                        "users against the expected split, each once ("
                                + experiment.sampleRatio().method().replace('_', ' ') + "), rejected below p = "
                                + NumberText.p(experiment.sampleRatio().alpha(), null))));
        if (!experiment.slices().isEmpty()) {
            lines.add(line("p (BH)", "Welch's p-values of all slices together, after Benjamini and Hochberg"));
        }
        return lines;
    }

    private static Text line(String name, String definition) {
        return Text.EMPTY.strong(name).plain(": " + definition);
    }
}
