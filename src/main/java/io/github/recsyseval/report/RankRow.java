package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * Clicks per slot at one rank.
 *
 * @param rank the logged rank, for example {@code 3}, or {@code >100} for all beyond
 * @param n slots shown at this rank
 * @param value clicks / slots; null without slots
 * @param interval clustered by user, in random groups of them; null where there is none
 */
public record RankRow(
        String rank,
        @Nullable Double value,
        long n,
        long clicks,
        @Nullable IntervalRow interval) {}
