package io.github.recsyseval.reference;

import io.github.recsyseval.report.BaselineSection;
import io.github.recsyseval.report.BootstrapRow;
import io.github.recsyseval.report.DeltaRow;
import io.github.recsyseval.report.GateRow;
import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.OfflineSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The offline part of a report of ours in the form of the Go tool. */
final class OfflineReport {
    /** What the Go tool calls the only segment when there are no slice keys. */
    private static final String ALL = "__all__";

    private static final String NO_BASELINE =
            "it needs --baseline with the report of an earlier run; the report of this one can be the first";

    private final OfflineRun run;
    private final OfflineSection section;
    private final List<GateRow> gateRows;

    OfflineReport(OfflineRun run, OfflineSection section, List<GateRow> gateRows) {
        this.run = run;
        this.section = section;
        this.gateRows = gateRows;
    }

    RunReport.Offline offline() {
        List<RunReport.Metric> metrics = metrics(section.metrics());
        Map<String, List<RunReport.Metric>> bySegment = new TreeMap<>();
        if (run.breakdowns().isEmpty()) {
            bySegment.put(ALL, metrics);
        } else {
            section.bySegment().forEach((name, rows) -> bySegment.put(name, metrics(rows)));
        }
        return new RunReport.Offline(metrics, bySegment, baseline());
    }

    private List<RunReport.Metric> metrics(List<MetricRow> rows) {
        Map<String, MetricRow> byName = byName(rows, MetricRow::name);
        List<RunReport.Metric> metrics = new ArrayList<>();
        for (RunMetric metric : run.metrics()) {
            MetricRow row = byName.get(metric.row());
            if (row != null) {
                double value = row.value() == null ? 0 : row.value();
                metrics.add(new RunReport.Metric(
                        metric.name(), value, run.offline().bootstrap() == null ? null : interval(row)));
            }
        }
        return metrics;
    }

    /** The bootstrap interval where there is one, which is for all exposures; else that by the delta method. */
    private static RunReport.@Nullable Interval interval(MetricRow row) {
        BootstrapRow bootstrap = row.bootstrap();
        if (bootstrap != null && bootstrap.lower() != null && bootstrap.upper() != null) {
            return new RunReport.Interval(bootstrap.lower(), bootstrap.upper(), bootstrap.level(), bootstrap.method());
        }
        IntervalRow interval = row.interval();
        return interval == null || interval.lower() == null || interval.upper() == null
                ? null
                : new RunReport.Interval(interval.lower(), interval.upper(), interval.level(), interval.method());
    }

    private RunReport.@Nullable Baseline baseline() {
        BaselineSection baseline = section.baseline();
        RunBaseline read = run.baseline();
        if (baseline == null || read == null) {
            return null;
        }
        Map<String, DeltaRow> byName = byName(baseline.deltas(), DeltaRow::name);
        List<RunReport.Delta> deltas = new ArrayList<>();
        for (RunMetric metric : run.metrics()) {
            DeltaRow row = byName.get(metric.row());
            if (row != null && row.delta() != null && row.before() != null && row.after() != null) {
                Double relative = row.relativeDelta();
                deltas.add(new RunReport.Delta(
                        metric.name(),
                        row.delta(),
                        relative == null || relative == 0 ? null : relative,
                        row.before(),
                        row.after()));
            }
        }
        return new RunReport.Baseline(read.runId(), deltas);
    }

    /** The gates in the order of the file. */
    List<RunReport.GateResult> gates() {
        List<RunReport.GateResult> gates = new ArrayList<>();
        for (int i = 0; i < gateRows.size(); i++) {
            GateRow row = gateRows.get(i);
            Double before = row.baseline();
            Double after = row.value();
            double delta = before == null || after == null ? 0 : after - before;
            String reason = run.baseline() == null && row.failed() ? NO_BASELINE : row.reason();
            gates.add(new RunReport.GateResult(run.gateNames().get(i), row.limit(), delta, !row.failed(), reason));
        }
        return gates;
    }

    private static <T> Map<String, T> byName(List<T> rows, Function<T, String> name) {
        return rows.stream().collect(Collectors.toMap(name, row -> row));
    }
}
