package io.github.recsyseval.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from an experiment. Component names, in snake case, are the field names of decision.v1.
 *
 * @param schema always {@code decision.v1}
 * @param decision {@code ship}, {@code hold} or {@code rollback}
 * @param reasons why, in sentences, the decisive one first
 * @param steps data quality, split of the users, guardrails, KPIs, in the order in which they decide
 * @param whatWouldChange what it would take to decide otherwise, in sentences
 * @param effects the primary metrics with the intervals that decide
 * @param alpha the chance of a false claim about any primary metric or arm
 * @param claims how many primary metrics times arms share it
 * @param level of the intervals that decide, 1 - alpha / claims
 * @param power with which detectable effects are found
 * @param configurationHash of all options but inputs: equal for runs that were set up alike
 */
public record Decision(
        String schema,
        String decision,
        String experimentId,
        String control,
        String candidate,
        List<String> reasons,
        List<StepRow> steps,
        List<String> whatWouldChange,
        List<EffectRow> effects,
        double alpha,
        long claims,
        double level,
        double power,
        String configurationHash) {
    public static final String SCHEMA = "decision.v1";

    /**
     * One step.
     *
     * @param step {@code data_quality}, {@code sample_ratio}, {@code guardrails} or {@code kpis}
     * @param verdict {@code pass}, {@code hold} or {@code rollback}
     * @param reasons in sentences
     */
    public record StepRow(String step, String verdict, List<String> reasons) {}

    /**
     * A primary metric of the candidate.
     *
     * @param interval of the difference, at the decision's level
     * @param liftInterval likewise of the lift
     * @param minEffectUnit {@code lift} or {@code difference}
     * @param verdict {@code proven}, {@code harmed}, {@code perhaps_harmed}, {@code inconclusive}, {@code doubtful} or {@code
     *     unknown}
     */
    public record EffectRow(
            String metric,
            String unit,
            @Nullable Double difference,
            @Nullable IntervalRow interval,
            @Nullable Double lift,
            @Nullable IntervalRow liftInterval,
            double minEffect,
            String minEffectUnit,
            String verdict) {}
}
