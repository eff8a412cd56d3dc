package io.github.recsyseval.stat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * CUPED (Deng, Xu, Kohavi, Walker, WSDM 2013): the part of a figure that a covariate from before the experiment explains is taken
 * out of both arms, which leaves the expected difference as it is and makes it less noisy.
 *
 * <p>Every user has an outcome Y, a covariate X and, where X is unknown, an indicator Z = 1 with X = 0, so that users without
 * history stay in. With W = (X, Z), or X alone where nobody or everybody lacks it, theta solves S_WW theta = S_WY for sums of
 * squares within arms, pooled, and
 *
 * <pre>Y_adjusted = Y - theta' (W - mean of W over all users)</pre>
 *
 * <p>The arms' adjusted means are independent up to first order; their variances are those of the residuals. Where users are put into
 * random groups, their sums over a group take the place of a user's values, and n_g users that of one: the residuals are
 * e_g = sum of Y - theta' W over the group less n_g times their mean over all users of the arm. Users have to be added in an order
 * that is the same for the same data.
 */
public final class CovariateAdjustment {
    private static final int Y = 0;
    private static final int X = 1;
    private static final int Z = 2;
    /** How many users a group has in an arm. */
    private static final int N = 3;

    private static final int VALUES = 4;

    /** Sums over the groups of an arm: of Y, X, Z, n and of their products. */
    private final double[][] sums;

    private final double[][][] products;
    private final long[] groups;
    private final long[] groupsKnown;
    /** The same of the group that is being added. */
    private final double[][] group;

    private double @Nullable [] theta;

    /** @param arms how many there are */
    public CovariateAdjustment(int arms) {
        sums = new double[arms][VALUES];
        products = new double[arms][VALUES][VALUES];
        groups = new long[arms];
        groupsKnown = new long[arms];
        group = new double[arms][VALUES];
    }

    /** Adds a user who counts alone; {@code x} is NaN where it is unknown. All values should be centred near 0. */
    public void add(int arm, double y, double x) {
        addToGroup(arm, y, x);
        endGroup();
    }

    /** Adds a user of the present group, which may have users in several arms. */
    public void addToGroup(int arm, double y, double x) {
        boolean unknown = Double.isNaN(x);
        group[arm][Y] += y;
        group[arm][X] += unknown ? 0 : x;
        group[arm][Z] += unknown ? 1 : 0;
        group[arm][N]++;
    }

    /** Closes the present group. */
    public void endGroup() {
        theta = null;
        for (int arm = 0; arm < group.length; arm++) {
            double[] values = group[arm];
            if (values[N] > 0) {
                groups[arm]++;
                groupsKnown[arm] += values[Z] < values[N] ? 1 : 0;
                for (int i = 0; i < VALUES; i++) {
                    sums[arm][i] += values[i];
                    for (int j = 0; j <= i; j++) {
                        products[arm][i][j] += values[i] * values[j];
                    }
                }
                Arrays.fill(values, 0);
            }
        }
    }

    /** theta of X: how much of the outcome goes with one unit of the covariate. 0 where the covariate explains nothing. */
    public double theta() {
        return coefficients()[0];
    }

    /** The share of users whose covariate is known; NaN without users. */
    public double coverage() {
        double unknown = 0;
        double all = 0;
        for (int arm = 0; arm < sums.length; arm++) {
            unknown += sums[arm][Z];
            all += sums[arm][N];
        }
        return 1 - unknown / all;
    }

    /** The correlation of Y and X within arms, among all users; 0 where either does not vary. */
    public double correlation() {
        double spread = Math.sqrt(pooled(Y, Y) * pooled(X, X));
        return spread > 0 ? pooled(X, Y) / spread : 0;
    }

    /** By which share the adjustment lowers the variance of an arm's mean, within arms; at least 0. */
    public double varianceReduction() {
        double before = pooled(Y, Y);
        double after = 0;
        for (int arm = 0; arm < sums.length; arm++) {
            after += residual(arm);
        }
        return before > 0 ? Math.max(0, 1 - after / before) : 0;
    }

    /** What to add to the mean of Y of an arm: - theta' (mean of W in the arm - mean of W of all). */
    public double shift(int arm) {
        double[] coefficients = coefficients();
        return -coefficients[0] * excess(arm, X) - coefficients[1] * excess(arm, Z);
    }

    /**
     * The variance of the adjusted mean of an arm: K / (K - 1) times the sum of squared residuals / n^2, for K groups of n users; NaN for
     * fewer than two groups.
     */
    public double variance(int arm) {
        return meanVariance(residual(arm), sums[arm][N], groups[arm]);
    }

    private static double meanVariance(double squares, double users, long groups) {
        return groups < 2 ? Double.NaN : squares / users * (groups / users) / (groups - 1.0);
    }

    /** Mean of X among the users of an arm whose X is known, and its variance: are the arms alike before the experiment? */
    public @Nullable Estimate covariate(int arm) {
        double known = sums[arm][N] - sums[arm][Z];
        if (groupsKnown[arm] < 2) {
            return null;
        }
        double mean = sums[arm][X] / known;
        // of x_g - mean times k_g, for k_g = n_g - z_g users whose X is known
        double xk = product(arm, X, N) - product(arm, X, Z);
        double kk = product(arm, N, N) - 2 * product(arm, N, Z) + product(arm, Z, Z);
        double squares = Math.max(0, product(arm, X, X) - 2 * mean * xk + mean * mean * kk);
        return new Estimate(mean, meanVariance(squares, known, groupsKnown[arm]), groupsKnown[arm]);
    }

    /** The share of the users of an arm whose covariate is unknown, and its variance; null for fewer than two users. */
    public @Nullable Estimate unknown(int arm) {
        double variance = meanVariance(Math.max(0, within(arm, Z, Z)), sums[arm][N], groups[arm]);
        return groups[arm] < 2 ? null : new Estimate(mean(arm, Z), variance, groups[arm]);
    }

    private double excess(int arm, int of) {
        double total = 0;
        double all = 0;
        for (int other = 0; other < sums.length; other++) {
            total += sums[other][of];
            all += sums[other][N];
        }
        return mean(arm, of) - total / all;
    }

    private double residual(int arm) {
        double[] c = coefficients();
        double explained = 2 * (c[0] * within(arm, X, Y) + c[1] * within(arm, Z, Y))
                - c[0] * c[0] * within(arm, X, X)
                - 2 * c[0] * c[1] * within(arm, Z, X)
                - c[1] * c[1] * within(arm, Z, Z);
        return Math.max(0, within(arm, Y, Y) - explained);
    }

    private double[] coefficients() {
        double[] known = theta;
        if (known == null) {
            known = solve(spread(X), pooled(Z, X), spread(Z), pooled(X, Y), pooled(Z, Y));
            theta = known;
        }
        return known;
    }

    /** The coefficients of X and Z; of one of them alone where the other does not vary or says the same. */
    private static double[] solve(double xx, double zx, double zz, double xy, double zy) {
        double determinant = xx * zz - zx * zx;
        if (xx > 0 && zz > 0 && determinant > 1e-12 * xx * zz) {
            return new double[] {(xy * zz - zy * zx) / determinant, (zy * xx - xy * zx) / determinant};
        }
        return new double[] {xx > 0 ? xy / xx : 0, 0};
    }

    /** As {@link #pooled} of a variable with itself; 0 where what is left of its squares is rounding. */
    private double spread(int i) {
        double raw = 0;
        for (double[][] product : products) {
            raw += product[i][i];
        }
        double within = pooled(i, i);
        return within > 1e-12 * raw ? within : 0;
    }

    private double pooled(int i, int j) {
        double sum = 0;
        for (int arm = 0; arm < sums.length; arm++) {
            sum += within(arm, i, j);
        }
        return sum;
    }

    /** Sum over the groups of an arm of (v_i - n mean) (v_j - n mean). */
    private double within(int arm, int i, int j) {
        if (groups[arm] == 0) {
            return 0;
        }
        return product(arm, i, j)
                - mean(arm, i) * product(arm, j, N)
                - mean(arm, j) * product(arm, i, N)
                + mean(arm, i) * mean(arm, j) * product(arm, N, N);
    }

    private double mean(int arm, int of) {
        return sums[arm][of] / sums[arm][N];
    }

    private double product(int arm, int i, int j) {
        return products[arm][Math.max(i, j)][Math.min(i, j)];
    }
}
