package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Severity;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.join.RowsByKey;
import java.util.List;

/**
 * J13: conversions whose value is absent, zero or negative, or one and the same on more than 30 % of them (a placeholder). Share of the
 * valid conversions. Where no conversion logs a value at all, revenue is not measured, which is worth no more than a warning.
 */
final class Values implements Detector {
    private static final double PLACEHOLDER = 0.3;
    private static final int FEW = 20;

    @Override
    public List<Finding> detect(Evidence evidence) {
        OutcomeIndex outcomes = evidence.outcomes();
        int conversions = 0;
        long absent = 0;
        long notPositive = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            if (!outcomes.isClick(row)) {
                conversions++;
                absent += Double.isNaN(outcomes.value(row)) ? 1 : 0;
                notPositive += outcomes.value(row) <= 0 ? 1 : 0;
            }
        }
        long constant = conversions < FEW ? 0 : commonest(outcomes);
        boolean placeholder = constant > PLACEHOLDER * conversions;
        long count = absent + notPositive + (placeholder ? constant : 0);
        if (count == 0) {
            return List.of();
        }
        String text =
                Words.count(absent) + " conversions have no value, " + Words.count(notPositive) + " one of 0 or below"
                        + (placeholder ? ", " + Words.count(constant) + " one and the same (a placeholder?)" : "");
        Finding finding = Finding.of(FindingCode.J13, count, conversions, "conversions", text);
        return List.of(absent == conversions ? finding.with(Severity.WARN) : finding);
    }

    /** How often the commonest positive value occurs. */
    private static long commonest(OutcomeIndex outcomes) {
        long[] most = new long[1];
        RowsByKey.visit(
                outcomes.size(),
                row -> Double.doubleToRawLongBits(outcomes.value(row)),
                row -> !outcomes.isClick(row) && outcomes.value(row) > 0,
                (order, from, to) -> most[0] = Math.max(most[0], to - from));
        return most[0];
    }
}
