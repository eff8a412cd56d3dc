package io.github.recsyseval.experiment;

import io.github.recsyseval.report.ExperimentSection.ContextCovariateRow;
import io.github.recsyseval.stat.CovariateAdjustment;
import io.github.recsyseval.stat.Estimate;
import io.github.recsyseval.stat.WelchTest;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * May a context value be adjusted by? A value from before the experiment has the same distribution in all arms, and is missing
 * equally often. Where an arm differs from the control (Welch, p below 0.001 for all tests together), the experiment changes the
 * value, or users were not assigned at random: adjusting would take out a part of the effect.
 */
final class CovariateCheck {
    /** For all tests together; divided by how many there are. */
    private static final double ALPHA = ExpectedSplit.DEFAULT_ALPHA;

    private final ContextCovariate covariate;
    private final @Nullable CovariateAdjustment adjustment;
    private final int arms;

    /** @param adjustment null where users cannot be told apart */
    CovariateCheck(ContextCovariate covariate, @Nullable CovariateAdjustment adjustment, int arms) {
        this.covariate = covariate;
        this.adjustment = adjustment;
        this.arms = arms;
    }

    /** Whether the value differs by arm no more than chance lets it, and is known of anybody. */
    boolean passes() {
        return adjustment != null && covariate.known() > 0 && smallest() * tests() >= ALPHA;
    }

    private double tests() {
        return 2.0 * (arms - 1);
    }

    /** The smallest p-value of all tests; 1 where nothing can be compared. */
    private double smallest() {
        return Math.min(values().orElse(1), missing().orElse(1));
    }

    private OptionalDouble values() {
        CovariateAdjustment of = adjustment;
        return of == null
                ? OptionalDouble.empty()
                : IntStream.range(1, arms)
                        .mapToDouble(arm -> pValue(of.covariate(0), of.covariate(arm)))
                        .min();
    }

    private OptionalDouble missing() {
        CovariateAdjustment of = adjustment;
        return of == null
                ? OptionalDouble.empty()
                : IntStream.range(1, arms)
                        .mapToDouble(arm -> pValue(of.unknown(0), of.unknown(arm)))
                        .min();
    }

    private static double pValue(@Nullable Estimate control, @Nullable Estimate arm) {
        if (control == null || arm == null) {
            return 1;
        }
        if (WelchTest.isPossible(control, arm)) {
            return WelchTest.between(control, arm).pValue().value();
        }
        return control.value() == arm.value() ? 1 : 0;
    }

    /** What was found. */
    ContextCovariateRow row(String key) {
        double all = covariate.users();
        return new ContextCovariateRow(
                key,
                covariate.users(),
                covariate.known(),
                all == 0 ? null : (Double) (covariate.known() / all),
                covariate.changing(),
                nullable(values()),
                nullable(missing()),
                passes(),
                note());
    }

    private static @Nullable Double nullable(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }

    private String note() {
        if (covariate.known() == 0) {
            return "no user has a number there, so nothing is adjusted";
        }
        if (adjustment == null) {
            return "users cannot be told apart, so nothing is adjusted";
        }
        double p = smallest();
        String found = Amounts.p(p, Math.log10(p));
        if (!passes()) {
            boolean value = values().orElse(1) <= missing().orElse(1);
            return "the arms differ in " + (value ? "it" : "how many users lack it") + " (" + found
                    + "), as nothing from before the experiment does: the experiment changes it, or users were not assigned"
                    + " at random; nothing is adjusted";
        }
        return "the arms do not differ in it beyond chance (" + found
                + "), as nothing from before the experiment should";
    }
}
