package io.github.recsyseval.stat;

import java.util.stream.LongStream;

/** The exact goodness-of-fit test for few units: the probability of all splits at most as likely as the one seen. */
final class ExactMultinomial {

    private static final double MOST_SPLITS = 1e6;
    private static final double EQUALLY_LIKELY = Math.log(1 + 1e-7);

    private final double[] logShares;
    private final double[] logFactorials;
    private final double asLikely;
    private double sum;

    private ExactMultinomial(long[] observed, double[] shares) {
        int units = (int) LongStream.of(observed).sum();
        logShares = new double[shares.length];
        logFactorials = new double[units + 1];
        for (int i = 2; i <= units; i++) {
            logFactorials[i] = logFactorials[i - 1] + Math.log(i);
        }
        double seen = logFactorials[units];
        for (int i = 0; i < shares.length; i++) {
            logShares[i] = Math.log(shares[i]);
            seen += term(i, (int) observed[i]);
        }
        asLikely = seen + EQUALLY_LIKELY;
        addSplits(0, units, logFactorials[units]);
    }

    /** Whether the splits of {@code units} over {@code arms}, (units + arms - 1 over arms - 1), are few enough to list. */
    static boolean isFeasible(long units, int arms) {
        double splits = 1;
        for (int i = 1; i < arms; i++) {
            splits *= (units + i) / (double) i;
        }
        return splits <= MOST_SPLITS;
    }

    static PValue pValue(long[] observed, double[] shares) {
        double p = new ExactMultinomial(observed, shares).sum;
        return PValue.of(p, () -> Math.log10(p));
    }

    private void addSplits(int arm, int left, double logProbability) {
        if (arm == logShares.length - 1) {
            double split = logProbability + term(arm, left);
            sum += split <= asLikely ? Math.exp(split) : 0;
            return;
        }
        for (int here = 0; here <= left; here++) {
            addSplits(arm + 1, left - here, logProbability + term(arm, here));
        }
    }

    private double term(int arm, int count) {
        return count * logShares[arm] - logFactorials[count];
    }
}
