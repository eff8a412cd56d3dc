package io.github.recsyseval.experiment;

import io.github.recsyseval.engine.JoinEngine;
import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.JoinSink;
import io.github.recsyseval.event.Timestamps;
import io.github.recsyseval.metric.LedgerSums;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.UserCursor;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.source.InputException;
import io.github.recsyseval.text.Counted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What users did before the experiment: the covariate of CUPED. For a ratio such as ctr it is linear in the user's totals,
 * X_u = (m_u - R d_u) / mean of d, with R and the mean of all users of that period.
 *
 * <p>The users are not looked up but read along with those of the experiment, in the same order.
 */
final class PrePeriod implements UserCovariates {
    private final LedgerSums sums;
    private final int[] column;
    private final double[] ratio;
    private final double[] mean;
    private final JoinRun run;
    private final long requests;
    private final long users;
    private final long assigned;

    /** @param experiment the name of the one that follows */
    private PrePeriod(JoinRun run, String experiment) {
        this.run = run;
        assigned = AlreadyAssigned.count(run, experiment);
        sums = run.sums();
        SliceSums total = sums.total();
        requests = total.requests();
        users = total.users();
        List<RequestMetric> metrics = run.metrics().metrics();
        int kpis = RequestRates.KPIS.size();
        column = new int[kpis];
        ratio = new double[kpis];
        mean = new double[kpis];
        for (int kpi = 0; kpi < kpis; kpi++) {
            column[kpi] = metrics.indexOf(RequestRates.KPIS.get(kpi).metric());
            // NaN where the values are too large to be added up: then the covariate of every user is unknown
            ratio[kpi] = total.moments(column[kpi]).ratio();
            mean[kpi] = total.moments(column[kpi]).denominator() / users;
        }
    }

    /**
     * Reads the period.
     *
     * @param experiment the run that is adjusted
     * @param name of the experiment
     * @throws ExperimentException if the period reaches into the experiment
     */
    static PrePeriod read(JoinPlan plan, JoinRun experiment, String name) {
        JoinRun run = JoinEngine.run(
                plan, JoinSink.NONE, experiment.memory(), experiment.columns().variants());
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
        return new PrePeriod(run, name);
    }

    /**
     * Whether it may be adjusted by: users have one, and no arm of an experiment that had begun differs in it, since adjusting would
     * then take out a part of the effect.
     *
     * @param made null where users cannot be told apart
     */
    boolean isUsable(@Nullable Adjustments made) {
        return made != null && made.first().coverage() > 0 && !(assigned > 0 && made.isUneven());
    }

    ExperimentSection.PrePeriodRow row(@Nullable Adjustments made) {
        boolean any = run.tally().evaluated() > 0;
        return new ExperimentSection.PrePeriodRow(
                requests,
                users,
                any ? Timestamps.format(run.tally().firstExposure()) : null,
                any ? Timestamps.format(run.tally().lastExposure()) : null,
                assigned,
                isUsable(made),
                note(made));
    }

    private String note(@Nullable Adjustments made) {
        if (made == null) {
            return "users cannot be told apart, so the period before the experiment is not used";
        }
        if (!(made.first().coverage() > 0)) {
            return "no user of the experiment has a period before it, so nothing is adjusted";
        }
        if (assigned == 0) {
            return "";
        }
        return Counted.part(assigned, requests, "exposure") + " before the experiment "
                + Counted.words(assigned, "is", "are")
                + " already assigned to it, so what was measured before may include"
                + " its effect" + (isUsable(made) ? "" : ", and the arms differ in it, so nothing is adjusted");
    }

    @Override
    public Reader reader() {
        return new AlongUsers();
    }

    private final class AlongUsers implements Reader {
        private final UserCursor users = sums.users();
        private boolean hasUser = users.next();
        private boolean found;

        @Override
        public void moveTo(long user) {
            while (hasUser && Long.compareUnsigned(users.user(), user) < 0) {
                hasUser = users.next();
            }
            found = hasUser && users.user() == user;
        }

        @Override
        public double of(int kpi) {
            return found
                    ? (users.sums()[column[kpi]] - ratio[kpi] * users.counted()[column[kpi]]) / mean[kpi]
                    : Double.NaN;
        }
    }
}
