package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * Whether an arm and the control were shown at the same time.
 *
 * @param per whether times are hours or days of UTC: {@code hour} where both arms have two users an hour on average, else {@code day};
 *     null where there are not even so many a day
 * @param share of the arm's exposures at times at which the control was shown, too; null where {@code per} is
 * @param controlShare of the control's exposures at times at which the arm was shown, too; likewise
 * @param shift how far the days on which users came first differ between the arms, from 0 (alike) to 1 (no day in common); null where
 *     {@code per} is
 * @param shiftP of "the new users of every day split alike"; null where too few came to test it
 * @param verdict {@code together}, {@code drifting}, {@code apart} or {@code unknown}
 * @param message what is wrong, in a sentence; empty where the arms were shown together
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
