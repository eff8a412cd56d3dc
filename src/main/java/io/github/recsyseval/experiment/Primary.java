package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.kpi.RequestRates;

/**
 * A metric that decides.
 *
 * @param rate one of {@link RequestRates#KPIS}
 * @param minEffect what its interval has to lie above
 */
public record Primary(RequestRates rate, Effect minEffect) {
    public Primary {
        if (!RequestRates.KPIS.contains(rate)) {
            throw new IllegalArgumentException(rate.metric().name() + " is no KPI");
        }
    }
}
