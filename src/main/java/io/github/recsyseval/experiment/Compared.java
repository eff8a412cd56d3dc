package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.kpi.RequestRates;
import org.jspecify.annotations.Nullable;

/**
 * A KPI of an arm against the control.
 *
 * @param primary null for a secondary metric
 * @param plain without adjustment; null where there is none
 * @param contrast with adjustment, if there is one; null where there is none
 * @param few why intervals are rough; null where they are not
 * @param whyNot why there is no contrast; null where there is one
 * @param spoiled why the figure cannot be relied on; null where it can
 */
record Compared(
        RequestRates rate,
        int arm,
        @Nullable Primary primary,
        @Nullable Contrast plain,
        @Nullable Contrast contrast,
        @Nullable TooFew few,
        @Nullable String whyNot,
        @Nullable String spoiled) {
    /** How many times as many users it takes until intervals are not rough, at least 1. */
    double enough() {
        return few == null ? 1 : few.factor();
    }

    boolean fewData() {
        return few != null;
    }

    /** The same with another contrast, which nothing is adjusted in. */
    Compared with(Contrast other) {
        return new Compared(rate, arm, primary, other, other, few, whyNot, spoiled);
    }

    /** The same without a contrast, for a reason. */
    Compared without(String reason) {
        return new Compared(rate, arm, primary, plain, null, few, reason, spoiled);
    }
}
