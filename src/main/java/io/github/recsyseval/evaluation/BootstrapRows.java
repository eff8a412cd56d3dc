package io.github.recsyseval.evaluation;

import io.github.recsyseval.metric.LedgerSums;
import io.github.recsyseval.report.BootstrapRow;
import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.stat.IntervalOrReason;
import io.github.recsyseval.stat.PoissonBootstrap;

/** Poisson bootstrap by user of some metrics of a run, over all its requests. */
final class BootstrapRows {
    private static final String METHOD = "poisson_bootstrap_by_user";

    private final OfflinePlan.BootstrapPlan plan;
    private final PoissonBootstrap bootstrap;

    /** @param columns which metrics of the run's plan */
    BootstrapRows(OfflinePlan.BootstrapPlan plan, LedgerSums sums, int[] columns) {
        this.plan = plan;
        bootstrap = new PoissonBootstrap(plan.seed(), plan.replicates(), columns.length);
        double[] numerators = new double[columns.length];
        double[] denominators = new double[columns.length];
        sums.visitUsers((user, totals, counted) -> {
            boolean counts = false;
            for (int i = 0; i < columns.length; i++) {
                numerators[i] = totals[columns[i]];
                denominators[i] = (double) counted[columns[i]];
                counts |= counted[columns[i]] > 0;
            }
            if (counts) {
                bootstrap.add(user, numerators, denominators);
            }
        });
    }

    /** The interval of the i-th of the columns. */
    BootstrapRow row(int i) {
        IntervalOrReason interval = bootstrap.interval(i, plan.level());
        IntervalRow ends = Figures.row(interval);
        return new BootstrapRow(
                ends == null ? null : ends.lower(),
                ends == null ? null : ends.upper(),
                plan.level(),
                METHOD,
                plan.replicates(),
                plan.seed(),
                Figures.finite(bootstrap.monteCarloError(i, plan.level())),
                interval.whyNot().orElse(null));
    }
}
