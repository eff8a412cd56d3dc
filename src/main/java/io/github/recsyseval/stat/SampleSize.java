package io.github.recsyseval.stat;

/** How large an experiment has to be. */
public final class SampleSize {
    private SampleSize() {}

    /**
     * Units in each of two equal arms so that a two-sided test at {@code alpha} finds the difference of two shares with probability
     * {@code power}: n = (z(1 - alpha/2) sqrt(2 m (1 - m)) + z(power) sqrt(p (1 - p) + q (1 - q)))^2 / (q - p)^2 with m = (p + q) / 2,
     * rounded up (Fleiss, Levin, Paik, "Statistical Methods for Rates and Proportions", 2003, 4.2, without continuity correction).
     * Units are independent: where users are randomised and repeat, they are users.
     *
     * @param p a share strictly between 0 and 1, like the others
     * @param q another one than p
     */
    public static long ofProportions(double p, double q, double alpha, double power) {
        requireShare(p);
        requireShare(q);
        requireShare(alpha);
        requireShare(power);
        if (p == q) {
            throw new IllegalArgumentException("no difference between " + p + " and " + q);
        }
        double mean = (p + q) / 2;
        double root = Normal.quantile(1 - alpha / 2) * Math.sqrt(2 * mean * (1 - mean))
                + Normal.quantile(power) * Math.sqrt(p * (1 - p) + q * (1 - q));
        return (long) Math.ceil(root * root / ((q - p) * (q - p)));
    }

    private static void requireShare(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("not strictly between 0 and 1: " + share);
        }
    }
}
