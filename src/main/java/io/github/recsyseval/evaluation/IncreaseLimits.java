package io.github.recsyseval.evaluation;

import io.github.recsyseval.report.BaselineReport;
import io.github.recsyseval.report.DeltaRow;
import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.report.LimitRow;
import io.github.recsyseval.report.MetricRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Limits on guardrails relative to a baseline report. The value decides; what cannot be evaluated fails. */
final class IncreaseLimits {
    private static final double ROUNDING = 4 * Math.ulp(1.0);

    private static final String SUFFIX = "_increase";

    private final @Nullable BaselineReport baseline;
    private final List<MetricRow> metrics;

    /** @param metrics the guardrails of this run; those without a value cannot be compared */
    IncreaseLimits(@Nullable BaselineReport baseline, List<MetricRow> metrics) {
        this.baseline = baseline;
        this.metrics = metrics;
    }

    List<LimitRow> rows(List<IncreaseLimit> limits) {
        return limits.stream().map(this::row).toList();
    }

    private LimitRow row(IncreaseLimit limit) {
        MetricRow after = metrics.stream()
                .filter(row -> row.name().equals(limit.figure()))
                .findFirst()
                .orElseThrow();
        if (baseline == null) {
            return unknown(limit, after, null, "there is no baseline; give --baseline report.json");
        }
        if (after.value() == null) {
            return unknown(limit, after, null, "this run has no value: " + after.reason());
        }
        MetricRow earlier = baseline.section("guardrails").metrics().get(limit.figure());
        if (earlier != null && !earlier.trusted() && baseline.trusted()) {
            return unknown(
                    limit,
                    after,
                    earlier.value(),
                    "the baseline cannot be relied on, because the field is logged wrongly (" + baseline.source()
                            + " has the finding); take sound logs for the baseline, or make it with --tolerate where"
                            + " they are");
        }
        DeltaRow delta = Deltas.unpaired(after, earlier);
        Double before = delta.before();
        Double difference = delta.delta();
        if (before == null || difference == null) {
            return unknown(limit, after, null, delta.reason() + " (" + baseline.source() + ")");
        }
        if (limit.relative() && before == 0 && difference > 0) {
            return unknown(
                    limit, after, before, "the baseline is 0, of which nothing is a share; use an absolute limit");
        }
        double value = !limit.relative() ? difference : before == 0 ? 0 : difference / before;
        IntervalRow interval = limit.relative() ? delta.relativeInterval() : delta.interval();
        return known(limit, after, before, value, interval);
    }

    private static LimitRow known(
            IncreaseLimit limit, MetricRow after, double before, double value, @Nullable IntervalRow interval) {
        boolean pass = value <= limit.most() + rounding(limit, after, before);
        String unit = unit(limit, after);
        String message = pass
                ? ""
                : words(limit) + " is " + Limits.amount(unit, value, limit.most()) + ", at most "
                        + Limits.chosen(unit, limit.most())
                        + " above the baseline is allowed (" + Limits.amount(after.unit(), before) + " before, "
                        + Limits.amount(after.unit(), after.value() == null ? before : after.value())
                        + " now); recsys-eval compare shows"
                        + " what else has changed";
        return row(limit, unit, before, value, interval, pass, message);
    }

    /** What two values that differ by the limit exactly, such as 1.1 % and 1.6 %, may seem to be beyond it as binary numbers. */
    private static double rounding(IncreaseLimit limit, MetricRow after, double before) {
        double size = Math.abs(before) + Math.abs(after.value() == null ? 0 : after.value());
        return ROUNDING * (limit.relative() && before != 0 ? size / Math.abs(before) : size);
    }

    private static LimitRow unknown(IncreaseLimit limit, MetricRow after, @Nullable Double before, String why) {
        String unit = unit(limit, after);
        String message = words(limit) + " cannot be evaluated, at most " + Limits.chosen(unit, limit.most())
                + " above the baseline is allowed; " + why;
        return row(limit, unit, before, null, null, false, message);
    }

    private static LimitRow row(
            IncreaseLimit limit,
            String unit,
            @Nullable Double before,
            @Nullable Double value,
            @Nullable IntervalRow interval,
            boolean pass,
            String message) {
        return new LimitRow(
                limit.figure() + SUFFIX,
                "at_most",
                unit,
                limit.most(),
                value,
                before,
                interval,
                LimitOrigin.USER.setBy,
                LimitOrigin.USER.decides,
                pass ? "pass" : "fail",
                message);
    }

    private static String unit(IncreaseLimit limit, MetricRow after) {
        if (limit.relative()) {
            return "relative";
        }
        return after.unit().equals("ms") ? "ms" : "share_difference";
    }

    private static String words(IncreaseLimit limit) {
        return "increase of " + limit.figure().replace("_ms", "").replace('_', ' ');
    }
}
