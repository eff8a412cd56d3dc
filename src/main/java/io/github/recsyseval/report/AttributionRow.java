package io.github.recsyseval.report;

import java.util.List;

/**
 * Which outcomes count for the exposure that they match.
 *
 * @param window how long after the exposure, such as {@code 30m}; {@code none} for any time
 * @param dedupe the rule in force: {@code none}, {@code exact} or {@code window:2s}
 * @param outsideWindow matched outcomes that came too late to count
 * @param dedupeEffects what the usual rules would take out of the KPIs
 */
public record AttributionRow(String window, String dedupe, long outsideWindow, List<DedupeRow> dedupeEffects) {

    /**
     * The repeated outcomes that one rule finds among those in the window.
     *
     * @param outcomes clicks and conversions together
     * @param value the sum of the values of the repeated conversions
     */
    public record DedupeRow(String rule, long outcomes, long clicks, long conversions, double value) {}
}
