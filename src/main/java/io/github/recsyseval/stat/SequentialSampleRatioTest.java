package io.github.recsyseval.stat;

import java.util.stream.DoubleStream;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Sample ratio mismatch at every look: the probability that any look ever rejects a split that is as intended is at most alpha
 * (Lindon, Malek, NeurIPS 2022, arXiv:2011.03567). With O_i units in arm i of n, the intended shares p_i and a_i = 10,000 p_i the
 * Bayes factor against the intended split is
 *
 * <pre>ln BF = lnG(A) - lnG(A + n) + sum (lnG(a_i + O_i) - lnG(a_i)) - sum O_i ln p_i,  A = sum a_i</pre>
 *
 * and the p-value is min(1, 1 / BF). The prior weight of 10,000 is that of the authors' package (optimizely/ssrm).
 */
public final class SequentialSampleRatioTest {
    private static final double PRIOR_WEIGHT = 10_000;

    private SequentialSampleRatioTest() {}

    /**
     * The p-value at this look.
     *
     * @param observed units per arm
     * @param weights intended split in any unit, all above 0
     */
    public static PValue pValue(long[] observed, double[] weights) {
        if (observed.length != weights.length || weights.length < 2) {
            throw new IllegalArgumentException(observed.length + " counts for " + weights.length + " weights");
        }
        double total = DoubleStream.of(weights).sum();
        double logFactor = 0;
        long units = 0;
        for (int i = 0; i < weights.length; i++) {
            double share = weights[i] / total;
            if (!(share > 0) || observed[i] < 0) {
                throw new IllegalArgumentException("not an arm: " + observed[i] + " units, weight " + weights[i]);
            }
            double prior = PRIOR_WEIGHT * share;
            logFactor += LogGamma.value(prior + observed[i]) - LogGamma.value(prior) - observed[i] * Math.log(share);
            units += observed[i];
        }
        double natural = Math.min(0, LogGamma.value(PRIOR_WEIGHT + units) - LogGamma.value(PRIOR_WEIGHT) - logFactor);
        return PValue.of(Math.exp(natural), () -> natural / Math.log(10));
    }
}
