package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * Whether an arm and the control are logged alike.
 *
 * @param check {@code lost_assignments}: exposures without an assignment of their own, of those after a user's first one in the
 *     experiment. {@code assignment_join_rate}: assignments with an exposure, of all assignments. {@code orphan_outcomes}:
 *     outcomes that match no exposure, from a user's first exposure in the experiment on, of these and the outcomes that count.
 *     {@code outcome_holes}: exposures in the stretch of hours without an outcome of this arm in which, judging by the other arm,
 *     most outcomes (at least 30) would be expected, of all exposures. {@code other_users}: assignments whose exposure has
 *     another user_id, of those with an exposure. {@code contradictions}: exposures whose context names another variant than
 *     their assignment, of those whose context names one. {@code exposures_per_user}: analysed exposures per user. {@code
 *     users_in_slice}: users in the slice that differs most (by at least 1 percentage point), of all users.
 * @param unit {@code share}; {@code value} for exposures per user
 * @param controlN divisor of the control's value
 * @param n divisor of the arm's value
 * @param control value of the control; null if its divisor is 0
 * @param value value of the arm; null if its divisor is 0
 * @param interval 95 % interval of the difference, clustered by user; null without variation between users
 * @param pValue p-value of no difference (Welch, by user); null without variation between users
 * @param verdict {@code hold}: the decision is hold if this arm is the candidate. {@code warn}: a warning explains it. See
 *     experiment.md. One of {@code pass}, {@code warn}, {@code hold}.
 * @param message what is wrong, in one sentence; empty if the check passes
 */
public record ArmCheckRow(
        String variant,
        String check,
        String unit,
        long controlN,
        long n,
        @Nullable Double control,
        @Nullable Double value,
        @Nullable Double difference,
        @Nullable IntervalRow interval,
        @Nullable Double pValue,
        String verdict,
        String message) {}
