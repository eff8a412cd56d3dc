package io.github.recsyseval.view;

import io.github.recsyseval.report.Decision;
import io.github.recsyseval.report.Decision.StepRow;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Page.Mood;
import io.github.recsyseval.view.page.Page.Verdict;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;

/** What follows from an experiment: the answer at the top, and how it came about. */
final class DecisionBlocks {
    private DecisionBlocks() {}

    /**
     * The answer at the top.
     *
     * @param untrusted why the data is not trusted
     * @param brokenDemands limits of the user's on the data that fail
     */
    static Verdict verdict(ExperimentSection experiment, List<String> untrusted, List<String> brokenDemands) {
        Decision decision = experiment.decision();
        ArmNames names = ArmNames.of(experiment);
        return new Verdict(
                mood(decision),
                word(decision),
                Text.of("Experiment " + CutBlocks.shortened(experiment.experimentId()) + ": "
                        + names.of(experiment.candidate()) + " against " + names.of(experiment.control()) + ", "
                        + NumberText.count(experiment.arms().get(1).users()) + " and "
                        + Counted.of(experiment.arms().get(0).users(), "user") + ", "
                        + NumberText.count(experiment.arms().get(1).exposures()) + " and "
                        + Counted.of(experiment.arms().get(0).exposures(), "exposure") + " analysed."),
                reasons(decision, untrusted, brokenDemands).stream()
                        .map(Text::of)
                        .toList());
    }

    /** The reasons; those that are about the data stand in answers of their own. */
    private static List<String> reasons(Decision decision, List<String> untrusted, List<String> brokenDemands) {
        List<String> reasons = new ArrayList<>(decision.reasons());
        if (reasons.removeAll(brokenDemands)) {
            reasons.add(0, "the data breaks a limit, see below");
        }
        if (reasons.removeAll(untrusted)) {
            reasons.add(0, "the data is not trusted, see below");
        }
        return reasons;
    }

    static String word(Decision decision) {
        return switch (decision.decision()) {
            case "ship" -> "Ship.";
            case "rollback" -> "Roll back.";
            default -> "Hold.";
        };
    }

    private static Mood mood(Decision decision) {
        return switch (decision.decision()) {
            case "ship" -> Mood.GOOD;
            case "rollback" -> Mood.BAD;
            default -> Mood.NEUTRAL;
        };
    }

    static List<Block> of(Decision decision) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Bullets(
                decision.steps().stream().map(step -> step(step, decision)).toList()));
        if (!decision.whatWouldChange().isEmpty()) {
            blocks.add(new Block.Paragraph(Text.of("What would change it:")));
            blocks.add(new Block.Bullets(
                    decision.whatWouldChange().stream().map(Text::of).toList()));
        }
        blocks.add(new Block.Paragraph(Text.of("Primary metrics are decided by intervals at level "
                        + NumberText.chosen(decision.level()) + " (" + NumberText.chosen(decision.alpha())
                        + " shared by " + Counted.of(decision.claims(), "claim")
                        + "), never by the sign of an estimate. Configuration ")
                .code(decision.configurationHash())
                .plain(".")));
        return blocks;
    }

    /** A step with its reasons, but for those that are told at the top. */
    private static Text step(StepRow step, Decision decision) {
        String name = switch (step.step()) {
            case "data_quality" -> "Data quality: ";
            case "sample_ratio" -> "Sample ratio: ";
            case "guardrails" -> "Guardrails: ";
            default -> "Primary metrics: ";
        };
        Text verdict = Text.of(name).strong(step.verdict().equals("rollback") ? "roll back" : step.verdict());
        List<String> more = new ArrayList<>(step.reasons());
        more.removeAll(decision.reasons());
        return more.isEmpty() ? verdict : verdict.plain("; " + String.join("; ", more));
    }
}
