package io.github.recsyseval.evaluation;

/**
 * By how much a guardrail may be worse than in the baseline. Zero is a limit.
 *
 * @param figure its name in reports
 * @param most from 0 up: of the baseline's value where relative, else a difference of shares or milliseconds
 */
public record IncreaseLimit(String figure, double most, boolean relative) {}
