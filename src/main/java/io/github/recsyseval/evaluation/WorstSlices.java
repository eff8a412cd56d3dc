package io.github.recsyseval.evaluation;

import io.github.recsyseval.report.DeltaRow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The slices in which the first metric lost most. */
final class WorstSlices {
    private static final int SHOWN = 5;

    private record Loss(String slice, double loss) {}

    private WorstSlices() {}

    /** Names of at most five slices with at least {@code floor} observations, the largest loss first, ties by name. */
    static List<String> of(Map<String, List<DeltaRow>> bySegment, int floor) {
        return bySegment.entrySet().stream()
                .filter(slice ->
                        !slice.getValue().isEmpty() && slice.getValue().get(0).n() >= floor)
                .map(slice -> new Loss(slice.getKey(), loss(slice.getValue().get(0))))
                .filter(loss -> loss.loss() > 0)
                .sorted(Comparator.comparingDouble(Loss::loss).reversed().thenComparing(Loss::slice))
                .limit(SHOWN)
                .map(Loss::slice)
                .toList();
    }

    private static double loss(DeltaRow row) {
        Double delta = row.delta();
        if (delta == null) {
            return 0;
        }
        return row.better().equals("higher") ? -delta : delta;
    }
}
