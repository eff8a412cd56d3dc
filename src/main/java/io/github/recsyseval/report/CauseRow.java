package io.github.recsyseval.report;

/**
 * What a part of the unmatched outcomes looks like.
 *
 * @param code the finding that it points to
 * @param summary the same in words
 * @param count unmatched outcomes looked at that look like it
 * @param n unmatched outcomes looked at
 * @param share count / n
 */
public record CauseRow(
        String code, String title, String summary, long count, long n, double share, IntervalRow interval) {}
