package io.github.recsyseval.report;

import static io.github.recsyseval.report.MarkdownText.cell;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Gates and the comparison with a baseline as Markdown tables. */
final class MarkdownComparison {
    private final StringBuilder out = new StringBuilder();

    private MarkdownComparison() {}

    /** The gates; nothing without any. */
    static String gatesOf(Report report) {
        MarkdownComparison text = new MarkdownComparison();
        if (!report.gates().isEmpty()) {
            text.gates(report.gates());
        }
        return text.out.toString();
    }

    /** The comparison; nothing without a baseline. */
    static String baselineOf(OfflineSection offline) {
        MarkdownComparison text = new MarkdownComparison();
        if (offline.baseline() != null) {
            text.baseline(offline.baseline());
        }
        return text.out.toString();
    }

    private void gates(List<GateRow> gates) {
        long failed = gates.stream().filter(GateRow::failed).count();
        out.append("## Gates\n\n");
        out.append(failed == 0 ? "**All gates pass.**" : "**" + failed + " of " + gates.size() + " fail.**")
                .append("\n\n");
        row("gate", "slice", "rule", "value", "baseline", "verdict", "why");
        row("---", "---", "---", "---:", "---:", "---", "---");
        for (GateRow gate : gates) {
            row(
                    "`" + gate.metric() + "`",
                    gate.segment() == null ? "all" : cell(gate.segment()),
                    gate.rule() + "="
                            + BigDecimal.valueOf(gate.limit())
                                    .stripTrailingZeros()
                                    .toPlainString() + (gate.mode().equals("point") ? "" : ", " + gate.mode()),
                    number(gate.value()),
                    number(gate.baseline()),
                    gate.failed() ? "**fails**" : "passes",
                    gate.reason() == null ? "" : cell(gate.reason()));
        }
        out.append('\n');
    }

    private void baseline(BaselineSection baseline) {
        out.append("## Against the baseline\n\n");
        out.append("Baseline ").append(cell(baseline.source())).append(": ").append(baseline.test());
        Long pairs = baseline.pairs();
        if (pairs != null) {
            out.append("; ").append(NumberText.count(pairs)).append(" pairs, without a pair ");
            out.append(count(baseline.onlyAfter())).append(" of this run and ");
            out.append(count(baseline.onlyBefore())).append(" of the baseline");
        }
        out.append(".\n\n");
        deltas(baseline.deltas(), pairs != null);
        for (String slice : baseline.worstSlices()) {
            List<DeltaRow> rows = baseline.bySegment().getOrDefault(slice, List.of());
            out.append("Lost most: ").append(cell(slice)).append("\n\n");
            deltas(rows, pairs != null);
        }
    }

    private void deltas(List<DeltaRow> rows, boolean paired) {
        String pairs = paired ? "wins / ties / losses" : "n";
        row("metric", "before", "after", "change", "95 % interval", "relative", "p", pairs, "verdict");
        row("---", "---:", "---:", "---:", ":---:", "---:", "---:", "---:", "---");
        for (DeltaRow row : rows) {
            row(
                    "`" + row.name() + "`",
                    row.before() == null ? "-" : NumberText.withUnit(row.unit(), row.before()),
                    row.after() == null ? "-" : NumberText.withUnit(row.unit(), row.after()),
                    row.delta() == null ? "-" : NumberText.change(row.unit(), row.delta()),
                    cell(interval(row)),
                    row.relativeDelta() == null ? "-" : NumberText.change("share", row.relativeDelta()) + " %",
                    row.pValue() == null ? "-" : number(row.pValue()),
                    paired && row.wins() != null
                            ? count(row.wins()) + " / " + count(row.ties()) + " / " + count(row.losses())
                            : NumberText.count(row.n()),
                    row.verdict());
        }
        out.append('\n');
    }

    private static String interval(DeltaRow row) {
        IntervalRow interval = row.interval();
        if (interval == null || interval.lower() == null || interval.upper() == null) {
            return row.reason() == null ? "-" : row.reason();
        }
        return NumberText.change(row.unit(), interval.lower()) + " to "
                + NumberText.change(row.unit(), interval.upper());
    }

    private static String count(@Nullable Long n) {
        return n == null ? "-" : NumberText.count(n);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.4g", value);
    }

    private void row(String... cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
