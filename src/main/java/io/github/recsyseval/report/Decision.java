package io.github.recsyseval.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision about an experiment.
 * Component names, in snake case, are the field names of decision.v1.
 *
 * @param schema name of this format
 * @param decision {@code ship} (exit code 0), {@code hold} (2) or {@code rollback} (3)
 * @param reasons the reasons, one sentence each, the decisive one first
 * @param steps the steps data quality, sample ratio, guardrails and KPIs. The first one that does not pass decides.
 * @param whatWouldChange what it would take for another decision, one sentence each
 * @param effects the primary metrics with the intervals that decide
 * @param alpha probability of any false claim about a primary metric or arm
 * @param claims number of primary metrics times arms, which share alpha
 * @param level level of the intervals that decide: 1 - alpha / claims
 * @param power power for which detectable effects and required users are given
 * @param configurationHash SHA-256 of all options but inputs and outputs, and of the content of {@code --exclude-users} and
 *     {@code --map}: equal for runs with the same setup
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
