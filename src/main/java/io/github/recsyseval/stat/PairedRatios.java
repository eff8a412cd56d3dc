package io.github.recsyseval.stat;

/**
 * The difference of two ratios of sums over the same users, A = sum a_u / sum c_u and B = sum b_u / sum d_u: the paired test of two
 * rankers on the same requests, clustered by user. With
 *
 * <pre>e_u = (a_u - A c_u) / sum c - (b_u - B d_u) / sum d,   Var(A - B) = K / (K - 1) * sum e_u^2</pre>
 *
 * (delta method; Deng, Knoblich, Lu, KDD 2018, arXiv:1803.06336). With one request for each user this is the paired t-test. The
 * interval of the relative difference A / B - 1 is Fieller's, with f_u = (b_u - B d_u) / sum d for the variance of B and its covariance
 * with A - B, so it leaves out 0 exactly when that of the difference does.
 *
 * <p>The sums of e_u^2, e_u f_u and f_u^2 are read from the exact sums of all products of a_u, c_u, b_u and d_u, and evaluated exactly: any order of the users
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
                PairSums.addProduct(products[i][j], totals[i], totals[j]);
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
        return Math.sqrt(covariance(ofDifference(), ofDifference()));
    }

    /** e_u (sum c)^2 (sum d)^2, as factors of a_u, c_u, b_u and d_u. */
    private Dyadic[] ofDifference() {
        Dyadic left = total(D).times(total(D));
        Dyadic[] ofSecond = ofSecond();
        return new Dyadic[] {
            left.times(total(C)), negated(left.times(total(A))), negated(ofSecond[B]), negated(ofSecond[D])
        };
    }

    /** f_u (sum c)^2 (sum d)^2, likewise. */
    private Dyadic[] ofSecond() {
        Dyadic right = total(C).times(total(C));
        return new Dyadic[] {Dyadic.of(0), Dyadic.of(0), right.times(total(D)), negated(right.times(total(B)))};
    }

    /** K / (K - 1) times the sum of the products of two of these; NaN for fewer than two users. */
    private double covariance(Dyadic[] first, Dyadic[] second) {
        if (users < 2) {
            return Double.NaN;
        }
        Dyadic sum = Dyadic.of(0);
        for (int i = 0; i < TOTALS; i++) {
            for (int j = 0; j < TOTALS; j++) {
                Dyadic product = products[Math.max(i, j)][Math.min(i, j)].exact();
                sum = sum.plus(first[i].times(second[j]).times(product));
            }
        }
        Dyadic scale = total(C).times(total(C)).times(total(D)).times(total(D));
        return Dyadic.of(users)
                .times(sum)
                .dividedBy(Dyadic.of(users - 1).times(scale).times(scale));
    }

    private static Dyadic negated(Dyadic number) {
        return Dyadic.of(0).minus(number);
    }

    private Dyadic total(int of) {
        return sums[of].exact();
    }

    /** The interval of A - B: by t with K - 1 degrees of freedom; none where no user differs from another. */
    public IntervalOrReason interval(double level) {
        double error = standardError();
        if (!(error > 0)) {
            return new NoInterval(users == 0 ? "no pairs" : users == 1 ? "one user" : NO_VARIATION);
        }
        double half = StudentT.criticalValue(level, users - 1.0) * error;
        return new Interval(difference() - half, difference() + half, level, "paired_delta_by_user");
    }

    /** The interval of A / B - 1 (Fieller); none for a B that cannot be told from 0, nor for one below, over which more would look like less. */
    public IntervalOrReason relativeInterval(double level) {
        double second = second();
        if (second <= 0) {
            return new NoInterval(second == 0 ? "the baseline is 0" : "the baseline is negative");
        }
        if (interval(level) instanceof NoInterval none) {
            return none;
        }
        Dyadic[] ofDifference = ofDifference();
        Dyadic[] ofSecond = ofSecond();
        return FiellerInterval.ofDifference(
                difference(),
                covariance(ofDifference, ofDifference),
                covariance(ofDifference, ofSecond),
                new Estimate(second, covariance(ofSecond, ofSecond), users),
                level,
                StudentT.criticalValue(level, users - 1.0));
    }

    /** Two-sided p-value of no difference; NaN where there is no test. */
    public double pValue() {
        double error = standardError();
        return error > 0 ? StudentT.twoSided(difference() / error, users - 1.0).value() : Double.NaN;
    }

    private double sum(int of) {
        return sums[of].value();
    }
}
