package io.github.recsyseval.stat;

/**
 * A ratio of sums over clusters, R = sum m_u / sum d_u, with its variance: m_u and d_u are the totals of cluster u (of
 * one user, say: clicks and exposures, or the sum of a metric and the number of requests).
 *
 * <p>With e_u = m_u - R d_u, which sums to 0, the delta method gives
 *
 * <pre>Var(R) = sum e_u^2 / (K - 1) / (K dbar^2) = K / (K - 1) * sum e_u^2 / (sum d_u)^2</pre>
 *
 * (Deng, Knoblich, Lu, "Applying the Delta Method in Metric Analytics", KDD 2018, arXiv:1803.06336). It is read from five
 * sums, sum e_u^2 = sum m^2 - 2 R sum md + R^2 sum d^2. That formula cancels badly in floating point; here the sums are
 * exact, products included, and the whole formula is evaluated in exact arithmetic and rounded once.
 *
 * <p>Every cluster is added once, with its totals. Not safe for concurrent use.
 */
public final class RatioMoments {
    /** Squares of larger numbers could exceed the range of doubles. */
    public static final double LARGEST = 1e150;

    private long clusters;
    private long users;
    private long tooLarge;
    private final PairSums sums = new PairSums();

    /** No clusters: the ratio is NaN. */
    public RatioMoments() {}

    /**
     * Adds one cluster.
     *
     * @param numerator m_u, at most 1e150 in size
     * @param denominator d_u, from 0 to 1e150
     */
    public void add(double numerator, double denominator) {
        if (!(Math.abs(numerator) <= LARGEST && denominator >= 0 && denominator <= LARGEST)) {
            throw new IllegalArgumentException("not the totals of a cluster: " + numerator + " / " + denominator);
        }
        clusters++;
        users++;
        sums.add(numerator, denominator);
    }

    /** As {@link #add}, but a numerator beyond {@link #LARGEST} leaves no ratio. */
    public void addAny(double numerator, double denominator) {
        if (Math.abs(numerator) <= LARGEST) {
            add(numerator, denominator);
        } else {
            markTooLarge();
        }
    }

    /** Takes out a cluster that was added with the same totals: as if it had never been added, to the last bit. */
    public void remove(double numerator, double denominator) {
        clusters--;
        users--;
        sums.remove(numerator, denominator);
    }

    /**
     * Adds one cluster that stands for several users.
     *
     * @param size how many, at least 1
     */
    public void addGroup(double numerator, double denominator, long size) {
        add(numerator, denominator);
        users += size - 1;
    }

    /**
     * Adds clusters whose numerators and denominators are whole, by their sums.
     *
     * @param size how many users they stand for, at least as many as there are clusters
     * @param sumM of the numerators
     * @param sumD of the denominators
     * @param sumMm of the squared numerators
     * @param sumDd of the squared denominators
     * @param sumMd of the products
     */
    public void addSums(long count, long size, long sumM, long sumD, long sumMm, long sumDd, long sumMd) {
        clusters += count;
        users += size;
        sums.addSums(sumM, sumD, sumMm, sumDd, sumMd);
    }

    /**
     * Adds {@code times} clusters that are alike.
     *
     * @param numerator m_u of each, at most 1e150 in size
     * @param denominator d_u of each, from 0 to 1e150
     */
    public void addAlike(double numerator, double denominator, long times) {
        if (PairSums.isSmall(numerator, denominator) && denominator >= 0) {
            clusters += times;
            users += times;
            sums.addSmall((int) numerator, (int) denominator, times);
            return;
        }
        for (long i = 0; i < times; i++) {
            add(numerator, denominator);
        }
    }

    /** Adds the clusters of {@code other}, whose value stays as it is; no cluster may be in both. */
    public void add(RatioMoments other) {
        clusters += other.clusters;
        users += other.users;
        tooLarge += other.tooLarge;
        sums.add(other.sums);
    }

    /** Says that a cluster's total was beyond {@link #LARGEST}: from now on there is no ratio. */
    public void markTooLarge() {
        tooLarge++;
    }

    /** Takes one such cluster out. */
    public void unmarkTooLarge() {
        tooLarge--;
    }

    /** Whether some cluster's total was too large to calculate with. */
    public boolean isTooLarge() {
        return tooLarge > 0;
    }

    /** Number of clusters, K. */
    public long clusters() {
        return clusters;
    }

    /** Number of users: that of clusters, but where {@link #addGroup} made one of several. */
    public long users() {
        return users;
    }

    /** Sum of m_u; 0 without clusters. */
    public double numerator() {
        return sums.m().value();
    }

    /** Sum of d_u; 0 without clusters. */
    public double denominator() {
        return sums.d().value();
    }

    /** R = sum m_u / sum d_u; NaN when the denominator is 0. */
    public double ratio() {
        return isTooLarge() ? Double.NaN : sums.m().exact().dividedBy(sums.d().exact());
    }

    /** Estimated variance of R, at least 0; NaN for fewer than two clusters or a denominator of 0. */
    public double variance() {
        if (clusters < 2) {
            return Double.NaN;
        }
        Dyadic sumM = sums.m().exact();
        Dyadic sumD = sums.d().exact();
        Dyadic dSquared = sumD.times(sumD);
        // sum e^2, times D^2 so that no division comes in between
        Dyadic residual = sums.mm()
                .exact()
                .times(dSquared)
                .minus(Dyadic.of(2).times(sumM).times(sumD).times(sums.md().exact()))
                .plus(sumM.times(sumM).times(sums.dd().exact()));
        return Dyadic.of(clusters)
                .times(residual)
                .dividedBy(Dyadic.of(clusters - 1).times(dSquared).times(dSquared));
    }

    /** Square root of {@link #variance()}. */
    public double standardError() {
        return Math.sqrt(variance());
    }

    /**
     * Design effect of a proportion, for d_u trials of which m_u succeeded: Var(R) by clusters / Var(R) as if all trials
     * were independent, R (1 - R) / sum d_u. NaN where either is undefined, or both are 0.
     */
    public double designEffect() {
        double r = ratio();
        double independent = r * (1 - r) / denominator();
        return independent > 0 ? variance() / independent : Double.NaN;
    }

    /**
     * How many independent trials a proportion is worth: sum d_u / design effect. Where the design effect is undefined or
     * 0 the mean trials per cluster stand for it, which leaves one trial per cluster. Never more than sum d_u: a design
     * effect below 1 is mostly noise where events are few (Korn, Graubard, Survey Methodology 24, 1998).
     */
    public double effectiveSize() {
        double effect = designEffect();
        return effect > 0 ? denominator() / Math.max(1, effect) : Math.min((double) clusters, denominator());
    }
}
