package io.github.recsyseval.report;

/**
 * A likely cause of a part of the unmatched outcomes.
 *
 * @param code code of the finding that it points to
 * @param summary the cause in words
 * @param count unmatched outcomes examined that fit this cause
 * @param n unmatched outcomes examined
 * @param share count / n
 */
public record CauseRow(
        String code, String title, String summary, long count, long n, double share, IntervalRow interval) {}
