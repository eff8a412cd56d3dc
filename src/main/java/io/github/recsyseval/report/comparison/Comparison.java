package io.github.recsyseval.report.comparison;

import io.github.recsyseval.report.RunInfo;
import java.util.List;

/**
 * Two reports compared: how each metric moved, split into mix and rate by slice, and what else differs. Every field is always
 * present; what could not be computed is null, with a reason beside it. No number is NaN or infinite.
 * Component names, in snake case, are the field names of compare.v1.
 *
 * @param schema name of this format
 * @param note what a comparison cannot tell: causes
 * @param trusted whether the data of both reports passed the default limits
 * @param moves one row for each metric that both reports have
 * @param onlyBefore names of metrics that only the earlier report has
 * @param slices for each breakdown, which slices are new or gone
 * @param listLengths every list length in either report, shortest first; empty if a report does not count them
 * @param items how many of the items shown are new or gone
 * @param differences other differences that do not make metrics incomparable
 * @param warnings what to know before using the numbers, one sentence each
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
