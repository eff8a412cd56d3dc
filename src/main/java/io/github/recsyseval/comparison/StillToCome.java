package io.github.recsyseval.comparison;

import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.BaselineReport;
import io.github.recsyseval.text.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Outcomes that the logs of one report had more time to collect than those of the other: what figures differ by for that is no change.
 */
final class StillToCome {
    /** Shares of outcomes that are still to come and differ by less make no difference that matters. */
    private static final double MATERIAL = 0.05;

    private static final Map<String, List<RequestRates>> FIGURES = new TreeMap<>(Map.of(
            "click", List.of(RequestRates.CTR, RequestRates.CLICK_RATE, RequestRates.EXPOSURE_JOIN_RATE),
            "conversion", List.of(RequestRates.CONVERSION_RATE, RequestRates.REVENUE_PER_EXPOSURE)));

    private final List<String> warnings = new ArrayList<>();
    private final Set<String> figures = new TreeSet<>();

    StillToCome(BaselineReport before, BaselineReport after) {
        FIGURES.forEach((type, rates) -> {
            Double then = before.toCome().get(type);
            Double now = after.toCome().get(type);
            if (then != null && now != null && Math.abs(now - then) >= MATERIAL) {
                rates.forEach(rate -> figures.add(rate.metric().name()));
                after.ownKpis().forEach((name, events) -> {
                    if (events.contains(type)) {
                        figures.add(name);
                    }
                });
                warnings.add(type + "s are still to come: at least " + percent(now) + " of those of " + after.source()
                        + " and " + percent(then) + " of those of " + before.source()
                        + " were not in the logs yet; metrics that differ because of them have not changed: exclude the last days"
                        + " (--until), or give both an --attribution-window that all exposures have had");
            }
        });
    }

    private static String percent(double share) {
        return Decimals.significant(100 * share, 3) + " %";
    }

    /** Names of the figures that rest on such outcomes. */
    Set<String> figures() {
        return figures;
    }

    /** A sentence for each type of outcome. */
    List<String> warnings() {
        return warnings;
    }
}
