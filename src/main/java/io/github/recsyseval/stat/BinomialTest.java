package io.github.recsyseval.stat;

import java.util.function.IntPredicate;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The exact test of a share: {@code successes} of {@code trials} independent trials against a probability.
 *
 * @param successes from 0 to {@code trials}
 * @param trials up to 2^31 - 1
 * @param probability of a success under the hypothesis, in (0, 1)
 */
public record BinomialTest(int successes, int trials, double probability) {

    /** Two outcomes whose probabilities differ by less are as likely as each other, as in R's binom.test. */
    private static final double EQUALLY_LIKELY = 1 + 1e-7;

    private static final double NEGLIGIBLE = 1e-17;

    public BinomialTest {
        if (successes < 0 || successes > trials || !(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(successes + " of " + trials + " against " + probability);
        }
    }

    /**
     * Two-sided p-value: the probability of all outcomes that are at most as likely as the one seen (as R's binom.test and SciPy's
     * binomtest). 1 without trials.
     */
    public PValue pValue() {
        BinomialDistribution distribution = BinomialDistribution.of(trials, probability);
        double mean = trials * probability;
        if (successes == mean) {
            return new PValue(1, 0);
        }
        double asLikely = distribution.logProbability(successes) + Math.log(EQUALLY_LIKELY);
        IntPredicate atMostAsLikely = x -> distribution.logProbability(x) <= asLikely;
        int lower;
        int upper;
        if (successes < mean) {
            lower = successes;
            upper = first((int) Math.ceil(mean), trials + 1, atMostAsLikely);
        } else {
            upper = successes;
            lower = first(0, (int) Math.floor(mean) + 1, atMostAsLikely.negate()) - 1;
        }
        double p = distribution.cumulativeProbability(lower) + distribution.survivalProbability(upper - 1);
        return PValue.of(p, () -> log10Tails(distribution, lower, upper));
    }

    /** The interval of Clopper and Pearson (Biometrika 26, 1934), whose coverage is at least the level. */
    public Interval interval(double level) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        int failures = trials - successes;
        double lower = successes == 0
                ? 0
                : BetaDistribution.of(successes, failures + 1.0).inverseCumulativeProbability(tail);
        double upper = failures == 0
                ? 1
                : BetaDistribution.of(successes + 1.0, failures).inverseSurvivalProbability(tail);
        return new Interval(lower, upper, level, "clopper_pearson");
    }

    /** The first x in [from, to) for which the predicate holds, given that it holds for all above; {@code to} if for none. */
    private static int first(int from, int to, IntPredicate predicate) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (predicate.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** log10 (P(X &lt;= lower) + P(X &gt;= upper)), for tails too small for a double. */
    private double log10Tails(BinomialDistribution distribution, int lower, int upper) {
        double below = distribution.logProbability(lower) + Math.log(tailByFirstTerm(lower, -1));
        double above = distribution.logProbability(upper) + Math.log(tailByFirstTerm(upper, 1));
        double larger = Math.max(below, above);
        return (larger + Math.log1p(Math.exp(Math.min(below, above) - larger))) / Math.log(10);
    }

    /** The probabilities from {@code from} outwards (step -1 or 1), as a multiple of the first; they fall ever faster. */
    private double tailByFirstTerm(int from, int step) {
        double odds = probability / (1 - probability);
        double sum = 1;
        double term = 1;
        for (int x = from; x >= 0 && x <= trials && term > NEGLIGIBLE; x += step) {
            term *= step > 0 ? (trials - x) / (x + 1.0) * odds : x / (trials - x + 1.0) / odds;
            sum += term;
        }
        return sum;
    }
}
