package io.github.recsyseval.experiment;

import io.github.recsyseval.engine.JoinPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about an experiment.
 *
 * @param experiment its id; null for the only one in the data
 * @param control the arm that the others are compared with
 * @param candidate the arm that the decision is about; null for the only other one
 * @param split how users should split between the arms
 * @param primaries the metrics that decide, at least one
 * @param guardrails rules that the user set; each has to be shown to hold
 * @param defaultGuardrails whether {@link GuardrailRule#DEFAULTS} stop an experiment that does established harm
 * @param alpha the chance of a false claim about any primary metric or arm, {@link #LEAST_ALPHA} to {@link #MOST_ALPHA}
 * @param power with which effects are to be found, in (alpha, 1)
 * @param covariate what CUPED adjusts by; null for nothing
 * @param plannedUsers with how many users intervals that hold at every look are tightest; null for a fixed end, looked at once
 * @param configurationHash of all options but inputs
 */
public record ExperimentPlan(
        @Nullable String experiment,
        String control,
        @Nullable String candidate,
        ExpectedSplit split,
        Crossover crossover,
        List<Primary> primaries,
        List<GuardrailRule> guardrails,
        boolean defaultGuardrails,
        double alpha,
        double power,
        @Nullable Covariate covariate,
        @Nullable Long plannedUsers,
        String configurationHash) {
    public static final double DEFAULT_ALPHA = 0.05;
    public static final double DEFAULT_POWER = 0.8;

    /** Below it, shared by many claims, 1 - alpha is too close to 1 for quantiles of it to be exact. */
    public static final double LEAST_ALPHA = 1e-9;

    /** One-sided tests have intervals at 1 - 2 alpha, which has to stay well above 0. */
    public static final double MOST_ALPHA = 0.4;

    public ExperimentPlan {
        primaries = List.copyOf(primaries);
        guardrails = List.copyOf(guardrails);
        if (primaries.isEmpty() || !isAlpha(alpha) || !(power > alpha && power < 1)) {
            throw new IllegalArgumentException("not a plan: " + primaries + ", alpha " + alpha + ", power " + power);
        }
    }

    /** Whether an alpha leaves a confidence level to every interval of an experiment. */
    public static boolean isAlpha(double value) {
        return value >= LEAST_ALPHA && value <= MOST_ALPHA;
    }

    /** What is read as the period before the experiment; null for nothing. */
    public @Nullable JoinPlan prePeriod() {
        return covariate instanceof Covariate.Before before ? before.plan() : null;
    }

    Horizon horizon() {
        return plannedUsers == null ? Horizon.fixedEnd() : Horizon.everyLook(plannedUsers);
    }
}
