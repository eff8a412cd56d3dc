package io.github.recsyseval.view;

import io.github.recsyseval.report.Decision;
import io.github.recsyseval.report.Decision.StepRow;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Page.Mood;
import io.github.recsyseval.view.page.Page.Verdict;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;

/** What follows from an experiment: the answer at the top, and how it came about. */
final class DecisionBlocks {
    private DecisionBlocks() {}

    static Verdict verdict(ExperimentSection experiment) {
        Decision decision = experiment.decision();
        return new Verdict(
                mood(decision),
                word(decision),
                Text.of("Experiment " + CutBlocks.shortened(experiment.experimentId()) + ": "
                        + name(experiment.candidate()) + " against " + name(experiment.control()) + ", "
                        + NumberText.count(experiment.arms().get(1).users()) + " and "
                        + NumberText.count(experiment.arms().get(0).users()) + " users."),
                decision.reasons().stream().map(Text::of).toList());
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

    static String name(String arm) {
        return CutBlocks.shortened(arm);
    }

    static List<Block> of(Decision decision) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Bullets(
                decision.steps().stream().map(DecisionBlocks::step).toList()));
        if (!decision.whatWouldChange().isEmpty()) {
            blocks.add(new Block.Paragraph(Text.of("What would change it:")));
            blocks.add(new Block.Bullets(
                    decision.whatWouldChange().stream().map(Text::of).toList()));
        }
        blocks.add(new Block.Paragraph(Text.of("Primary metrics are decided by intervals at level "
                        + NumberText.percent(decision.level()) + " (" + NumberText.percent(decision.alpha())
                        + " shared by " + decision.claims() + (decision.claims() == 1 ? " claim" : " claims")
                        + "), never by the sign of an estimate. Configuration ")
                .code(decision.configurationHash())
                .plain(".")));
        return blocks;
    }

    private static Text step(StepRow step) {
        String name = switch (step.step()) {
            case "data_quality" -> "Data quality: ";
            case "sample_ratio" -> "Split of the users: ";
            case "guardrails" -> "Guardrails: ";
            default -> "Primary metrics: ";
        };
        Text verdict = Text.of(name).strong(step.verdict().equals("rollback") ? "roll back" : step.verdict());
        return step.reasons().isEmpty() ? verdict : verdict.plain("; " + String.join("; ", step.reasons()));
    }
}
