package io.github.recsyseval.report.comparison;

import io.github.recsyseval.report.IntervalRow;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the shown items is new or gone. Ids are not known, so there are counts only.
 *
 * @param distinctBefore different items shown; null where the report does not say; likewise distinctAfter
 * @param exact whether all figures are counted; else they are estimated from the items with the smallest hashes
 * @param sampled on how many items the estimates rest
 * @param both items shown on both sides
 * @param appeared items shown by the later report only
 * @param gone items shown by the earlier report only
 * @param appearedShare of the items of the later report
 * @param appearedInterval of that share; null when it is exact
 * @param goneShare of the items of the earlier report
 * @param goneInterval of that share; null when it is exact
 * @param reason why there are no figures; null when there are
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
