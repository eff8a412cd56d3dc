package io.github.recsyseval.stat;

/**
 * Wilson's score interval of a proportion, which stays inside [0, 1] and has a width even at 0 and 1 (E. B. Wilson,
 * JASA 22, 1927):
 *
 * <pre>(p + z^2/2n -+ z sqrt(p (1 - p)/n + z^2/4n^2)) / (1 + z^2/n)</pre>
 */
public final class Wilson {

    private Wilson() {}

    /**
     * The interval.
     *
     * @param proportion p, in [0, 1]
     * @param size n &gt; 0, the number of independent trials; need not be whole, since clustered data is worth
     *     {@link RatioMoments#effectiveSize()} trials
     * @param level confidence level
     */
    public static Interval interval(double proportion, double size, double level) {
        if (!(proportion >= 0 && proportion <= 1 && size > 0)) {
            throw new IllegalArgumentException("not a proportion: " + proportion + " of " + size);
        }
        double z = Normal.criticalValue(level);
        double z2n = z * z / size;
        double centre = (proportion + z2n / 2) / (1 + z2n);
        double half = Math.sqrt(z2n * (proportion * (1 - proportion) + z2n / 4)) / (1 + z2n);
        double lower = proportion == 0 ? 0 : centre - half;
        double upper = proportion == 1 ? 1 : centre + half;
        return new Interval(lower, upper, level, "wilson").within(0, 1);
    }
}
