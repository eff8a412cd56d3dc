package io.github.recsyseval.stat;

import java.util.Arrays;

/**
 * Bootstrap of ratios of sums over users: in replicate b every user counts w times, w ~ Poisson(1) (Hanley, MacGibbon 2006;
 * Chamandy, Muralidharan, Najmi, Naidu, "Estimating Uncertainty for Massive Data Streams", Google 2012).
 *
 * <p>w is a function of (seed, b, user): {@link Poisson1} of {@code mix(mix(user) ^ at(seed, b))} with the functions of {@link
 * Mix64}. Sums are kept in 64-bit fixed point, in units of 2^-{@value #FRACTION_BITS} (4e-9). So neither order nor threads nor
 * splits of the users change a bit, and a replicate costs an addition per sum.
 *
 * <p>Memory: 16 bytes per replicate and ratio. Not safe for concurrent use.
 */
public final class PoissonBootstrap {

    /** A number x is kept as the whole number nearest to x * 2^FRACTION_BITS: whole numbers add up exactly. */
    private static final int FRACTION_BITS = 28;

    private static final double SCALE = 1L << FRACTION_BITS;
    private static final long LARGEST_TOTAL = Long.MAX_VALUE / Poisson1.LARGEST;

    private final int ratios;
    private final long[] keys;

    /** Weighted sums; those of replicate b begin at b * 2 * ratios: all numerators, then all denominators. */
    private final long[] sums;

    /** Sizes of all that was added, per sum: proof that no weighted sum can overflow. */
    private final long[] totals;

    private final long[] row;

    /**
     * An empty bootstrap.
     *
     * @param seed any number; the same seed gives the same weights
     * @param replicates B, at least 1; 1000 for a 95% interval of publishable precision
     * @param ratios how many ratios are resampled together
     */
    public PoissonBootstrap(long seed, int replicates, int ratios) {
        if (replicates < 1 || ratios < 1) {
            throw new IllegalArgumentException(replicates + " replicates of " + ratios + " ratios");
        }
        this.ratios = ratios;
        this.keys = new long[replicates];
        Arrays.setAll(keys, b -> Mix64.at(seed, b));
        this.sums = new long[Math.multiplyExact(replicates, 2 * ratios)];
        this.totals = new long[2 * ratios];
        this.row = new long[2 * ratios];
    }

    private static long scaled(double x) {
        double scaled = Math.rint(x * SCALE);
        if (!(Math.abs(scaled) < LARGEST_TOTAL)) {
            throw new IllegalArgumentException("cannot be resampled: " + x);
        }
        return (long) scaled;
    }

    /**
     * Adds one user, once, with all its totals.
     *
     * @param user 64-bit hash of the user's id
     * @param numerators m_u of every ratio
     * @param denominators d_u of every ratio
     * @throws ArithmeticException once the totals of one ratio exceed 2 * 10^9 in size
     */
    public void add(long user, double[] numerators, double[] denominators) {
        requireRatios(numerators.length);
        requireRatios(denominators.length);
        for (int i = 0; i < ratios; i++) {
            row[i] = scaled(numerators[i]);
            row[ratios + i] = scaled(denominators[i]);
        }
        addRow(user);
    }

    /** The resampled values of one ratio, ascending; NaN, last, for a replicate whose denominator is 0. */
    public double[] resampled(int ratio) {
        double[] values = new double[keys.length];
        for (int b = 0; b < values.length; b++) {
            long denominator = sums[(2 * b + 1) * ratios + ratio];
            values[b] = denominator == 0 ? Double.NaN : (double) sums[2 * b * ratios + ratio] / denominator;
        }
        Arrays.sort(values);
        return values;
    }

    /**
     * The percentile interval: the values of rank floor((B + 1) alpha / 2) from either end (Davison, Hinkley, "Bootstrap Methods
     * and their Application", 1997, 5.3.1).
     *
     * @return {@link NoInterval} with "too few replicates" (39 are needed for 95%), or "too few users" if any replicate drew none
     */
    public IntervalOrReason interval(int ratio, double level) {
        int rank = rank(level);
        if (rank < 1) {
            return new NoInterval("too few replicates");
        }
        double[] values = resampled(ratio);
        if (Double.isNaN(values[values.length - 1])) {
            return new NoInterval("too few users");
        }
        return new Interval(values[rank - 1], values[values.length - rank], level, "poisson_bootstrap_by_user");
    }

    /**
     * By how much the ends of {@link #interval} would vary with the seed: their standard error, the larger of the two, from the
     * values s ranks to either side, s = sqrt(B q (1 - q)). NaN where there is no interval.
     */
    public double monteCarloError(int ratio, double level) {
        if (interval(ratio, level) instanceof NoInterval) {
            return Double.NaN;
        }
        double[] values = resampled(ratio);
        int rank = rank(level);
        int spread = (int) Math.ceil(Math.sqrt(rank * (1 - (double) rank / values.length)));
        return Math.max(halfSpread(values, rank - 1, spread), halfSpread(values, values.length - rank, spread));
    }

    private int rank(double level) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        // 40 * 0.025 must not become 0.99...
        return (int) Math.floor((keys.length + 1) * tail + 1e-9);
    }

    private static double halfSpread(double[] values, int index, int spread) {
        int from = Math.max(0, index - spread);
        int to = Math.min(values.length - 1, index + spread);
        return (values[to] - values[from]) * spread / (to - from);
    }

    private void addRow(long user) {
        raiseTotals(row);
        long mixed = Mix64.mix(user);
        int width = row.length;
        for (int b = 0; b < keys.length; b++) {
            int weight = Poisson1.of(Mix64.mix(mixed ^ keys[b]));
            if (weight != 0) {
                addWeighted(b * width, weight);
            }
        }
    }

    private void addWeighted(int offset, long weight) {
        for (int i = 0; i < row.length; i++) {
            sums[offset + i] += weight * row[i];
        }
    }

    private void raiseTotals(long[] added) {
        for (int i = 0; i < totals.length; i++) {
            long total = totals[i] + Math.abs(added[i]);
            if (total < 0 || total > LARGEST_TOTAL) {
                throw new ArithmeticException("totals too large for the bootstrap");
            }
            totals[i] = total;
        }
    }

    private void requireRatios(int length) {
        if (length != ratios) {
            throw new IllegalArgumentException(length + " numbers for " + ratios + " ratios");
        }
    }
}
