package io.github.recsyseval.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One arm of an experiment.
 *
 * @param role role of the arm; {@code unexpected} if the expected split does not name it. One of {@code control}, {@code
 *     candidate}, {@code other}, {@code unexpected}.
 * @param users distinct users analysed
 * @param exposures their exposures in the experiment
 * @param share share of all analysed users; null if there are none
 * @param expectedShare expected share of the users; null for an unexpected arm
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
