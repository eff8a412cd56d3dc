package io.github.recsyseval.stat;

/**
 * Why a number has no interval.
 *
 * @param reason a few words for the report, such as {@code one user}
 */
public record NoInterval(String reason) implements IntervalOrReason {}
