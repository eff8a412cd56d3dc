package io.github.recsyseval.report;

import java.util.List;
import java.util.Map;

/**
 * Figures of one kind.
 *
 * @param bySegment the same figures for every slice, by slice name, in the order of the names
 */
public record MetricSection(boolean trusted, List<MetricRow> metrics, Map<String, List<MetricRow>> bySegment) {}
