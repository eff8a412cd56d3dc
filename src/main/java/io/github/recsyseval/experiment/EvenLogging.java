package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.kpi.LoggedFields;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.stat.RatioMoments;
import org.jspecify.annotations.Nullable;

/**
 * Whether two arms log a field alike. Where one leaves it out more often, as a service that fails before it can log how long it took, the
 * figures of what is logged compare different requests.
 */
final class EvenLogging {
    /** Smaller differences of the share of exposures with the field do no harm. */
    static final double MATERIAL = 0.01;

    /** Whatever is cached: so many requests do not all take no time. One of the quantiles that are kept. */
    private static final double MOST_REQUESTS = 0.95;

    private final Arms arms;
    private final ArmSums control;
    private final ArmSums candidate;
    private final Horizon horizon;
    private final ValueLogging values;

    EvenLogging(Arms arms, ArmSums control, ArmSums candidate, Horizon horizon, ValueLogging values) {
        this.values = values;
        this.arms = arms;
        this.control = control;
        this.candidate = candidate;
        this.horizon = horizon;
    }

    /** Why a guardrail cannot be judged; null where nothing is against it. */
    @Nullable String whyNot(GuardrailRule rule) {
        LoggedFields field = field(rule.rate());
        if (field == LoggedFields.LATENCY && isZero(candidate) != isZero(control)) {
            int arm = isZero(candidate) ? 1 : 0;
            return "latency_ms is 0 in 95 % or more of the exposures of " + arms.shown(arm) + ", and not of those of "
                    + arms.shown(1 - arm) + ": no request takes no time, so it was not measured";
        }
        if (field == null) {
            return values.whyNot(rule.rate(), 1);
        }
        return isEven(control.of(field.metric()), candidate.of(field.metric()), horizon, MATERIAL)
                ? null
                : field.field() + " is logged by " + share(candidate, field) + " of the exposures of " + arms.shown(1)
                        + " and by " + share(control, field) + " of those of " + arms.shown(0)
                        + ": what is left out cannot be compared";
    }

    private static boolean isZero(ArmSums arm) {
        return arm.sums().latencyQuantiles().stream()
                .anyMatch(quantile -> quantile.q() == MOST_REQUESTS && quantile.value() == 0);
    }

    /** The field of exposures that a figure rests on; null for one that every exposure has, and for outcomes. */
    private static @Nullable LoggedFields field(@Nullable RequestRates rate) {
        if (rate == null) {
            return LoggedFields.LATENCY;
        }
        return switch (rate) {
            case ERROR_RATE, EMPTY_AND_ERROR, EMPTY_WITHOUT_WORD -> LoggedFields.ERROR;
            default -> null;
        };
    }

    /**
     * Welch's test; shares that do not vary between users, as 0 and 1, are known exactly.
     *
     * @param material smaller differences do no harm
     */
    static boolean isEven(RatioMoments here, RatioMoments there, Horizon horizon, double material) {
        double apart = Math.abs(there.ratio() - here.ratio());
        if (apart == 0 || !(apart >= material)) {
            return true;
        }
        Contrast contrast = Contrast.between(here, there, horizon);
        return contrast == null
                ? here.clusters() < 2 || there.clusters() < 2
                : !contrast.pValue().isBelow(ExpectedSplit.DEFAULT_ALPHA);
    }

    private static String share(ArmSums arm, LoggedFields field) {
        return Amounts.percent(arm.of(field.metric()).ratio());
    }
}
