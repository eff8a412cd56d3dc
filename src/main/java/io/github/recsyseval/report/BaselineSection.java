package io.github.recsyseval.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Comparison with a baseline.
 *
 * @param kind {@code report} or {@code exposures}
 * @param source the file of the baseline
 * @param test how the differences are tested, in words
 * @param trusted whether the data of the baseline passed the default limits
 * @param untrustedBecause why not, in sentences; empty where it did, or where an earlier report does not say
 * @param pairs requests or users that both sides have; null where nothing is paired
 * @param onlyAfter requests or users that only this run has
 * @param onlyBefore requests or users that only the baseline has
 * @param worstSlices the slices in which the first metric lost most, worst first, as far as it did lose
 */
public record BaselineSection(
        String kind,
        String source,
        String test,
        boolean trusted,
        List<String> untrustedBecause,
        @Nullable Long pairs,
        @Nullable Long onlyAfter,
        @Nullable Long onlyBefore,
        List<DeltaRow> deltas,
        Map<String, List<DeltaRow>> bySegment,
        List<String> worstSlices) {
    /** The same figures without a claim that the run is better or worse: the data of one side cannot carry it. */
    public BaselineSection untrusted() {
        Map<String, List<DeltaRow>> slices = new TreeMap<>();
        bySegment.forEach((slice, rows) -> slices.put(slice, untrusted(rows)));
        return new BaselineSection(
                kind,
                source,
                test,
                trusted,
                untrustedBecause,
                pairs,
                onlyAfter,
                onlyBefore,
                untrusted(deltas),
                slices,
                worstSlices);
    }

    private static List<DeltaRow> untrusted(List<DeltaRow> rows) {
        return rows.stream().map(DeltaRow::untrusted).toList();
    }
}
