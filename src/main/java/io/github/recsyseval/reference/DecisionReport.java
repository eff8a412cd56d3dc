package io.github.recsyseval.reference;

import io.github.recsyseval.report.Decision;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.report.GuardrailTestRow;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.report.SampleRatioRow;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The decision of a report of ours in the form of the Go tool's decision file. */
final class DecisionReport {
    private DecisionReport() {}

    /** The decision; null where none is asked for. */
    static @Nullable RunDecision of(ExperimentRun run, Report report) {
        if (run.decision().isEmpty()) {
            return null;
        }
        ExperimentSection section = Objects.requireNonNull(report.experiment());
        Decision decision = section.decision();
        SampleRatioRow split = section.sampleRatio();
        Double p = split.pValue();
        return new RunDecision(
                RunDecision.word(decision.decision()),
                String.join("; ", FileKeys.in(decision.reasons())),
                decision.control(),
                decision.candidate(),
                decision.effects().stream().map(DecisionReport::metric).toList(),
                section.guardrails().stream()
                        .filter(row -> row.setBy().equals("user"))
                        .map(DecisionReport::guardrail)
                        .toList(),
                run.primaries().thresholds(),
                new RunDecision.Window(
                        report.summary().firstExposure(), report.summary().lastExposure()),
                new RunDecision.Versions(report.run().version(), report.run().gitCommit()),
                run.split().shown().isEmpty() || p == null
                        ? null
                        : new RunDecision.Srm(split.failed(), p, split.alpha()));
    }

    private static RunDecision.Metric metric(Decision.EffectRow effect) {
        return new RunDecision.Metric(
                ExperimentReport.name(effect.metric()), effect.difference(), effect.lift(), effect.minEffect());
    }

    private static RunDecision.Guardrail guardrail(GuardrailTestRow row) {
        return new RunDecision.Guardrail(row.metric(), row.value(), row.limit(), !row.blocks());
    }
}
