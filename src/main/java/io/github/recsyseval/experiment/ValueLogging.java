package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.metric.kpi.ValuedConversions;
import io.github.recsyseval.stat.RatioMoments;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Why revenue of an arm and of the control cannot be compared: one of them leaves out {@code value} in more of its conversions. The share is
 * that of conversions, by user, so that an arm that sells more has no other share for that.
 *
 * @param reasons by the number of the arm; empty where nothing is against it
 */
record ValueLogging(List<String> reasons) {
    /**
     * Compares the arms.
     *
     * @param sums of all arms
     * @param users gone through where any arm has conversions without a value
     * @param tolerated whether the user says that conversions without a value are worth nothing
     */
    static ValueLogging of(Arms arms, List<ArmSums> sums, UserSums users, Horizon horizon, boolean tolerated) {
        boolean complete = sums.stream()
                .allMatch(arm -> arm.of(ValuedConversions.METRIC).numerator()
                        == arm.of(RequestRates.CONVERSION_RATE).numerator());
        if (complete || tolerated) {
            return new ValueLogging(sums.stream().map(arm -> "").toList());
        }
        List<RatioMoments> shares =
                users.perEvent(ValuedConversions.METRIC, RequestRates.CONVERSION_RATE.metric(), sums.size());
        return new ValueLogging(IntStream.range(0, sums.size())
                .mapToObj(arm -> reason(arms, arm, shares, horizon))
                .toList());
    }

    /** Why a figure of an arm cannot be compared; null where nothing is against it. */
    @Nullable String whyNot(@Nullable RequestRates rate, int arm) {
        boolean spoils =
                rate == RequestRates.REVENUE_PER_EXPOSURE && !reasons.get(arm).isEmpty();
        return spoils ? reasons.get(arm) : null;
    }

    private static String reason(Arms arms, int arm, List<RatioMoments> shares, Horizon horizon) {
        ArmPair pair = new ArmPair(arms, horizon, arm, shares);
        return pair.isEven(EvenLogging.MATERIAL)
                ? ""
                : "value is logged by " + pair.shares("conversions") + pair.p()
                        + ": what is left out cannot be compared (--tolerate J13 if those without are worth nothing)";
    }
}
