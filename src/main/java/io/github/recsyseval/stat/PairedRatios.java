package io.github.recsyseval.stat;

/**
 * The difference of two ratios of sums over the same users, A = sum a_u / sum c_u and B = sum b_u / sum d_u: the paired test of two
 * rankers on the same requests, clustered by user. With
 *
 * <pre>e_u = (a_u - A c_u) / sum c - (b_u - B d_u) / sum d,   Var(A - B) = K / (K - 1) * sum e_u^2</pre>
 *
 * (delta method; Deng, Knoblich, Lu, KDD 2018, arXiv:1803.06336). With one request for each user this is the paired t-test. The
 * relative difference A / B - 1 has e_u = (a_u - A c_u) / (B sum c) - A (b_u - B d_u) / (B^2 sum d).
 *
 * <p>The sums of e_u^2 are read from the exact sums of all products of a_u, c_u, b_u and d_u, and evaluated exactly: any order of the users
 * and any parts of them that are added up give the same bits, in memory that does not grow with their number. Not safe for concurrent
 * use.
 */
public final class PairedRatios {
    private static final String NO_VARIATION = "no variation between users";

    /** The places of a user's totals. */
    private static final int A = 0;

    private static final int C = 1;
    private static final int B = 2;
    private static final int D = 3;
    private static final int TOTALS = 4;

    private final ExactSum[] sums = new ExactSum[TOTALS];
    private final ExactSum[][] products = new ExactSum[TOTALS][TOTALS];
    private long users;

    /** No users. */
    public PairedRatios() {
        for (int i = 0; i < TOTALS; i++) {
            sums[i] = new ExactSum();
            for (int j = 0; j <= i; j++) {
                products[i][j] = new ExactSum();
            }
        }
    }

    /**
     * Adds one user with the totals of both sides.
     *
     * @param a at most 1e150 in size, as all of them
     * @param c above 0
     * @param d above 0
     */
    public void add(double a, double c, double b, double d) {
        double[] totals = {a, c, b, d};
        for (double total : totals) {
            if (!(c > 0 && d > 0 && Math.abs(total) <= RatioMoments.LARGEST)) {
                throw new IllegalArgumentException("not the totals of a pair: " + a + " / " + c + ", " + b + " / " + d);
            }
        }
        for (int i = 0; i < TOTALS; i++) {
            sums[i].add(totals[i]);
            for (int j = 0; j <= i; j++) {
                RatioMoments.addProduct(products[i][j], totals[i], totals[j]);
            }
        }
        users++;
    }

    /** K. */
    public long users() {
        return users;
    }

    /** A; NaN without users. */
    public double first() {
        return sum(A) / sum(C);
    }

    /** B; NaN without users. */
    public double second() {
        return sum(B) / sum(D);
    }

    /** A - B. */
    public double difference() {
        return first() - second();
    }

    /** Standard error of {@link #difference}; NaN for fewer than two users. */
    public double standardError() {
        Dyadic left = total(D).times(total(D));
        Dyadic right = total(C).times(total(C));
        return error(left, right, left.times(right));
    }

    /** Standard error of A / B - 1. */
    private double relativeError() {
        Dyadic scale = total(C).times(total(B));
        return error(total(B).times(total(D)), total(A).times(total(C)), scale.times(scale));
    }

    /** For e_u = (left (a_u sum c - sum a c_u) - right (b_u sum d - sum b d_u)) / scale. */
    private double error(Dyadic left, Dyadic right, Dyadic scale) {
        if (users < 2) {
            return Double.NaN;
        }
        Dyadic[] factor = {
            left.times(total(C)), negated(left.times(total(A))), negated(right.times(total(D))), right.times(total(B))
        };
        Dyadic squares = Dyadic.of(0);
        for (int i = 0; i < TOTALS; i++) {
            for (int j = 0; j <= i; j++) {
                Dyadic term = factor[i].times(factor[j]).times(products[i][j].exact());
                squares = squares.plus(i == j ? term : term.plus(term));
            }
        }
        Dyadic divisor = Dyadic.of(users - 1).times(scale).times(scale);
        return Math.sqrt(Dyadic.of(users).times(squares).dividedBy(divisor));
    }

    private static Dyadic negated(Dyadic number) {
        return Dyadic.of(0).minus(number);
    }

    private Dyadic total(int of) {
        return sums[of].exact();
    }

    /** The interval of A - B: by t with K - 1 degrees of freedom; none where no user differs from another. */
    public IntervalOrReason interval(double level) {
        if (users < 2) {
            return new NoInterval(users == 0 ? "no pairs" : "one user");
        }
        return around(difference(), standardError(), level, "paired_delta_by_user");
    }

    /** The interval of A / B - 1; none for a B below 0, over which more would look like less. */
    public IntervalOrReason relativeInterval(double level) {
        double second = second();
        if (second <= 0) {
            return new NoInterval(second == 0 ? "the baseline is 0" : "the baseline is negative");
        }
        if (users < 2) {
            return interval(level);
        }
        return around(first() / second - 1, relativeError(), level, "paired_delta_relative");
    }

    /** Two-sided p-value of no difference; NaN where there is no test. */
    public double pValue() {
        double error = standardError();
        return error > 0 ? StudentT.twoSided(difference() / error, users - 1.0).value() : Double.NaN;
    }

    private IntervalOrReason around(double value, double error, double level, String method) {
        if (!(error > 0)) {
            return new NoInterval(NO_VARIATION);
        }
        double half = StudentT.criticalValue(level, users - 1.0) * error;
        return new Interval(value - half, value + half, level, method);
    }

    private double sum(int of) {
        return sums[of].value();
    }
}
