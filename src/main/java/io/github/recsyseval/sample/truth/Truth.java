package io.github.recsyseval.sample.truth;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * The truth about a sample. Counts follow the definitions that every command of recsys-eval shares, without dedupe and attribution window.
 *
 * @param faults in the order of planting
 */
public record Truth(Exposures exposures, Outcomes outcomes, Assignments assignments, Kpis kpis, List<Planted> faults) {

    public Truth {
        faults = List.copyOf(faults);
    }

    /** The planted fault of this name. */
    public Planted fault(String name) {
        return faults.stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("fault " + name + " was not planted"));
    }

    /**
     * The file of the exposures.
     *
     * @param lines           lines that are not blank, an unfinished last one included
     * @param invalid         of these, those that do not match exposure.v1
     * @param valid           the rest: {@code exposure_count}
     * @param distinct        distinct request ids among the valid ones; the divisor of every rate
     * @param identical       surplus lines equal to the first of their id in every field
     * @param conflicting     surplus lines that differ from it
     * @param missing         lines that are JSON and have no request_id or no items (an empty list has none)
     * @param empty           distinct exposures with an empty list
     * @param errors          distinct exposures with {@code error: true}
     * @param emptyNoError    distinct exposures with an empty list and {@code error: false}
     * @param withOutcome     distinct exposures that at least one valid outcome joins
     */
    public record Exposures(
            long lines,
            long blank,
            long invalid,
            long valid,
            long distinct,
            long identical,
            long conflicting,
            long missing,
            long empty,
            long errors,
            long emptyNoError,
            long withOutcome) {}

    /**
     * The file of the outcomes.
     *
     * @param lines     lines that are not blank, an unfinished last one included
     * @param invalid   of these, those that do not match outcome.v1
     * @param joined    valid outcomes whose request_id matches an exposure
     * @param missing   lines that are JSON and have no request_id or no item_id
     * @param repeated  joined outcomes with the request, item and type of an earlier one
     * @param classes   every line in its one class
     * @param unmatched why the unmatched ones are: by fault, or {@code exposure_line_invalid}
     */
    public record Outcomes(
            long lines,
            long blank,
            long invalid,
            long valid,
            long joined,
            long missing,
            long repeated,
            Map<String, Long> classes,
            Map<String, Long> unmatched) {}

    /**
     * The file of the assignments; lines as in {@link Exposures}.
     *
     * @param joined valid assignments whose request_id matches an exposure
     */
    public record Assignments(long lines, long blank, long invalid, long valid, long joined) {}

    /**
     * What the key figures are made of.
     *
     * @param clicks         joined click outcomes
     * @param clickExposures distinct exposures with a joined click
     * @param conversions    joined conversion outcomes
     * @param revenue        sum of their values
     */
    public record Kpis(long clicks, long clickExposures, long conversions, BigDecimal revenue) {}

    /**
     * A fault and how often it is truly there.
     *
     * @param code  the finding that should notice it, or empty
     * @param rate  as requested
     * @param forms the count by form of the fault; empty when it has only one
     */
    public record Planted(
            String name,
            String code,
            BigDecimal rate,
            String rateOf,
            long count,
            long of,
            String counts,
            String outOf,
            Map<String, Long> forms) {

        /** {@code count / of}, rounded to nine decimals; 0 when there is nothing to count. */
        public BigDecimal share() {
            return of == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(count).divide(BigDecimal.valueOf(of), 9, RoundingMode.HALF_EVEN);
        }
    }
}
