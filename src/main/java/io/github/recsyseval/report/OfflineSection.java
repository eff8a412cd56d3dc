package io.github.recsyseval.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ranking metrics.
 *
 * @param convention whose definitions hold
 * @param relevance which outcomes make an item relevant, for example {@code click=1,conversion=1}
 * @param relevantShare the share of exposures with a relevant item, on which conventions differ
 * @param baseline comparison with an earlier report or with other lists; null where none was asked for
 * @param note what these numbers are not
 */
public record OfflineSection(
        boolean trusted,
        String convention,
        String relevance,
        MetricRow relevantShare,
        String note,
        List<MetricRow> metrics,
        Map<String, List<MetricRow>> bySegment,
        @Nullable BaselineSection baseline) {}
