package io.github.recsyseval.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Comparison with an earlier report or with other lists.
 *
 * @param kind whether the baseline is a report or a set of exposures
 * @param source file of the baseline
 * @param test how the differences are tested
 * @param trusted whether the baseline's data passed the default limits
 * @param untrustedBecause why not, one sentence each. Empty if trusted, or if an earlier report does not say.
 * @param pairs requests or users that both sides have; null without pairs
 * @param onlyAfter requests or users that only this run has; null without pairs
 * @param onlyBefore requests or users that only the baseline has; null without pairs
 * @param worstSlices up to five slices in which the first metric lost most, worst first
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
