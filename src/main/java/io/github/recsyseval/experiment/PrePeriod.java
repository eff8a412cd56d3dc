package io.github.recsyseval.experiment;

import io.github.recsyseval.engine.JoinEngine;
import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.JoinSink;
import io.github.recsyseval.event.Timestamps;
import io.github.recsyseval.join.RowOrder;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.source.InputException;
import java.util.Arrays;
import java.util.List;

/**
 * What users did before the experiment: the covariate of CUPED. For a ratio such as ctr it is linear in the user's totals,
 * X_u = (m_u - R d_u) / mean of d, with R and the mean of all users of that period.
 *
 * <p>Memory: 8 bytes for each user and another 8 for each KPI.
 */
final class PrePeriod {
    /** With more users than this no adjustment is made: their totals would not fit. */
    static final int MAX_USERS = 1 << 22;

    private final long[] users;
    private final double[][] covariates;
    private final ExperimentSection.PrePeriodRow row;

    private PrePeriod(JoinRun run) {
        SliceSums total = run.sums().total();
        int size = (int) total.users();
        List<RequestMetric> metrics = run.metrics().metrics();
        long[] found = new long[size];
        double[][] values = new double[RequestRates.KPIS.size()][size];
        int[] at = {0};
        run.sums().visitUsers((user, sums, counted) -> {
            found[at[0]] = user;
            for (int kpi = 0; kpi < values.length; kpi++) {
                int column = metrics.indexOf(RequestRates.KPIS.get(kpi).metric());
                double ratio = total.moments(column).ratio();
                double mean = total.moments(column).denominator() / size;
                values[kpi][at[0]] = (sums[column] - ratio * counted[column]) / mean;
            }
            at[0]++;
        });
        int[] order = RowOrder.by(found, size);
        users = new long[size];
        covariates = new double[values.length][size];
        for (int i = 0; i < size; i++) {
            // the radix sort is unsigned, the binary search signed
            users[i] = found[order[i]] ^ Long.MIN_VALUE;
            for (int kpi = 0; kpi < values.length; kpi++) {
                covariates[kpi][i] = values[kpi][order[i]];
            }
        }
        boolean any = run.tally().evaluated() > 0;
        row = new ExperimentSection.PrePeriodRow(
                total.requests(),
                total.users(),
                any ? Timestamps.format(run.tally().firstExposure()) : null,
                any ? Timestamps.format(run.tally().lastExposure()) : null);
    }

    /**
     * Reads the period.
     *
     * @param experiment the run that is adjusted
     * @throws ExperimentException if the period reaches into the experiment, or has too many users
     */
    static PrePeriod read(JoinPlan plan, JoinRun experiment) {
        JoinRun run = JoinEngine.run(plan, JoinSink.NONE);
        for (String failure : run.failures()) {
            throw new InputException("the period before the experiment cannot be read: " + failure);
        }
        boolean both = run.tally().evaluated() > 0 && experiment.tally().evaluated() > 0;
        if (both && run.tally().lastExposure() >= experiment.tally().firstExposure()) {
            throw new ExperimentException("the period before the experiment reaches into it: its last exposure is of "
                    + Timestamps.format(run.tally().lastExposure()) + ", the first of the experiment of "
                    + Timestamps.format(experiment.tally().firstExposure())
                    + "; --pre-until TIME cuts both at the start of the experiment");
        }
        if (run.sums().total().users() > MAX_USERS) {
            throw new ExperimentException("the period before the experiment has more than " + Amounts.count(MAX_USERS)
                    + " users; choose a shorter one, or leave CUPED out");
        }
        return new PrePeriod(run);
    }

    ExperimentSection.PrePeriodRow row() {
        return row;
    }

    /** Where a user's covariates stand; negative for a user without exposures before. */
    int find(long user) {
        return Arrays.binarySearch(users, user ^ Long.MIN_VALUE);
    }

    /** The covariate of a KPI, by its place in {@link RequestRates#KPIS}; NaN for place below 0. */
    double covariate(int kpi, int place) {
        return place < 0 ? Double.NaN : covariates[kpi][place];
    }
}
