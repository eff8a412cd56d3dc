package io.github.recsyseval.stat;

/**
 * Confidence intervals of a quantile, whose ends are values that occurred, x_(l) and x_(u). A rank below 1 or above n does
 * not exist; that end is unbounded (a 95% interval of the p99 has an upper end from n = 368 on).
 */
public final class QuantileInterval {

    private QuantileInterval() {}

    /**
     * For values that repeat within users: the ranks floor(n (q - t s)) and ceil(n (q + t s)), t with K - 1 degrees of
     * freedom (Woodruff, JASA 47, 1952; clustered: Deng, Knoblich, Lu, KDD 2018, section 4; Yao, Li, Lu,
     * arXiv:2401.14549). s is the standard error of the share of values that are at most x_q, or of those below it where that is
     * larger, but no less than that of independent values, sqrt(q (1 - q) / n). Where many values equal x_q, as a time out, the first
     * of these shares may be 1 for every user, which says nothing; the second tells whether they are a few users'.
     *
     * @param belowOrAt by user: m_u values at most x_q, the estimated quantile, among d_u values
     * @param below the same of values below x_q; where {@link #isTied} says no, {@code belowOrAt} stands for it
     */
    public static IntervalOrReason clustered(
            OrderedValues values, double q, RatioMoments belowOrAt, RatioMoments below, double level) {
        Interval.requireLevel(level);
        long n = values.count();
        if (n == 0) {
            return new NoInterval("no data");
        }
        if (belowOrAt.clusters() < 2) {
            return new NoInterval("one user");
        }
        double ofUsers = Math.max(belowOrAt.standardError(), below.standardError());
        double standardError = Math.max(ofUsers, independent(q, n));
        double half = StudentT.criticalValue(level, belowOrAt.clusters() - 1.0) * standardError;
        String method = belowOrAt.users() == belowOrAt.clusters() ? "woodruff_by_user" : "woodruff_by_user_group";
        return between(values, Math.floor(n * (q - half)), Math.ceil(n * (q + half)), level, method);
    }

    /** Whether more values equal the q-quantile than independent values could tell it from. */
    public static boolean isTied(OrderedValues values, double q) {
        double quantile = values.quantile(q);
        long equal = values.countUpTo(quantile) - values.countUpTo(Math.nextDown(quantile));
        return equal > 1 && equal > values.count() * independent(q, values.count());
    }

    /** Standard error of the share of n independent values that are below their q-quantile. */
    private static double independent(double q, long n) {
        return Math.sqrt(q * (1 - q) / n);
    }

    private static Interval between(OrderedValues values, double lower, double upper, double level, String method) {
        return new Interval(
                lower < 1 ? Double.NEGATIVE_INFINITY : values.atRank((long) lower),
                upper > values.count() ? Double.POSITIVE_INFINITY : values.atRank((long) upper),
                level,
                method);
    }
}
