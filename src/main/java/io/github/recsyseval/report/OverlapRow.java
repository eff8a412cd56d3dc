package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * Whether an arm and the control were served at the same time.
 *
 * @param per resolution: hours of UTC if both arms have at least two users an hour on average, else days; null if they do not
 *     even have two a day
 * @param share share of the arm's exposures at times at which the control was served, too; null if unknown
 * @param controlShare share of the control's exposures at times at which the arm was served, too; null if unknown
 * @param shift half the sum, over days, of the difference between the arms' shares of new users: 0 if users arrived on the same
 *     days, 1 if on no common day; null if overlap is unknown
 * @param shiftP p-value (chi-square) of new users being split alike on every day; null if too few arrived to test it
 * @param verdict {@code apart}: less than half of the exposures of one arm overlap; the decision is hold. {@code drifting}:
 *     shift_p is below 0.001 and shift at least 0.05; a warning. One of {@code together}, {@code drifting}, {@code apart}, {@code
 *     unknown}.
 * @param message what is wrong, in one sentence; empty if nothing is
 */
public record OverlapRow(
        String variant,
        @Nullable String per,
        @Nullable Double share,
        @Nullable Double controlShare,
        @Nullable Double shift,
        @Nullable Double shiftP,
        String verdict,
        String message) {}
