package io.github.recsyseval.evaluation;

import io.github.recsyseval.report.BaselineSection;
import io.github.recsyseval.report.DeltaRow;
import io.github.recsyseval.report.GateRow;
import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.OfflineSection;
import io.github.recsyseval.slice.SliceName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds gates against the figures of a report. What cannot be evaluated fails, with the reason. */
final class GateCheck {
    /** Differences below this are the rounding of decimal numbers, not a violation. */
    private static final double ROUNDING = 1e-12;

    private static final MathContext FIVE_DIGITS = new MathContext(5);

    private final OfflineSection offline;
    private final @Nullable String untrusted;
    private final boolean asksForTrust;
    private final int sliceFloor;

    /**
     * @param untrusted why the data cannot carry a gate; null when it can, or when the user said so
     * @param asksForTrust whether the baseline has to be trusted too
     */
    GateCheck(OfflineSection offline, @Nullable String untrusted, boolean asksForTrust, int sliceFloor) {
        this.asksForTrust = asksForTrust;
        this.offline = offline;
        this.untrusted = untrusted;
        this.sliceFloor = sliceFloor;
    }

    /**
     * What a gate is held against.
     *
     * @param interval of the value or, for a drop, of the difference
     */
    private record Seen(
            @Nullable Double value,
            @Nullable Double baseline,
            @Nullable IntervalRow interval) {
        static final Seen NOTHING = new Seen(null, null, null);

        static Seen value(@Nullable Double value) {
            return new Seen(value, null, null);
        }
    }

    List<GateRow> rows(List<Gate> gates) {
        return gates.stream().map(this::row).toList();
    }

    private GateRow row(Gate gate) {
        if (untrusted != null) {
            return failed(gate, Seen.NOTHING, untrusted);
        }
        SliceName slice = gate.slice();
        List<MetricRow> rows =
                slice == null ? offline.metrics() : offline.bySegment().get(slice.name());
        if (rows == null) {
            return failed(
                    gate, Seen.NOTHING, "no exposure falls into the slice " + (slice == null ? "" : slice.name()));
        }
        MetricRow metric = find(rows, gate.metric());
        if (metric == null || metric.value() == null) {
            String why = metric == null ? "not computed for slices" : String.valueOf(metric.reason());
            return failed(gate, Seen.NOTHING, gate.metric() + " has no value: " + why);
        }
        Seen seen = new Seen(metric.value(), null, metric.interval());
        if (slice != null && metric.n() < sliceFloor) {
            return failed(gate, seen, "too few to judge: " + metric.n() + " of at least " + sliceFloor);
        }
        return gate.rule().needsBaseline() ? drop(gate, metric) : judged(gate, seen, metric.value(), metric.reason());
    }

    private static @Nullable MetricRow find(List<MetricRow> rows, String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst().orElse(null);
    }

    private GateRow drop(Gate gate, MetricRow metric) {
        BaselineSection baseline = offline.baseline();
        if (baseline == null) {
            return failed(
                    gate,
                    Seen.value(metric.value()),
                    "it needs a baseline: give --baseline report.json or --baseline-exposures FILE");
        }
        if (asksForTrust && !baseline.trusted()) {
            return failed(gate, Seen.value(metric.value()), BaselineWarnings.untrusted(baseline));
        }
        List<DeltaRow> deltas = gate.slice() == null
                ? baseline.deltas()
                : baseline.bySegment().getOrDefault(gate.slice().name(), List.of());
        DeltaRow delta = deltas.stream()
                .filter(row -> row.name().equals(gate.metric()))
                .findFirst()
                .orElse(null);
        if (delta == null || delta.delta() == null) {
            String why = delta == null || delta.reason() == null ? "the baseline does not have it" : delta.reason();
            return failed(gate, Seen.value(metric.value()), why);
        }
        boolean relative = gate.rule() == Gate.Rule.MAX_RELATIVE_DROP;
        Double change = relative ? delta.relativeDelta() : delta.delta();
        if (change == null) {
            return failed(
                    gate,
                    new Seen(delta.after(), delta.before(), null),
                    "a drop is relative to a baseline above 0 only; max_drop limits the difference");
        }
        boolean higherIsBetter = delta.better().equals("higher");
        IntervalRow interval = relative ? delta.relativeInterval() : delta.interval();
        IntervalRow drop = interval == null || !higherIsBetter ? interval : negated(interval);
        Seen seen = new Seen(delta.after(), delta.before(), drop);
        if (gate.mode() == Gate.Mode.CI && isEqualInEveryPair(delta) && gate.limit() >= 0) {
            return row(gate, seen, "pass", null);
        }
        return judged(gate, seen, higherIsBetter ? 0 - change : change, delta.reason());
    }

    /** Then there is no interval, but a drop is certainly not established. */
    private static boolean isEqualInEveryPair(DeltaRow delta) {
        return delta.ties() != null && delta.ties() == delta.n();
    }

    /** @param judged what the rule limits: the value or the drop */
    private static GateRow judged(Gate gate, Seen seen, double judged, @Nullable String whyNoInterval) {
        IntervalRow interval = seen.interval();
        if (gate.mode() != Gate.Mode.POINT && interval == null) {
            return failed(gate, seen, "mode=" + gate.mode().words() + " needs an interval: " + whyNoInterval);
        }
        double bound = switch (gate.mode()) {
            case POINT -> judged;
            case CI -> end(interval, !gate.rule().isUpperLimit());
            case CI_STRICT -> end(interval, gate.rule().isUpperLimit());
        };
        boolean broken = gate.rule().isUpperLimit() ? bound > gate.limit() + ROUNDING : bound < gate.limit() - ROUNDING;
        return broken ? failed(gate, seen, sentence(gate, seen, judged)) : row(gate, seen, "pass", null);
    }

    private static double end(@Nullable IntervalRow interval, boolean upper) {
        Double end = interval == null ? null : upper ? interval.upper() : interval.lower();
        return end != null ? end : upper ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    private static String sentence(Gate gate, Seen seen, double judged) {
        IntervalRow interval = seen.interval();
        String value = number(seen.value());
        String fromTo = gate.metric() + " went from " + number(seen.baseline()) + " to " + value;
        String demand = (gate.rule().isUpperLimit() ? "at most " : "at least ") + number(gate.limit());
        String what = switch (gate.rule()) {
            case MIN, MAX -> gate.metric() + " is " + value;
            case MAX_DROP -> fromTo + ", a drop of " + number(judged);
            case MAX_RELATIVE_DROP -> fromTo + ", a relative drop of " + number(judged);
        };
        String range = gate.mode() == Gate.Mode.POINT || interval == null
                ? ""
                : " (95 % interval " + number(interval.lower()) + " to " + number(interval.upper()) + ")";
        return what + range + "; " + demand
                + (gate.mode() == Gate.Mode.CI_STRICT ? " has to be certain" : " is demanded");
    }

    private static String number(@Nullable Double value) {
        return value == null
                ? "unbounded"
                : new BigDecimal(value).round(FIVE_DIGITS).stripTrailingZeros().toPlainString();
    }

    private static IntervalRow negated(IntervalRow interval) {
        Double lower = interval.lower();
        Double upper = interval.upper();
        return new IntervalRow(
                upper == null ? null : (Double) (0 - upper),
                lower == null ? null : (Double) (0 - lower),
                interval.level(),
                interval.method());
    }

    private static GateRow failed(Gate gate, Seen seen, String reason) {
        return row(gate, seen, "fail", reason);
    }

    private static GateRow row(Gate gate, Seen seen, String verdict, @Nullable String reason) {
        return new GateRow(
                gate.text(),
                gate.metric(),
                gate.slice() == null ? null : gate.slice().name(),
                gate.rule().words(),
                gate.limit(),
                gate.mode().words(),
                seen.value(),
                seen.baseline(),
                seen.interval(),
                verdict,
                reason);
    }
}
