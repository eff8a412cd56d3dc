package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * Whether an arm and the control are logged alike.
 *
 * @param check what is looked at: {@code lost_assignments} (exposures without an assignment / exposures after a user's first one in the
 *     experiment), {@code assignment_join_rate} (assignments with an exposure / assignments), {@code orphan_outcomes}
 *     (outcomes of the arm's users that match no exposure / their outcomes), {@code outcome_holes} (exposures in a stretch of time without
 *     outcomes of the arm, where many would be expected / exposures), {@code other_users} (assignments whose
 *     exposure has another user_id / assignments with an exposure), {@code contradictions} (exposures whose context names another variant
 *     / exposures whose context names one), {@code exposures_per_user} or {@code users_in_slice} (users in the slice of a breakdown that
 *     differs most / users)
 * @param unit {@code share} or {@code value}
 * @param controlN what the control's figure is divided by
 * @param n what the arm's figure is divided by
 * @param control null where nothing is divided
 * @param value of the arm; likewise
 * @param interval of the difference; null where nothing varies
 * @param pValue of no difference, by user; likewise
 * @param verdict {@code pass}, {@code warn} or {@code hold}
 * @param message what is wrong, in a sentence; empty where it passes
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
