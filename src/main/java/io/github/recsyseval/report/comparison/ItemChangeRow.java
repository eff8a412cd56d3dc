package io.github.recsyseval.report.comparison;

import io.github.recsyseval.report.IntervalRow;
import org.jspecify.annotations.Nullable;

/**
 * How many of the items shown are new or gone. Reports hold no item ids, so these are counts only.
 *
 * @param distinctBefore different items shown in the earlier report; null if it does not say
 * @param exact whether all numbers are exact counts. If not, they are estimated from the items with the smallest hashes.
 * @param sampled number of items that the numbers are based on
 * @param both items shown in both reports
 * @param appeared items that only the later report shows
 * @param gone items that only the earlier report shows
 * @param appearedShare appeared / items of the later report
 * @param appearedInterval Wilson interval of appeared_share; null if the share is exact
 * @param goneShare gone / items of the earlier report
 * @param goneInterval Wilson interval of gone_share; null if the share is exact
 * @param reason why there are no numbers; null if there are
 */
public record ItemChangeRow(
        @Nullable Long distinctBefore,
        @Nullable Long distinctAfter,
        boolean exact,
        long sampled,
        @Nullable Long both,
        @Nullable Long appeared,
        @Nullable Long gone,
        @Nullable Double appearedShare,
        @Nullable IntervalRow appearedInterval,
        @Nullable Double goneShare,
        @Nullable IntervalRow goneInterval,
        @Nullable String reason) {}
