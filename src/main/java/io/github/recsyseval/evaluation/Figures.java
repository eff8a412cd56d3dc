package io.github.recsyseval.evaluation;

import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.stat.Interval;
import io.github.recsyseval.stat.IntervalOrReason;
import io.github.recsyseval.stat.NoInterval;
import io.github.recsyseval.stat.RatioInterval;
import io.github.recsyseval.stat.RatioKind;
import io.github.recsyseval.stat.RatioMoments;
import org.jspecify.annotations.Nullable;

/** Turns sums into rows of a report: every number with its n, its interval or the reason why there is none. */
final class Figures {
    private static final String NO_DATA = "nothing to divide by";
    private static final String TOO_LARGE = "too large for a number";

    private final boolean trusted;
    private final SpoiledFigures spoiled;
    private final @Nullable NoInterval noInference;
    private final DeclaredMeaning meaning;

    /** @param noInference why no interval can be given at all; null when users can be told apart */
    Figures(boolean trusted, SpoiledFigures spoiled, @Nullable NoInterval noInference, DeclaredMeaning meaning) {
        this.trusted = trusted;
        this.spoiled = spoiled;
        this.noInference = noInference;
        this.meaning = meaning;
    }

    private boolean trusted(String unit) {
        return trusted && !spoiled.has(unit);
    }

    /** A ratio over requests or other units, clustered by user. */
    MetricRow ratio(RequestMetric metric, RatioMoments moments) {
        MetricRow row = plain(metric, moments);
        if (metric.kind() != RatioKind.MEAN) {
            return row;
        }
        return row.inUnit(metric.valueUnit() == null ? meaning.valueUnit() : metric.valueUnit());
    }

    private MetricRow plain(RequestMetric metric, RatioMoments moments) {
        double value = moments.ratio();
        long n = (long) moments.denominator();
        if (Double.isNaN(value)) {
            return MetricRow.absent(
                    metric.name(),
                    unit(metric),
                    n,
                    0L,
                    moments.isTooLarge() ? TOO_LARGE : NO_DATA,
                    trusted(unit(metric)),
                    metric.definition());
        }
        IntervalOrReason interval =
                noInference != null ? noInference : RatioInterval.of(moments, metric.kind(), SliceSums.LEVEL);
        return new MetricRow(
                metric.name(),
                unit(metric),
                finite(value),
                n,
                moments.users(),
                finite(moments.numerator()),
                row(interval),
                Double.isFinite(value) ? interval.whyNot().orElse(null) : TOO_LARGE,
                trusted(unit(metric)),
                metric.definition(),
                metric.better() == RequestMetric.Better.HIGHER ? "higher" : "lower",
                noInference != null ? null : finite(moments.standardError()),
                null,
                null,
                null);
    }

    /** The interval of events per trial, with users in random groups; null where there is none. */
    @Nullable IntervalRow interval(RatioMoments byGroup) {
        return noInference != null
                ? null
                : RatioInterval.of(byGroup, RatioKind.EVENT_RATE, SliceSums.LEVEL)
                        .interval()
                        .map(found -> found.method().equals("delta_by_user")
                                ? new Interval(found.lower(), found.upper(), found.level(), "delta_by_user_group")
                                : found)
                        .map(Figures::row)
                        .orElse(null);
    }

    /** A latency quantile; {@code q} as in {@code p95}. */
    MetricRow latency(SliceSums sums, double q) {
        return quantile(sums, q).measuredAt(meaning.latencyMeasuredAt());
    }

    private MetricRow quantile(SliceSums sums, double q) {
        String name = "latency_p" + Math.round(100 * q) + "_ms";
        for (SliceSums.LatencyQuantile quantile : sums.latencyQuantiles()) {
            if (quantile.q() == q) {
                IntervalOrReason interval = noInference != null ? noInference : quantile.interval();
                boolean endless = interval.interval()
                        .filter(found -> !Double.isFinite(found.upper()))
                        .isPresent();
                return new MetricRow(
                        name,
                        "ms",
                        quantile.value(),
                        sums.latencies(),
                        null,
                        null,
                        row(interval),
                        endless
                                ? "not enough data for p" + Math.round(100 * q)
                                : interval.whyNot().orElse(null),
                        trusted("ms"),
                        latencyDefinition(q),
                        null,
                        null,
                        null,
                        null,
                        null);
            }
        }
        return MetricRow.absent(name, "ms", 0, null, "no latency is logged", trusted, latencyDefinition(q));
    }

    static String unit(RequestMetric metric) {
        return switch (metric.kind()) {
            case PROPORTION -> "share";
            case EVENT_RATE -> metric.per() == RequestMetric.Per.USER ? "per_user" : "per_exposure";
            case UNIT_MEAN -> "score";
            case MEAN -> "value";
        };
    }

    private static String latencyDefinition(double q) {
        return "latency_ms at rank ceil(" + q + " n) of the n exposures that log it";
    }

    static @Nullable IntervalRow row(IntervalOrReason interval) {
        return interval.interval().map(Figures::row).orElse(null);
    }

    private static IntervalRow row(Interval interval) {
        return new IntervalRow(finite(interval.lower()), finite(interval.upper()), interval.level(), interval.method());
    }

    static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
