package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Severity;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.stat.ExactSum;
import io.github.recsyseval.text.Decimals;
import java.util.List;

/**
 * J13: one conversion, of a hundred or more, with over half of all value above 0. It may be true, and every figure of values is about that one
 * conversion: worth a look.
 */
final class LargestValue implements Detector {
    private static final int FEWEST = 100;
    private static final double HALF = 0.5;

    @Override
    public List<Finding> detect(Evidence evidence) {
        OutcomeIndex outcomes = evidence.outcomes();
        ExactSum sum = new ExactSum();
        double largest = 0;
        long conversions = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            if (outcomes.isKeptConversion(row)) {
                conversions++;
                double value = outcomes.value(row);
                if (value > 0) {
                    sum.add(value);
                    largest = Math.max(largest, value);
                }
            }
        }
        double all = sum.value();
        if (conversions < FEWEST || largest <= HALF * all) {
            return List.of();
        }
        String text = "one of " + Words.count(conversions) + " conversions has "
                + Decimals.fixed(100 * largest / all, 1)
                + " % of all value (a test, or in another unit?)";
        return List.of(
                Finding.of(FindingCode.J13, 1, conversions, "conversions", text).with(Severity.WARN));
    }
}
