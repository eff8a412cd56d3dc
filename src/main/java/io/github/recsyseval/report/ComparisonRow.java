package io.github.recsyseval.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A KPI of an arm against the control.
 *
 * @param role {@code primary} or {@code secondary}
 * @param variant the arm
 * @param difference variant - control; of a primary adjusted by its covariate, if there is one
 * @param interval 95 % interval of the difference
 * @param lift difference / control; null unless the control is above 0
 * @param liftInterval 95 % interval of the lift
 * @param pValue two-sided, of no difference
 * @param adjustedP by Holm over all primary metrics and arms; null for secondary ones
 * @param decisionInterval of the difference, at the level at which primaries are decided; null for secondary ones
 * @param decisionLiftInterval likewise of the lift
 * @param minEffect what the interval has to lie above; null for secondary ones
 * @param minEffectUnit {@code lift} or {@code difference}; null for secondary ones
 * @param verdict at 95 %: {@code better}, {@code worse}, {@code inconclusive}, or {@code unknown}, as where the data of the figure is
 *     logged wrongly
 * @param detectableDifference what this experiment would have found with the power asked for
 * @param usersNeeded how many users other lifts would take
 * @param fewData whether an arm has fewer than 50 users, or would have fewer than 10 events if the arms were alike: intervals are rough then
 * @param covariate the adjustment by what is known from before the experiment; null without
 * @param reason why a figure is missing, or cannot be relied on
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
