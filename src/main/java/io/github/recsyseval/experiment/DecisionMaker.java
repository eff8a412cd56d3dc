package io.github.recsyseval.experiment;

import io.github.recsyseval.experiment.KpiRule.Outcome;
import io.github.recsyseval.experiment.KpiRule.Verdict;
import io.github.recsyseval.report.CrossoverRow;
import io.github.recsyseval.report.Decision;
import io.github.recsyseval.report.Decision.EffectRow;
import io.github.recsyseval.report.Decision.StepRow;
import io.github.recsyseval.report.GuardrailTestRow;
import io.github.recsyseval.report.SampleRatioRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides, in this order: can the data be trusted, do users split as they should, do the guardrails hold, what do the primary metrics
 * say. The first step that does not pass decides; the others are still told.
 */
final class DecisionMaker {
    private final ExperimentPlan plan;
    private final Arms arms;
    private final int claims;
    private final double level;

    DecisionMaker(ExperimentPlan plan, Arms arms, int claims) {
        this.plan = plan;
        this.arms = arms;
        this.claims = claims;
        level = KpiRule.level(plan.alpha(), claims);
    }

    /**
     * The decision about the candidate.
     *
     * @param untrusted why the data carries no decision, in sentences; empty where it can
     * @param checks of the arms against each other
     * @param primaries the candidate's primary metrics
     * @param robustness is asked about what would decide
     */
    Decision decide(
            List<String> untrusted,
            ArmChecks checks,
            CrossoverRow crossover,
            SampleRatioRow split,
            List<GuardrailTestRow> guardrails,
            List<Compared> primaries,
            Robustness robustness) {
        KpiWords kpis = new KpiWords(plan, arms, level, claims, robustness);
        Map<Compared, Verdict> verdicts = new LinkedHashMap<>();
        for (Compared primary : primaries) {
            verdicts.put(primary, kpis.verdict(primary));
        }
        List<StepRow> steps = List.of(
                data(untrusted, checks, crossover),
                sampleRatio(split),
                GuardrailStep.of(guardrails),
                kpis(kpis, verdicts));
        String decision = decision(steps);
        List<String> reasons = new ArrayList<>();
        for (StepRow step : steps) {
            if (!step.verdict().equals("pass")) {
                reasons.addAll(step.reasons());
                break;
            }
        }
        if (reasons.isEmpty()) {
            reasons.addAll(steps.get(3).reasons());
            reasons.addAll(steps.get(2).reasons());
        }
        List<EffectRow> effects = new ArrayList<>();
        verdicts.forEach((primary, verdict) -> effects.add(kpis.row(primary, verdict)));
        return new Decision(
                Decision.SCHEMA,
                decision,
                arms.experiment(),
                arms.name(0),
                arms.name(1),
                reasons,
                steps,
                WhatWouldChange.sentences(steps, checks, guardrails, verdicts, kpis),
                effects,
                plan.alpha(),
                claims,
                level,
                plan.power(),
                plan.configurationHash());
    }

    private static String decision(List<StepRow> steps) {
        for (StepRow step : steps) {
            if (!step.verdict().equals("pass")) {
                return step.verdict();
            }
        }
        return "ship";
    }

    private StepRow data(List<String> untrusted, ArmChecks checks, CrossoverRow crossover) {
        List<String> reasons = new ArrayList<>(untrusted);
        reasons.addAll(checks.reasons());
        reasons.addAll(new CrossoverReasons(crossover, plan.crossover(), arms).sentences());
        return reasons.isEmpty()
                ? new StepRow("data_quality", "pass", checks.evidence())
                : new StepRow("data_quality", "hold", reasons);
    }

    private static StepRow sampleRatio(SampleRatioRow split) {
        return new StepRow(
                "sample_ratio",
                split.failed() ? "hold" : "pass",
                split.failed() ? List.of(split.message()) : List.of());
    }

    private static StepRow kpis(KpiWords words, Map<Compared, Verdict> verdicts) {
        Outcome outcome = KpiRule.outcome(verdicts.values());
        List<String> reasons = new ArrayList<>();
        for (Verdict first : Verdict.values()) {
            // those that decide come first; what is proven is no reason against shipping
            verdicts.forEach((primary, verdict) -> {
                boolean explains = outcome == Outcome.SHIP || verdict != Verdict.PROVEN;
                if (verdict == order(first, outcome) && explains) {
                    reasons.add(words.sentence(primary, verdict));
                }
            });
        }
        return new StepRow("kpis", outcome == Outcome.SHIP ? "pass" : outcome.words(), reasons);
    }

    /** The verdicts in the order in which they explain an outcome. */
    private static Verdict order(Verdict place, Outcome outcome) {
        List<Verdict> order = outcome == Outcome.SHIP
                ? List.of(
                        Verdict.PROVEN,
                        Verdict.INCONCLUSIVE,
                        Verdict.UNKNOWN,
                        Verdict.DOUBTFUL,
                        Verdict.PERHAPS_HARMED,
                        Verdict.HARMED)
                : List.of(
                        Verdict.HARMED,
                        Verdict.PERHAPS_HARMED,
                        Verdict.DOUBTFUL,
                        Verdict.UNKNOWN,
                        Verdict.INCONCLUSIVE,
                        Verdict.PROVEN);
        return order.get(place.ordinal());
    }
}
