package io.github.recsyseval.report.comparison;

/**
 * Lists of one length on both sides.
 *
 * @param items how many, {@code >100} for all beyond
 * @param nBefore how many lists; likewise nAfter
 * @param shareBefore of all lists; likewise shareAfter
 */
public record LengthChangeRow(String items, long nBefore, long nAfter, double shareBefore, double shareAfter) {}
