package io.github.recsyseval.report;

import java.util.List;

/**
 * The KPIs without a group of unusual users.
 *
 * @param group the group left out. One of {@code robots}, {@code heavy_users}.
 * @param rule the rule that defines the group, in words
 * @param threshold the threshold of the rule that comes from the data: clicks per exposure (robots) or exposures (heavy users).
 *     Users above it are left out.
 * @param users users left out
 * @param exposures exposures of the users left out
 * @param metrics the KPIs of all other users
 */
public record WithoutRow(
        String group, String rule, double threshold, long users, long exposures, List<MetricRow> metrics) {}
