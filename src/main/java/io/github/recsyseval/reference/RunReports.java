package io.github.recsyseval.reference;

import io.github.recsyseval.report.BreakdownRow;
import io.github.recsyseval.report.OfflineSection;
import io.github.recsyseval.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a report of ours into the Go tool's form. */
public final class RunReports {
    private final RunFiles files;
    private final Report report;
    private final List<String> notes;

    /**
     * A report to be.
     *
     * @param notes sentences about the run that the report does not know
     */
    public RunReports(RunFiles files, Report report, List<String> notes) {
        this.files = files;
        this.report = report;
        this.notes = List.copyOf(notes);
    }

    /** The report of mode offline. */
    RunReport offline(OfflineRun run) {
        OfflineSection section = Objects.requireNonNull(report.offline());
        OfflineReport offline = new OfflineReport(run, section, report.gates());
        return report(offline.offline(), null, null, offline.gates(), List.of());
    }

    /**
     * The report of mode experiment.
     *
     * @param warnings sentences about its figures
     */
    RunReport experiment(RunExperiment experiment, List<String> warnings) {
        return report(null, experiment, null, List.of(), warnings);
    }

    /** The report of mode aa-check. */
    RunReport aaCheck(RunAaCheck check) {
        return report(null, null, check, List.of(), check.warnings());
    }

    /** The report that stands behind. */
    Report own() {
        return report;
    }

    private RunReport report(
            RunReport.@Nullable Offline offline,
            @Nullable RunExperiment experiment,
            @Nullable RunAaCheck check,
            List<RunReport.GateResult> gates,
            List<String> ofMode) {
        long cases = experiment == null
                ? report.summary().casesEvaluated()
                : experiment.variants().stream()
                        .mapToLong(RunExperiment.Variant::exposures)
                        .sum();
        RunReport.DataQuality quality = DataQualityPart.of(report, offline == null);
        RunReport.Executive executive = experiment != null
                ? ExecutiveSummary.of(
                        experiment, Objects.requireNonNull(report.experiment()).candidate(), quality, cases)
                : check != null
                        ? ExecutiveSummary.of(check, quality, cases)
                        : ExecutiveSummary.of(offline, gates, quality, cases);
        List<String> warnings = warnings();
        warnings.addAll(ofMode);
        return new RunReport(
                runId(),
                files.mode().word(),
                report.run().createdAt(),
                RunReport.VERSION,
                report.run().version(),
                report.run().gitCommit(),
                files.effective(),
                Fingerprint.of(report.provenance().inputs()),
                files.artifacts(),
                new RunReport.Summary(cases, report.summary().trusted(), executive),
                offline,
                experiment,
                check,
                quality,
                gates.isEmpty() ? null : gates,
                warnings.isEmpty() ? null : warnings);
    }

    private String runId() {
        return files.mode().word() + "-" + report.run().createdAt().replaceAll("[-:]", "");
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        FileKeys.in(report.summary().untrustedBecause())
                .forEach(reason -> warnings.add("the data is not trusted: " + reason));
        warnings.addAll(FileKeys.in(report.warnings()));
        for (BreakdownRow row : report.slices()) {
            if (!row.status().equals("ok")) {
                warnings.add("no segments: slice_keys " + String.join(", ", row.keys())
                        + " cut the exposures into too many");
            }
        }
        RunReport.Artifacts artifacts = files.artifacts();
        if (artifacts != null && artifacts.warnings() != null) {
            artifacts.warnings().forEach(warning -> warnings.add("artifacts: " + warning));
        }
        warnings.addAll(notes);
        return warnings;
    }
}
