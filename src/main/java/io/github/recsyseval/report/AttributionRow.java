package io.github.recsyseval.report;

import java.util.List;

/**
 * Which matched outcomes count.
 *
 * @param window maximum time after the exposure, for example 30m; none for no limit
 * @param dedupe the deduplication rule in force: none, exact or, for example, window:2s
 * @param outsideWindow matched outcomes that came too late to count
 * @param dedupeEffects what the common deduplication rules would remove from the KPIs
 * @param toCome estimated share of outcomes that are not in the log yet, by type. Types with too few outcomes for an estimate are
 *     left out.
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
