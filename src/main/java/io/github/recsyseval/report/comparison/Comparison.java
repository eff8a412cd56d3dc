package io.github.recsyseval.report.comparison;

import io.github.recsyseval.report.RunInfo;
import java.util.List;

/**
 * Two reports side by side. Component names, in snake case, are the field names of compare.v1.
 *
 * @param schema always {@code compare.v1}
 * @param note what a comparison cannot say
 * @param trusted whether the data of both sides passed the default limits
 * @param moves one for each figure that both reports have, in their order
 * @param onlyBefore names of figures that only the earlier report has; likewise onlyAfter
 * @param slices which slices are new or gone, for each breakdown
 * @param listLengths every length that lists have on either side, shortest first; empty where a report does not count them
 * @param items which items are new or gone
 * @param differences what else differs, definitions that do not change the meaning of figures among it
 * @param warnings sentences about what a reader should know before using the numbers
 */
public record Comparison(
        String schema,
        String note,
        SideRow before,
        SideRow after,
        boolean trusted,
        List<MoveRow> moves,
        List<String> onlyBefore,
        List<String> onlyAfter,
        List<SliceChangeRow> slices,
        List<LengthChangeRow> listLengths,
        ItemChangeRow items,
        List<DifferenceRow> differences,
        List<String> warnings,
        RunInfo run) {
    public static final String SCHEMA = "compare.v1";

    /** The sentence that every comparison carries. */
    public static final String NOT_CAUSAL =
            "Not causal: anything else that changed between the two may have moved the metrics; only an experiment shows causes.";
}
