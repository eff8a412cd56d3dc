package io.github.recsyseval.stat;

/**
 * The confidence interval of a ratio of sums over users, or the reason why there is none.
 *
 * <ul>
 *   <li>{@code delta_by_user}: R -+ t sqrt(Var(R)), with the delta-method variance of {@link RatioMoments} and the t
 *       quantile with K - 1 degrees of freedom for K users, cut to the values the ratio can take. The normal quantile is
 *       its limit, and too short for few users. {@code delta_by_user_group} where clusters are groups of users.
 *   <li>{@code wilson}: where the delta method would give a width near 0, that is for a {@link RatioKind#PROPORTION} with
 *       fewer than 10 events or 10 non-events, or without any variance, and for an {@link RatioKind#EVENT_RATE} below 1
 *       with fewer than 10 events (rare events hardly ever repeat). Wilson's interval for {@link
 *       RatioMoments#effectiveSize()} trials.
 * </ul>
 */
public final class RatioInterval {

    private static final int FEW = 10;

    private RatioInterval() {}

    /**
     * The interval of {@code moments.ratio()}.
     *
     * @return {@link NoInterval} with the reason "no data" (a denominator of 0), "one user", or "no variation between
     *     users" (a variance of 0 says nothing about the uncertainty)
     */
    public static IntervalOrReason of(RatioMoments moments, RatioKind kind, double level) {
        Interval.requireLevel(level);
        double ratio = moments.ratio();
        if (Double.isNaN(ratio)) {
            return new NoInterval("no data");
        }
        if (moments.clusters() < 2) {
            return new NoInterval("one user");
        }
        double standardError = moments.standardError();
        if (needsWilson(moments, kind, ratio, standardError)) {
            return Wilson.interval(ratio, moments.effectiveSize(), level);
        }
        if (standardError == 0) {
            return new NoInterval("no variation between users");
        }
        double half = StudentT.criticalValue(level, moments.clusters() - 1.0) * standardError;
        String method = moments.users() == moments.clusters() ? "delta_by_user" : "delta_by_user_group";
        return new Interval(ratio - half, ratio + half, level, method).within(kind.lowest(), kind.highest());
    }

    private static boolean needsWilson(RatioMoments moments, RatioKind kind, double ratio, double standardError) {
        double events = moments.numerator();
        double others = moments.denominator() - events;
        return switch (kind) {
            case PROPORTION -> events < FEW || others < FEW || standardError == 0;
            case EVENT_RATE -> ratio < 1 && events < FEW;
            case UNIT_MEAN, MEAN -> false;
        };
    }
}
