package io.github.recsyseval.comparison;

import io.github.recsyseval.report.BaselineReport;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.comparison.SliceChangeRow;
import io.github.recsyseval.report.comparison.SliceChangeRow.SliceCount;
import io.github.recsyseval.report.comparison.SliceSeenRow;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Slices, such as surfaces, that only one of two reports has. */
final class SliceChanges {
    /** A figure that every report has for every slice, and that counts every exposure. */
    private static final String COUNTED_BY = "exposure_join_rate";

    private final BaselineReport before;
    private final BaselineReport after;
    private final SliceNames names;

    SliceChanges(BaselineReport before, BaselineReport after, SliceNames names) {
        this.before = before;
        this.after = after;
        this.names = names;
    }

    List<SliceChangeRow> rows() {
        return after.breakdowns().stream().distinct().sorted().map(this::row).toList();
    }

    private SliceChangeRow row(String breakdown) {
        List<String> keys = Arrays.asList(breakdown.split(",", -1));
        if (before.tooManyValues().contains(breakdown) || after.tooManyValues().contains(breakdown)) {
            return new SliceChangeRow(keys, "too_many_values", 0, List.of(), List.of(), List.of());
        }
        List<SliceCount> appeared = only(breakdown, after, before);
        List<SliceCount> gone = only(breakdown, before, after);
        int all = names.of(breakdown).size();
        return new SliceChangeRow(keys, "ok", all - appeared.size() - gone.size(), appeared, gone, seen(breakdown));
    }

    private List<SliceSeenRow> seen(String breakdown) {
        if (before.seen().isEmpty() || after.seen().isEmpty()) {
            return List.of();
        }
        return names.of(breakdown).stream()
                .map(slice -> new SliceSeenRow(
                        slice, before.seen().get(slice), after.seen().get(slice)))
                .filter(slice -> slice.before() != null || slice.after() != null)
                .toList();
    }

    private List<SliceCount> only(String breakdown, BaselineReport here, BaselineReport notHere) {
        Map<String, Map<String, MetricRow>> has = slices(here);
        Map<String, Map<String, MetricRow>> lacks = slices(notHere);
        return names.of(breakdown).stream()
                .filter(slice -> has.containsKey(slice) && !lacks.containsKey(slice))
                .map(slice -> new SliceCount(slice, exposures(has.getOrDefault(slice, Map.of()))))
                .sorted(Comparator.comparingLong((SliceCount slice) -> -slice.exposures())
                        .thenComparing(SliceCount::slice))
                .toList();
    }

    private static Map<String, Map<String, MetricRow>> slices(BaselineReport report) {
        return report.section("data_quality").bySegment();
    }

    private static long exposures(Map<String, MetricRow> figures) {
        MetricRow figure = figures.get(COUNTED_BY);
        return figure == null ? 0 : figure.n();
    }
}
