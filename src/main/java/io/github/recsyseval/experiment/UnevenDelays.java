package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.kpi.OutcomeDelays;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.stat.RatioMoments;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether outcomes of one arm come sooner than those of the other while many are still to come: it then has more of them by now, and need
 * not in the end. Compared is the mean delay of an outcome on a logarithmic scale ({@link OutcomeDelays}), by user.
 *
 * @param toCome which share of the clicks and conversions is still to come, by {@code ctr} and {@code conversion_rate}, where it matters
 */
record UnevenDelays(Map<RequestRates, Double> toCome, Arms arms, UserSums sums, Horizon horizon) {

    /** Why a change for the better, or the worse, is none for sure; null where nothing speaks against it. */
    @Nullable String doubt(RequestRates rate, boolean better) {
        boolean clicks = rate == RequestRates.CTR || rate == RequestRates.CLICK_RATE;
        RequestRates events = clicks ? RequestRates.CTR : RequestRates.CONVERSION_RATE;
        Double share = toCome.get(events);
        if (share == null) {
            return null;
        }
        RequestMetric delay = clicks ? OutcomeDelays.CLICKS : OutcomeDelays.CONVERSIONS;
        List<RatioMoments> delays = sums.perEvent(delay, events.metric(), arms.count());
        boolean sooner = delays.get(1).ratio() < delays.get(0).ratio();
        if (sooner != better || EvenLogging.isEven(delays.get(0), delays.get(1), horizon, 0)) {
            return null;
        }
        ArmPair pair = new ArmPair(arms, horizon, 1, delays);
        String what = clicks ? "clicks" : "conversions";
        return (better ? " is better" : " is worse") + " as far as " + what + " have come: those of "
                + arms.shown(better ? 1 : 0) + " come sooner than those of " + arms.shown(better ? 0 : 1) + pair.p()
                + ", and at least " + Amounts.percent(share)
                + " of all are still to come; evaluate these exposures again"
                + " when they are there, or only those that are older (--until)";
    }
}
