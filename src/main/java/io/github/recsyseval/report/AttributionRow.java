package io.github.recsyseval.report;

import java.util.List;

/**
 * Which outcomes count for the exposure that they match.
 *
 * @param window how long after the exposure, such as {@code 30m}; {@code none} for any time
 * @param dedupe the rule in force: {@code none}, {@code exact} or {@code window:2s}
 * @param outsideWindow matched outcomes that came too late to count
 * @param dedupeEffects what the usual rules would take out of the KPIs
 * @param toCome how many outcomes are not in the log yet, by type; without types of which too few are there to tell
 */
public record AttributionRow(
        String window, String dedupe, long outsideWindow, List<DedupeRow> dedupeEffects, List<ToComeRow> toCome) {

    /**
     * The repeated outcomes that one rule finds among those in the window.
     *
     * @param outcomes clicks and conversions together
     * @param value the sum of the values of the repeated conversions
     */
    public record DedupeRow(String rule, long outcomes, long clicks, long conversions, double value) {}

    /**
     * Outcomes that the youngest exposures had no time to have.
     *
     * @param eventType {@code click} or {@code conversion}
     * @param seen how many count that are there
     * @param share of all that will come, at least; 0 to 1
     * @param logEnd until when the log has outcomes of the type, RFC 3339 in UTC
     */
    public record ToComeRow(String eventType, long seen, double share, String logEnd) {
        /** From here on figures are lower by more than chance usually makes them. */
        private static final double MATERIAL = 0.05;

        /** Whether figures are much lower for it. */
        public boolean isMaterial() {
            return share >= MATERIAL;
        }
    }
}
