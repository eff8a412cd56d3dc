package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Severity;
import io.github.recsyseval.join.OutcomeIndex;
import java.util.Arrays;
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
        double[] values = new double[outcomes.size()];
        int conversions = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            if (!outcomes.isClick(row)) {
                values[conversions++] = outcomes.value(row);
            }
        }
        Arrays.sort(values, 0, conversions);
        long absent = 0;
        long notPositive = 0;
        for (int i = 0; i < conversions; i++) {
            absent += Double.isNaN(values[i]) ? 1 : 0;
            notPositive += values[i] <= 0 ? 1 : 0;
        }
        long constant = conversions < FEW ? 0 : commonest(values, conversions);
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

    /** How often the commonest positive value occurs among sorted ones. */
    private static long commonest(double[] values, int size) {
        long most = 0;
        for (int from = 0; from < size; ) {
            int to = from + 1;
            while (to < size && values[to] == values[from]) {
                to++;
            }
            most = values[from] > 0 ? Math.max(most, to - from) : most;
            from = to;
        }
        return most;
    }
}
