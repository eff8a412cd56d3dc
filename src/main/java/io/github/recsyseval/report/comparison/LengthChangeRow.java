package io.github.recsyseval.report.comparison;

/**
 * Lists of one length in both reports.
 *
 * @param items number of items, counting repeated ones each time; &gt;100 for all longer lists together
 * @param nBefore number of lists in the earlier report
 * @param shareBefore n_before / all lists of the earlier report
 */
public record LengthChangeRow(String items, long nBefore, long nAfter, double shareBefore, double shareAfter) {}
