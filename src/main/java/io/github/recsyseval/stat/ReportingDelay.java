package io.github.recsyseval.stat;

import java.util.Arrays;

/**
 * Which part of the events that follow something within some time has been seen, where the youngest have not had that time yet. Delays are
 * truncated on the right: one is known only if it is no longer than its cohort was watched. With d_b events of delay b, and R_b of delay
 * b or less, both in cohorts that were watched for b at least,
 *
 * <pre>P(delay &lt;= b) = product over k &gt; b of (1 - d_k / R_k)</pre>
 *
 * (Lagakos, Barraj, De Gruttola, Biometrika 75, 1988; Kalbfleisch, Lawless, JASA 84, 1989), with Greenwood's variance of its logarithm, the
 * sum of d_k / (R_k (R_k - d_k)). Delays of which fewer than {@value #FEWEST} events tell are left out, longer ones too: what is said is about
 * the events up to there, and is no more than the truth.
 */
public final class ReportingDelay {
    /** Of events at risk. */
    public static final long FEWEST = 200;

    /** Two standard errors to the careful side. */
    private static final double CAREFUL = 2;

    /** Where none of n events is shorter, 3 / n may be: with a probability of 95 % one in so many would have been seen. */
    private static final double NONE_OF_MANY = 3;

    /** P(delay at most b), the upper end of its interval. */
    private final double[] within;

    private ReportingDelay(double[] within) {
        this.within = within;
    }

    /**
     * From the events of cohorts.
     *
     * @param events by cohort and delay, in classes from the shortest on
     * @param watched for each cohort, how many of the classes it could show: those below this number
     */
    public static ReportingDelay of(long[][] events, int[] watched) {
        int classes = Arrays.stream(watched).max().orElse(0);
        long[] at = new long[classes];
        long[] upTo = new long[classes];
        for (int cohort = 0; cohort < events.length; cohort++) {
            long sum = 0;
            for (int b = 0; b < watched[cohort]; b++) {
                sum += events[cohort][b];
                at[b] += events[cohort][b];
                upTo[b] += sum;
            }
        }
        double[] within = new double[classes];
        double log = 0;
        double variance = 0;
        for (int b = classes - 1; b >= 0; b--) {
            within[b] = Math.min(1, Math.exp(log + CAREFUL * Math.sqrt(variance)));
            if (upTo[b] >= FEWEST && at[b] < upTo[b]) {
                log += Math.log1p(-(double) at[b] / upTo[b]);
                variance += (double) at[b] / upTo[b] / (upTo[b] - at[b]);
            } else if (upTo[b] >= FEWEST) {
                log += Math.log(NONE_OF_MANY / upTo[b]);
            }
        }
        return new ReportingDelay(within);
    }

    /** The share of the events of a cohort that was watched for so many classes which has been seen; 0 to 1. */
    public double seen(int watched) {
        return watched <= 0 ? 0 : within.length == 0 ? 1 : within[Math.min(watched, within.length) - 1];
    }
}
