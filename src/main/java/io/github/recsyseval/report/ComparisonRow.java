package io.github.recsyseval.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A KPI of an arm compared with the control.
 *
 * @param role {@code primary} if the metric takes part in the decision. One of {@code primary}, {@code secondary}.
 * @param variant the arm
 * @param difference value - control; adjusted if a covariate is used (CUPED)
 * @param interval 95 % interval of the difference. Method: welch, or confidence_sequence with monitoring.
 * @param lift difference / control; null unless control is above 0
 * @param liftInterval 95 % interval of the lift by Fieller's method. It excludes 0 exactly if the interval of the difference
 *     does.
 * @param pValue two-sided p-value of no difference. It is always that of the difference, never of the lift.
 * @param adjustedP p-value adjusted by Holm's method over all primary metrics and arms; null for secondary metrics
 * @param decisionInterval interval of the difference at the level of the decision; null for secondary metrics
 * @param decisionLiftInterval interval of the lift at the level of the decision; null for secondary metrics
 * @param minEffect minimum effect, above which the whole decision interval must lie; a margin if negative; null for secondary
 *     metrics
 * @param minEffectUnit whether min_effect is a lift or a difference
 * @param verdict verdict at 95 %, without correction for multiple tests; {@code unknown} without a test, or if the field of the
 *     metric is logged wrongly. One of {@code better}, {@code worse}, {@code inconclusive}, {@code unknown}.
 * @param detectableDifference smallest difference that this experiment would detect with the requested power, at the level of the
 *     decision (95 % for secondary metrics)
 * @param usersNeeded number of users needed to detect other lifts
 * @param fewData an arm has fewer than 50 users, or would have fewer than 10 events if the arms were alike: intervals are rough
 *     and prove nothing
 * @param covariate the CUPED adjustment; null without one
 * @param reason why a value or an interval is missing or cannot be relied on; null otherwise
 */
public record ComparisonRow(
        String metric,
        String unit,
        String better,
        String role,
        String variant,
        @Nullable Double control,
        @Nullable Double value,
        @Nullable Double difference,
        @Nullable IntervalRow interval,
        @Nullable Double lift,
        @Nullable IntervalRow liftInterval,
        @Nullable Double pValue,
        @Nullable Double log10P,
        @Nullable Double adjustedP,
        @Nullable IntervalRow decisionInterval,
        @Nullable IntervalRow decisionLiftInterval,
        @Nullable Double minEffect,
        @Nullable String minEffectUnit,
        String verdict,
        @Nullable Double detectableDifference,
        @Nullable Double detectableLift,
        List<UsersNeededRow> usersNeeded,
        boolean fewData,
        @Nullable CovariateRow covariate,
        @Nullable String reason) {

    /**
     * What a lift would take.
     *
     * @param users in both arms together, at the present split
     */
    public record UsersNeededRow(double lift, long users) {}

    /**
     * The adjustment by what is known of users from before the experiment (CUPED).
     *
     * @param coverage share of the users whose covariate is known
     * @param correlation of covariate and metric, within arms
     * @param theta how much of the metric goes with one unit of the covariate
     * @param varianceReduction by which share the variance falls
     * @param imbalanceP of "the arms were alike before"; null where it cannot be tested
     * @param adjustedControl the control's figure with the adjustment
     * @param adjustedValue the arm's figure with the adjustment; the difference is that of these two
     * @param unadjustedDifference without the adjustment, as are the next three
     * @param note what to think of it
     */
    public record CovariateRow(
            @Nullable Double coverage,
            double correlation,
            double theta,
            double varianceReduction,
            @Nullable Double imbalanceP,
            double adjustedControl,
            double adjustedValue,
            double unadjustedDifference,
            IntervalRow unadjustedInterval,
            @Nullable IntervalRow unadjustedLiftInterval,
            double unadjustedP,
            String note) {}
}
