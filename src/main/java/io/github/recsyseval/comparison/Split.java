package io.github.recsyseval.comparison;

import io.github.recsyseval.report.DeltaRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.comparison.SliceMoveRow;
import io.github.recsyseval.report.comparison.SplitRow;
import io.github.recsyseval.stat.ExactSum;
import io.github.recsyseval.stat.MixAndRate;
import io.github.recsyseval.stat.MixAndRate.Part;
import io.github.recsyseval.stat.MixAndRate.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The move of one metric split by the slices of one breakdown. */
final class Split {
    /** Numerators are read back from text, and sums of many slices may be rounded. */
    private static final double ROUNDING = 1e-9;

    private final Moves moves;
    private final String metric;
    private final String breakdown;
    private final Map<String, Map<String, MetricRow>> then;
    private final Map<String, Map<String, MetricRow>> now;
    private final List<String> slices;

    /**
     * @param moves how the figures of slices compare
     * @param breakdown its keys joined by commas
     * @param slices of the breakdown on either side
     * @param then figures of all slices before, by slice and metric; likewise now
     */
    Split(
            Moves moves,
            String metric,
            String breakdown,
            Collection<String> slices,
            Map<String, Map<String, MetricRow>> then,
            Map<String, Map<String, MetricRow>> now) {
        this.moves = moves;
        this.metric = metric;
        this.breakdown = breakdown;
        this.then = then;
        this.now = now;
        this.slices = slices.stream()
                .filter(slice -> figure(then, slice) != null || figure(now, slice) != null)
                .toList();
    }

    /**
     * The split, or the reason why there is none.
     *
     * @param before the figure over all exposures; likewise after
     */
    SplitRow row(MetricRow before, MetricRow after, boolean tooMany) {
        List<String> keys = Arrays.asList(breakdown.split(",", -1));
        String reason = whyNot(before, after, tooMany);
        if (reason != null) {
            return new SplitRow(keys, null, null, List.of(), reason);
        }
        List<Part> parts = MixAndRate.of(sides(then), sides(now));
        List<SliceMoveRow> rows = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            rows.add(slice(slices.get(i), parts.get(i), before.n(), after.n()));
        }
        rows.sort(Comparator.comparingDouble((SliceMoveRow row) -> -Math.abs(row.contribution()))
                .thenComparing(SliceMoveRow::slice));
        return new SplitRow(keys, sum(parts, Part::mix), sum(parts, Part::rate), rows, null);
    }

    private @Nullable String whyNot(MetricRow before, MetricRow after, boolean tooMany) {
        if (tooMany) {
            return "too many values to show every slice";
        }
        if (before.numerator() == null || after.numerator() == null || before.n() == 0 || after.n() == 0) {
            return "no ratio on both sides";
        }
        if (!addsUp(before, then) || !addsUp(after, now)) {
            return "the slices do not add up to the whole";
        }
        return null;
    }

    private boolean addsUp(MetricRow whole, Map<String, Map<String, MetricRow>> figures) {
        List<Side> sides = sides(figures);
        double n = sides.stream().mapToDouble(Side::n).sum();
        double sum = sum(sides, Side::sum);
        double expected = whole.numerator() == null ? Double.NaN : whole.numerator();
        return n == whole.n() && Math.abs(sum - expected) <= ROUNDING * Math.max(1, Math.abs(expected));
    }

    private List<Side> sides(Map<String, Map<String, MetricRow>> figures) {
        return slices.stream().map(slice -> side(figure(figures, slice))).toList();
    }

    private static Side side(@Nullable MetricRow figure) {
        return figure == null || figure.numerator() == null ? new Side(0, 0) : new Side(figure.numerator(), figure.n());
    }

    private @Nullable MetricRow figure(Map<String, Map<String, MetricRow>> figures, String slice) {
        MetricRow figure = figures.getOrDefault(slice, Map.of()).get(metric);
        return figure == null || figure.n() == 0 ? null : figure;
    }

    private SliceMoveRow slice(String slice, Part part, long allBefore, long allAfter) {
        MetricRow before = figure(then, slice);
        MetricRow after = figure(now, slice);
        DeltaRow change = before == null || after == null ? null : moves.change(after, before);
        String absent = before == null ? "only_after" : "only_before";
        long nBefore = before == null ? 0 : before.n();
        long nAfter = after == null ? 0 : after.n();
        return new SliceMoveRow(
                slice,
                change == null ? absent : "both",
                nBefore,
                nAfter,
                (double) nBefore / allBefore,
                (double) nAfter / allAfter,
                before == null ? null : before.value(),
                after == null ? null : after.value(),
                change == null ? null : change.interval(),
                change == null ? "unknown" : change.verdict(),
                part.mix(),
                part.rate(),
                change == null ? "the slice has observations on one side only" : change.reason());
    }

    private static <T> double sum(List<T> all, ToDoubleFunction<T> of) {
        ExactSum sum = new ExactSum();
        all.forEach(one -> sum.add(of.applyAsDouble(one)));
        return sum.value();
    }
}
