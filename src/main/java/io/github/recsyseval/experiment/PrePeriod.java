package io.github.recsyseval.experiment;

import io.github.recsyseval.engine.JoinEngine;
import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.JoinSink;
import io.github.recsyseval.event.Timestamps;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.source.InputException;
import java.util.List;

/**
 * What users did before the experiment: the covariate of CUPED. For a ratio such as ctr it is linear in the user's totals,
 * X_u = (m_u - R d_u) / mean of d, with R and the mean of all users of that period.
 */
final class PrePeriod implements UserCovariates {
    private final CovariateTable table;
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
        table = new CovariateTable(found, size, values);
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
        if (run.sums().total().users() > CovariateTable.MAX_USERS) {
            throw new ExperimentException("the period before the experiment has more than "
                    + Amounts.count(CovariateTable.MAX_USERS) + " users; choose a shorter one, or leave CUPED out");
        }
        return new PrePeriod(run);
    }

    ExperimentSection.PrePeriodRow row() {
        return row;
    }

    @Override
    public int find(long user) {
        return table.find(user);
    }

    @Override
    public double covariate(int kpi, int place) {
        return table.value(kpi, place);
    }
}
