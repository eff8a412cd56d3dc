package io.github.recsyseval.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of one run: data quality, metrics, limits and provenance. Every field is always present; what could not be computed
 * is null, with a reason beside it. No number is NaN or infinite.
 * Component names, in snake case, are the field names of report.v1.
 *
 * @param schema name of this format
 * @param command the subcommand that wrote the report. One of {@code join}, {@code offline}, {@code report}, {@code experiment},
 *     {@code aa-check}.
 * @param kpis click, conversion and revenue metrics; null if the command does not compute them
 * @param experiment comparison of the arms of an experiment, and the decision; null for all other commands. See experiment.md.
 * @param aaCheck whether the tests are valid on this log; null for all commands but {@code aa-check}
 * @param lists lengths of the lists and a sample of the items shown
 * @param gates the regression gates and their results; empty if none was set
 * @param slices the breakdowns requested with {@code --slice}
 * @param warnings what to know before using the numbers, one sentence each
 */
public record Report(
        String schema,
        String command,
        Summary summary,
        DataQuality dataQuality,
        @Nullable KpiSection kpis,
        @Nullable GuardrailSection guardrails,
        @Nullable OfflineSection offline,
        @Nullable ExperimentSection experiment,
        @Nullable AaCheckSection aaCheck,
        ListSection lists,
        List<GateRow> gates,
        List<BreakdownRow> slices,
        List<String> warnings,
        Provenance provenance,
        RunInfo run) {
    public static final String SCHEMA = "report.v1";

    /** All limits: those on the data, then those on guardrails. */
    public List<LimitRow> limits() {
        List<LimitRow> all = new ArrayList<>(dataQuality.limits());
        if (guardrails != null) {
            all.addAll(guardrails.limits());
        }
        return all;
    }
}
