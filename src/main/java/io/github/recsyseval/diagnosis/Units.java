package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Spoiled;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.join.RowsByKey;
import java.util.List;

/**
 * J14: items whose conversions are worth twenty times as much at one time as at another: hundredths and whole units, or two currencies.
 * Share of the items with at least two conversions of positive value; nothing is said where fewer than three items differ so much.
 */
final class Units implements Detector {
    private static final double RATIO = 20;
    private static final int FEWEST = 3;

    @Override
    public List<Finding> detect(Evidence evidence) {
        OutcomeIndex outcomes = evidence.outcomes();
        Items items = new Items(outcomes);
        RowsByKey.visit(
                outcomes.size(), outcomes::item, row -> !outcomes.isClick(row) && outcomes.value(row) > 0, items::look);
        if (items.mixed < FEWEST) {
            return List.of();
        }
        String text = Words.count(items.mixed) + " of " + Words.count(items.several)
                + " items with several conversions have values that differ by a factor of 20 or more";
        return List.of(Finding.of(FindingCode.J14, items.mixed, items.several, "items", text)
                .spoiling(Spoiled.VALUES));
    }

    private static final class Items {
        private final OutcomeIndex outcomes;
        private long several;
        private long mixed;

        Items(OutcomeIndex outcomes) {
            this.outcomes = outcomes;
        }

        void look(int[] order, int from, int to) {
            double low = outcomes.value(order[from]);
            double high = low;
            for (int i = from + 1; i < to; i++) {
                low = Math.min(low, outcomes.value(order[i]));
                high = Math.max(high, outcomes.value(order[i]));
            }
            several += to - from > 1 ? 1 : 0;
            mixed += high >= RATIO * low ? 1 : 0;
        }
    }
}
