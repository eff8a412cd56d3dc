package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.LedgerSums;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.RowGroups;
import io.github.recsyseval.stat.RatioMoments;
import java.util.List;

/**
 * The sums of each user, gone through once more where a ratio is asked for whose denominator is no number of exposures.
 *
 * @param metrics of the run, in the order in which they were summed
 * @param groups the arms' rows
 */
record UserSums(LedgerSums ledger, RowGroups groups, List<RequestMetric> metrics) {
    /** One metric over another, such as what conversions are worth, by arm and user; users whose denominator is 0 are left out. */
    List<RatioMoments> perEvent(RequestMetric numerator, RequestMetric denominator, int arms) {
        int above = metrics.indexOf(numerator);
        int below = metrics.indexOf(denominator);
        List<RatioMoments> ratios = LostAssignments.moments(arms);
        ledger.visitUsers(groups, (user, arm, totals, counted) -> {
            if (totals[below] > 0) {
                ratios.get(arm).add(totals[above], totals[below]);
            }
        });
        return ratios;
    }
}
