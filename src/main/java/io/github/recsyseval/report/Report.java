package io.github.recsyseval.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command found out. Component names, in snake case, are the field names of report.v1.
 *
 * @param schema always {@code report.v1}
 * @param command the subcommand that made it
 * @param kpis null where the command does not compute them; likewise guardrails and offline
 * @param experiment how the arms of an experiment compare, and what follows; null where the command does not ask
 * @param aaCheck whether tests keep their promise on this log; null where the command does not ask
 * @param lists what was shown
 * @param gates the rules that the offline metrics had to keep; empty where none was set
 * @param slices the breakdowns asked for
 * @param warnings sentences about what a reader should know before using the numbers
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
