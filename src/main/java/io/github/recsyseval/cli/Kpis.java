package io.github.recsyseval.cli;

import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.text.DidYouMean;
import java.util.List;

/** KPIs by the names that users type. */
final class Kpis {
    private Kpis() {}

    /** The KPI of a name; anything else is refused with what was probably meant. */
    static RequestRates named(String option, String name) {
        List<String> names =
                RequestRates.KPIS.stream().map(rate -> rate.metric().name()).toList();
        if (!names.contains(name)) {
            throw new UsageException(option + ": no KPI \"" + name + "\"" + DidYouMean.hintOrAll(name, names));
        }
        return RequestRates.KPIS.get(names.indexOf(name));
    }
}
