package io.github.recsyseval.metric.kpi;

import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.metric.InvalidMetricException;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.RequestScorer;
import io.github.recsyseval.stat.RatioKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A business figure that the user defines: what is measured of which outcomes, divided by exposures or by users. Outcomes count as
 * they do for {@link RequestRates}.
 *
 * @param events the event types that count, in the order of {@link Event}
 * @param unit what its values are counted in; null for that of all values
 */
public record OwnKpi(
        String name,
        Set<Event> events,
        Measure measure,
        RequestMetric.Per per,
        @Nullable String unit,
        RequestMetric.Better better) {
    /** The most characters of a unit, here and wherever else users name one. */
    public static final int LONGEST_UNIT = 32;

    /** Names that other figures have. */
    private static final Set<String> OTHERS = Stream.concat(
                    Arrays.stream(RequestRates.values())
                            .map(rate -> rate.metric().name()),
                    Stream.of(
                            "outcome_join_rate",
                            "assignment_join_rate",
                            "relevant_share",
                            "latency_p50_ms",
                            "latency_p95_ms",
                            "latency_p99_ms"))
            .collect(Collectors.toUnmodifiableSet());

    /** What happened, as outcome.v1 names it. */
    public enum Event {
        CLICK,
        CONVERSION
    }

    /** What is added up. */
    public enum Measure {
        /** How many outcomes there are. */
        COUNT,
        /** The sum of their {@code value}; one without adds nothing. */
        VALUE,
        /** 1 if there is any, else 0. */
        ANY
    }

    /**
     * Reads definitions such as {@code clicks_per_user: event=click, per=user}.
     *
     * @throws InvalidMetricException if one is not of that form, or two figures would have the same name
     */
    public static List<OwnKpi> parse(List<String> texts) {
        Set<String> taken = new HashSet<>(OTHERS);
        List<OwnKpi> kpis = new ArrayList<>();
        for (String text : texts) {
            OwnKpi kpi = OwnKpiText.read(text, taken::contains);
            taken.add(kpi.name());
            kpis.add(kpi);
        }
        return List.copyOf(kpis);
    }

    /** The same in the terms of all metrics. */
    public RequestMetric metric() {
        return new RequestMetric(name, definition(), kind(), better, per, unit);
    }

    private RatioKind kind() {
        return switch (measure) {
            case COUNT -> RatioKind.EVENT_RATE;
            case VALUE -> RatioKind.MEAN;
            case ANY -> RatioKind.PROPORTION;
        };
    }

    private String definition() {
        String what = events.stream()
                .sorted()
                .map(event -> event.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" and "));
        String divisor = per == RequestMetric.Per.USER ? "users with an exposure" : "exposures";
        return switch (measure) {
            case COUNT -> what + " outcomes / " + divisor;
            case VALUE -> "sum of value over " + what + " outcomes / " + divisor;
            case ANY ->
                (per == RequestMetric.Per.USER ? "users" : "exposures") + " with at least one "
                        + what.replace(" and ", " or ") + " / " + divisor;
        };
    }

    /** A group of such figures. */
    public static MetricGroup group(List<OwnKpi> kpis) {
        OwnKpi[] all = kpis.toArray(new OwnKpi[0]);
        RequestScorer scorer = (request, out, at) -> {
            for (int i = 0; i < all.length; i++) {
                out[at + i] = request.hasCountedOutcomes() ? all[i].numerator(request) : 0;
            }
        };
        return new MetricGroup(kpis.stream().map(OwnKpi::metric).toList(), () -> scorer, true);
    }

    private double numerator(JoinedRequest request) {
        OutcomeIndex outcomes = request.outcomes();
        double sum = 0;
        for (int row = request.firstOutcome(); row < request.endOutcome(); row++) {
            boolean wanted = events.contains(outcomes.isClick(row) ? Event.CLICK : Event.CONVERSION);
            if (wanted && outcomes.outcomeClass(row).counts()) {
                double value = measure == Measure.VALUE ? outcomes.value(row) : 1;
                sum += Double.isNaN(value) ? 0 : value;
            }
        }
        double finite = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, sum));
        return measure == Measure.ANY ? Math.min(finite, 1) : finite;
    }
}
