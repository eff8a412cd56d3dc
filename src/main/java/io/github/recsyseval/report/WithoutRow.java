package io.github.recsyseval.report;

import java.util.List;

/**
 * Business figures without users who are unlike the others.
 *
 * @param group {@code robots} or {@code heavy_users}
 * @param rule who they are, in words
 * @param threshold the number in the rule that comes from the data: clicks on each exposure, or exposures, just not too many
 * @param users how many are left out
 * @param exposures theirs
 * @param metrics the figures of the other users
 */
public record WithoutRow(
        String group, String rule, double threshold, long users, long exposures, List<MetricRow> metrics) {}
