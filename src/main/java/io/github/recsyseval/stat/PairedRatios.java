package io.github.recsyseval.stat;

import java.util.Arrays;

/**
 * The difference of two ratios of sums over the same users, A = sum a_u / sum c_u and B = sum b_u / sum d_u: the paired test of two
 * rankers on the same requests, clustered by user. With
 *
 * <pre>e_u = (a_u - A c_u) / sum c - (b_u - B d_u) / sum d,   Var(A - B) = K / (K - 1) * sum e_u^2</pre>
 *
 * (delta method; Deng, Knoblich, Lu, KDD 2018, arXiv:1803.06336). With one request for each user this is the paired t-test. The
 * relative difference A / B - 1 has e_u = (a_u - A c_u) / (B sum c) - A (b_u - B d_u) / (B^2 sum d).
 *
 * <p>Any order of the users gives the same bits. 32 bytes for each user.
 */
public final class PairedRatios {
    private static final String NO_VARIATION = "no variation between users";

    private double[] rows = new double[4 * 64];
    private int users;
    private boolean identical = true;

    /** Adds one user with the totals of both sides; denominators above 0. */
    public void add(double a, double c, double b, double d) {
        if (!(c > 0 && d > 0)) {
            throw new IllegalArgumentException("not the totals of a pair: " + a + " / " + c + ", " + b + " / " + d);
        }
        if (4 * users == rows.length) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
        }
        rows[4 * users] = a;
        rows[4 * users + 1] = c;
        rows[4 * users + 2] = b;
        rows[4 * users + 3] = d;
        users++;
        identical &= a == b && c == d;
    }

    /** K. */
    public int users() {
        return users;
    }

    /** A; NaN without users. */
    public double first() {
        return sum(0) / sum(1);
    }

    /** B; NaN without users. */
    public double second() {
        return sum(2) / sum(3);
    }

    /** A - B. */
    public double difference() {
        return first() - second();
    }

    /** Standard error of {@link #difference}; NaN for fewer than two users. */
    public double standardError() {
        return standardError(1, 1);
    }

    /** The interval of A - B: by t with K - 1 degrees of freedom; [0, 0] where every user has the same totals on both sides. */
    public IntervalOrReason interval(double level) {
        if (users < 2) {
            return new NoInterval(users == 0 ? "no pairs" : "one user");
        }
        if (identical) {
            return new Interval(0, 0, level, "identical_pairs");
        }
        return around(difference(), standardError(), level, "paired_delta_by_user");
    }

    /** The interval of A / B - 1. */
    public IntervalOrReason relativeInterval(double level) {
        double second = second();
        if (users < 2 || second == 0 || identical) {
            return second == 0 ? new NoInterval("the baseline is 0") : interval(level);
        }
        double error = standardError(1 / second, first() / (second * second));
        return around(first() / second - 1, error, level, "paired_delta_relative");
    }

    /** Two-sided p-value of no difference; 1 where the sides are identical, NaN where there is no test. */
    public double pValue() {
        if (users > 1 && identical) {
            return 1;
        }
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

    private double standardError(double ofFirst, double ofSecond) {
        if (users < 2) {
            return Double.NaN;
        }
        double first = first();
        double second = second();
        double c = sum(1);
        double d = sum(3);
        ExactSum squares = new ExactSum();
        for (int i = 0; i < 4 * users; i += 4) {
            double left = (rows[i] - first * rows[i + 1]) / c;
            double right = (rows[i + 2] - second * rows[i + 3]) / d;
            double e = ofFirst * left - ofSecond * right;
            squares.add(e * e);
        }
        return Math.sqrt(squares.value() * users / (users - 1.0));
    }

    private double sum(int column) {
        ExactSum sum = new ExactSum();
        for (int i = column; i < 4 * users; i += 4) {
            sum.add(rows[i]);
        }
        return sum.value();
    }
}
