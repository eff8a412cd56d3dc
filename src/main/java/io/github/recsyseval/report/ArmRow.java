package io.github.recsyseval.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One arm of an experiment.
 *
 * @param role {@code control}, {@code candidate}, {@code other}, or {@code unexpected} for one that the expected split does not name
 * @param users distinct users that are analysed
 * @param exposures of these users in the experiment
 * @param share of all analysed users; null without any
 * @param expectedShare of the users; null for an unexpected arm
 */
public record ArmRow(
        String variant,
        String role,
        long users,
        long exposures,
        @Nullable Double share,
        @Nullable Double expectedShare,
        List<MetricRow> kpis,
        List<MetricRow> guardrails) {}
