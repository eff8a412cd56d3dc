package io.github.recsyseval.evaluation;

/**
 * What the user set limits on.
 *
 * @param maxInvalidRate the share of invalid lines in any input beyond which the run fails
 * @param maxInvalidRateIsGiven whether the user gave it
 * @param join limits on the join
 * @param guardrails limits on guardrails
 */
public record LimitPlan(
        double maxInvalidRate, boolean maxInvalidRateIsGiven, JoinLimits join, GuardrailLimits guardrails) {}
