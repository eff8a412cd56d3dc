package io.github.recsyseval.report;

import org.jspecify.annotations.Nullable;

/**
 * Clicks per shown slot at one logged rank.
 *
 * @param rank the logged rank, for example 3; &gt;100 for all higher ranks together
 * @param n slots shown at this rank
 * @param value clicks / n; null without slots
 * @param interval interval clustered by user, computed over random groups of users; null if there is none
 */
public record RankRow(
        String rank,
        @Nullable Double value,
        long n,
        long clicks,
        @Nullable IntervalRow interval) {}
