package io.github.recsyseval.stat;

/**
 * The stretch of time in which some of the moments of a whole are most in excess.
 *
 * <p>With F the share of the part, and G that of the whole, before a moment, it is the window [from, to) that maximises the excess
 * (F(to) - F(from)) - (G(to) - G(from)). Kuiper's statistic is the largest such excess over all windows on a circle, so that its
 * distribution gives an upper bound of the probability that a part drawn at random from the whole is so much in excess somewhere
 * (M. A. Stephens, "Use of the Kolmogorov-Smirnov, Cramer-von Mises and related statistics without extensive tables", JRSS B 32,
 * 1970).
 *
 * @param from a full minute, in microseconds since 1970
 * @param to a full minute, exclusive
 * @param within how many moments of the part lie in it
 * @param excess 0 to 1
 * @param pValue of the excess, 0 to 1
 */
public record TimeWindow(long from, long to, long within, double excess, double pValue) {
    /** The window of a part, which has at least one moment, of a whole. */
    public static TimeWindow of(TimeHistogram part, TimeHistogram whole) {
        long before = 0;
        int lowestStart = 0;
        long beforeLowest = 0;
        double lowest = Double.MAX_VALUE;
        TimeWindow best = new TimeWindow(0, 0, 0, Double.NEGATIVE_INFINITY, 1);
        for (int bin = 0; bin < part.bins(); bin++) {
            double atStart = (double) before / part.count() - whole.shareBefore(part.start(bin));
            if (atStart < lowest) {
                lowest = atStart;
                lowestStart = bin;
                beforeLowest = before;
            }
            before += part.countOf(bin);
            double excess = (double) before / part.count() - whole.shareBefore(part.end(bin)) - lowest;
            if (excess > best.excess) {
                best = new TimeWindow(part.start(lowestStart), part.end(bin), before - beforeLowest, excess, 1);
            }
        }
        double excess = Math.max(0, best.excess);
        return new TimeWindow(best.from, best.to, best.within, excess, pValue(excess, part.count()));
    }

    /** The probability that Kuiper's statistic of n moments is at least {@code v}, after Stephens. */
    static double pValue(double v, long n) {
        double root = Math.sqrt(n);
        double lambda = v * (root + 0.155 + 0.24 / root);
        if (lambda < 0.4) {
            return 1; // The series needs ever more terms, and is 1 to seven digits.
        }
        double sum = 0;
        for (int j = 1; j <= 100; j++) {
            double square = 2.0 * j * j * lambda * lambda;
            sum += (2 * square - 1) * Math.exp(-square);
        }
        return Math.min(1, Math.max(0, 2 * sum));
    }
}
