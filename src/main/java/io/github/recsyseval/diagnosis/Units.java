package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.join.RowOrder;
import java.util.List;

/**
 * J14: items whose conversions are worth twenty times as much at one time as at another: hundredths and whole units, or two currencies.
 * Share of the items with at least two conversions of positive value; nothing is said below ten such items.
 */
final class Units implements Detector {
    private static final double RATIO = 20;
    private static final int FEW = 10;

    @Override
    public List<Finding> detect(Evidence evidence) {
        OutcomeIndex outcomes = evidence.outcomes();
        int size = 0;
        long[] items = new long[outcomes.size()];
        double[] values = new double[outcomes.size()];
        for (int row = 0; row < outcomes.size(); row++) {
            if (!outcomes.isClick(row) && outcomes.value(row) > 0) {
                items[size] = outcomes.item(row);
                values[size++] = outcomes.value(row);
            }
        }
        int[] order = RowOrder.by(items, size);
        long several = 0;
        long mixed = 0;
        for (int from = 0; from < size; ) {
            double low = values[order[from]];
            double high = low;
            int to = from + 1;
            for (; to < size && items[order[to]] == items[order[from]]; to++) {
                low = Math.min(low, values[order[to]]);
                high = Math.max(high, values[order[to]]);
            }
            several += to - from > 1 ? 1 : 0;
            mixed += high >= RATIO * low ? 1 : 0;
            from = to;
        }
        if (mixed == 0 || several < FEW) {
            return List.of();
        }
        String text = Words.count(mixed) + " of " + Words.count(several)
                + " items with several conversions have values that differ by a factor of 20 or more";
        return List.of(Finding.of(FindingCode.J14, mixed, several, "items", text));
    }
}
