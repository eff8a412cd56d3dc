package io.github.recsyseval.join;

import io.github.recsyseval.stat.ExactSum;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a rule of deduplication takes, or would take, out of the KPIs.
 *
 * @param clicks repeated clicks among those that match an evaluated exposure in the attribution window
 * @param conversions repeated conversions, likewise
 * @param value the sum of their values
 */
public record DedupeEffect(OutcomeDedupe rule, long clicks, long conversions, double value) {

    /** Counts over the classified outcomes of a finished join, whatever rule was in force in it. */
    public static DedupeEffect of(OutcomeIndex outcomes, OutcomeDedupe rule) {
        return of(outcomes, rule, EnumSet.of(OutcomeClass.OUTSIDE_WINDOW));
    }

    /** The same without the outcomes that the rule in force has taken out already. */
    public static DedupeEffect onWhatCounts(OutcomeIndex outcomes, OutcomeDedupe rule) {
        return of(outcomes, rule, EnumSet.of(OutcomeClass.OUTSIDE_WINDOW, OutcomeClass.DUPLICATE));
    }

    private static DedupeEffect of(OutcomeIndex outcomes, OutcomeDedupe rule, Set<OutcomeClass> leftOut) {
        Repetitions repetitions = new Repetitions(outcomes, rule);
        long clicks = 0;
        long conversions = 0;
        ExactSum value = new ExactSum();
        for (int from = 0; from < outcomes.size(); ) {
            int to = outcomes.end(from);
            if (to - from > 1 && outcomes.outcomeClass(from).isMatched()) {
                repetitions.find(from, to);
                for (int row = from; row < to; row++) {
                    if (repetitions.contains(row) && !leftOut.contains(outcomes.outcomeClass(row))) {
                        clicks += outcomes.isClick(row) ? 1 : 0;
                        conversions += outcomes.isClick(row) ? 0 : 1;
                        value.add(outcomes.isClick(row) || Double.isNaN(outcomes.value(row)) ? 0 : outcomes.value(row));
                    }
                }
            }
            from = to;
        }
        return new DedupeEffect(rule, clicks, conversions, value.value());
    }
}
