package io.github.recsyseval.experiment;

import io.github.recsyseval.engine.JoinPlan;

/** What users are known by from before the experiment, which CUPED adjusts by. */
public sealed interface Covariate {
    /**
     * Each KPI by the same KPI of the user in a period before.
     *
     * @param plan how that period is read
     */
    record Before(JoinPlan plan) implements Covariate {}

    /**
     * All KPIs by a number in the context of the user's first exposure.
     *
     * @param key where it stands
     */
    record InContext(String key) implements Covariate {}
}
