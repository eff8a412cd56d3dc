package io.github.recsyseval.evaluation;

import io.github.recsyseval.report.BaselineReport;
import io.github.recsyseval.report.BaselineSection;
import io.github.recsyseval.report.DeltaRow;
import io.github.recsyseval.report.MetricRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An earlier report as baseline: is it comparable at all, and what has changed since? */
public final class ReportBaseline {
    private static final String TEST =
            "Welch's test of independent runs, standard errors by user; relative interval by Fieller";

    private ReportBaseline() {}

    /**
     * Why a report cannot be compared with a run of these definitions, in a sentence that names the difference; empty if it can. A metric
     * that the baseline does not have in any form is no obstacle: its row says so.
     *
     * @param theirs the definitions of the baseline
     * @param ours those of the run
     * @param metrics names of all metrics of the run
     * @param breakdowns of the run, each with its keys joined by commas
     */
    public static Optional<String> difference(
            BaselineReport baseline,
            Definitions theirs,
            Definitions ours,
            List<String> metrics,
            List<String> breakdowns) {
        List<Definitions.Difference> differences = Definitions.incompatible(theirs, ours);
        if (!differences.isEmpty()) {
            return Optional.of(baseline.source() + ": was made with "
                    + differences.stream()
                            .map(difference -> difference.definition() + " " + difference.before() + ", this run uses "
                                    + difference.after())
                            .collect(Collectors.joining("; with "))
                    + "; they cannot be compared");
        }
        for (String metric : metrics) {
            List<String> others = otherCutoffs(baseline, metric);
            if (!baseline.ranking().metrics().containsKey(metric) && !others.isEmpty()) {
                return Optional.of(baseline.source() + ": has no " + metric + " but " + String.join(", ", others)
                        + "; another k cannot be compared");
            }
        }
        for (String breakdown : breakdowns) {
            if (!baseline.breakdowns().contains(breakdown)) {
                String has =
                        baseline.breakdowns().isEmpty() ? "no slices" : String.join(" and ", baseline.breakdowns());
                return Optional.of(
                        baseline.source() + ": was not made with --slice " + breakdown + " (it has " + has + ")");
            }
        }
        return Optional.empty();
    }

    private static List<String> otherCutoffs(BaselineReport baseline, String metric) {
        return baseline.ranking().metrics().keySet().stream()
                .filter(name -> base(name).equals(base(metric)))
                .toList();
    }

    private static String base(String metric) {
        int at = metric.indexOf('@');
        return at < 0 ? metric : metric.substring(0, at);
    }

    static BaselineSection section(
            BaselineReport baseline, List<MetricRow> metrics, Map<String, List<MetricRow>> bySegment, int floor) {
        Map<String, List<DeltaRow>> slices = new TreeMap<>();
        bySegment.forEach((name, rows) -> {
            Map<String, MetricRow> before = baseline.ranking().bySegment().get(name);
            if (before != null) {
                slices.put(name, deltas(rows, before));
            }
        });
        return new BaselineSection(
                "report",
                baseline.source(),
                TEST,
                baseline.trusted(),
                baseline.untrustedBecause(),
                null,
                null,
                null,
                deltas(metrics, baseline.ranking().metrics()),
                slices,
                WorstSlices.of(slices, floor));
    }

    private static List<DeltaRow> deltas(List<MetricRow> rows, Map<String, MetricRow> before) {
        List<DeltaRow> deltas = new ArrayList<>();
        rows.forEach(row -> deltas.add(Deltas.unpaired(row, before.get(row.name()))));
        return deltas;
    }
}
