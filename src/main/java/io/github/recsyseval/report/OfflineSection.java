package io.github.recsyseval.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ranking metrics of the logged lists.
 *
 * @param convention whose definitions are used: {@code default}, {@code trec}, {@code ranx} or {@code reference}
 * @param relevance which outcomes make an item relevant, for example click=1,conversion=1
 * @param relevantShare requests with at least one relevant item. Conventions differ in how they treat the others.
 * @param baseline comparison with an earlier report or with other lists; null if none was requested
 * @param note what these numbers do not tell
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
