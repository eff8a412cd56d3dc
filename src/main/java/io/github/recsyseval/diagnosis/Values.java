package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Severity;
import io.github.recsyseval.finding.Spoiled;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.text.Counted;
import java.util.ArrayList;
import java.util.List;

/**
 * J13: conversions without a usable value: it is absent, 0 or a placeholder. Share of the valid conversions that no filter leaves out; from a fifth on every figure
 * of values is wrong, and no other one.
 *
 * <p>A placeholder is what no price looks like: six nines or more, and 2147483647; 1 on more than 30 % of the conversions; -1 or -999,
 * say, where more than half of what is below 0 is such a number. All else below 0 is a refund. Any other value on more than 30 % of the
 * conversions may be the one price of a shop: that is worth a look, and spoils nothing.
 */
final class Values implements Detector {
    private static final double COMMON = 0.3;
    private static final double SPOILS = 0.2;
    private static final int FEW = 20;
    private static final double SIX_NINES = 999_999;

    @Override
    public List<Finding> detect(Evidence evidence) {
        Count count = new Count(evidence.outcomes());
        if (count.unusable() > 0) {
            Finding finding =
                    Finding.of(FindingCode.J13, count.unusable(), count.conversions, "conversions", count.text());
            if (finding.counts()) {
                return List.of(finding.share() >= SPOILS ? finding.spoiling(Spoiled.VALUES) : finding);
            }
        }
        return count.isCommon(count.commonest)
                ? List.of(Finding.of(
                                FindingCode.J13,
                                count.commonest,
                                count.conversions,
                                "conversions",
                                Counted.part(count.commonest, count.conversions, "conversion")
                                        + " have one and the same value, be it the price or a placeholder")
                        .with(Severity.WARN))
                : List.of();
    }

    /** What the values of conversions are. */
    private static final class Count {
        private long conversions;
        private long absent;
        private long zero;
        private long one;
        private long nines;
        private long negative;
        private long negativePlaceholders;
        private final long commonest;

        Count(OutcomeIndex outcomes) {
            for (int row = 0; row < outcomes.size(); row++) {
                if (outcomes.isKeptConversion(row)) {
                    conversions++;
                    see(outcomes.value(row));
                }
            }
            commonest = conversions < FEW ? 0 : commonest(outcomes);
        }

        private void see(double value) {
            absent += Double.isNaN(value) ? 1 : 0;
            zero += value == 0 ? 1 : 0;
            one += value == 1 ? 1 : 0;
            nines += value >= SIX_NINES && (isNines(value) || value == Integer.MAX_VALUE) ? 1 : 0;
            negative += value < 0 ? 1 : 0;
            negativePlaceholders += value == -1 || isNines(-value) ? 1 : 0;
        }

        /** Such as 999 or 999.99. */
        private static boolean isNines(double value) {
            if (!(value > 1)) {
                return false;
            }
            double next = 10;
            while (next < value) {
                next *= 10;
            }
            return next - value == 1 || Math.abs(next - value - 0.01) < 1e-6;
        }

        boolean isCommon(long count) {
            return conversions >= FEW && count > COMMON * conversions;
        }

        private long placeholders() {
            return nines + (isCommon(one) ? one : 0) + (2 * negativePlaceholders > negative ? negativePlaceholders : 0);
        }

        long unusable() {
            return absent + zero + placeholders();
        }

        String text() {
            List<String> parts = new ArrayList<>();
            if (absent > 0) {
                parts.add(Counted.of(absent, "conversion has", "conversions have") + " no value");
            }
            if (zero > 0) {
                parts.add(Counted.of(zero, "has", "have") + " the value 0");
            }
            if (placeholders() > 0) {
                parts.add(Counted.of(placeholders(), "has", "have")
                        + " one that looks like a placeholder (1, -1, 999999)");
            }
            return String.join(", ", parts);
        }

        /** How often the commonest positive value occurs, if that is often enough to be {@linkplain #isCommon common}. */
        private static long commonest(OutcomeIndex outcomes) {
            CommonValue values = new CommonValue();
            for (int row = 0; row < outcomes.size(); row++) {
                if (isPositive(outcomes, row)) {
                    values.meet(outcomes.value(row));
                }
            }
            for (int row = 0; row < outcomes.size(); row++) {
                if (isPositive(outcomes, row)) {
                    values.count(outcomes.value(row));
                }
            }
            return values.most();
        }

        private static boolean isPositive(OutcomeIndex outcomes, int row) {
            return outcomes.isKeptConversion(row) && outcomes.value(row) > 0;
        }
    }
}
