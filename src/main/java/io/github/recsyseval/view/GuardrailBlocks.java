package io.github.recsyseval.view;

import io.github.recsyseval.report.GuardrailSection;
import io.github.recsyseval.report.GuardrailSection.EmptyRow;
import io.github.recsyseval.report.GuardrailSection.LatencyDistribution;
import io.github.recsyseval.report.LimitRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Chart;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;

/** Guardrails: the figures, empty lists by error, how latency spreads. */
final class GuardrailBlocks {
    private GuardrailBlocks() {}

    /** @param exposures what n counts */
    static List<Block> of(GuardrailSection guardrails, String exposures, FigureBlocks figures) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(figures.of("Guardrails", exposures, guardrails.metrics()));
        GuardrailSection.ShareRow logged = guardrails.errorLogged();
        if (logged.rate() != null) {
            blocks.add(new Block.Paragraph(Text.of(Counted.part(logged.n(), logged.of(), "exposure") + " ("
                            + NumberText.percent(logged.rate()) + ") " + Counted.words(logged.n(), "logs ", "log "))
                    .code("error")
                    .plain("; the others count as not failed.")));
        }
        if (guardrails.emptyByError().stream().anyMatch(row -> row.empty() > 0)) {
            blocks.add(emptyByError(guardrails.emptyByError()));
        }
        if (guardrails.latency().n() > 0) {
            blocks.add(histogram(guardrails));
        }
        return blocks;
    }

    private static Table emptyByError(List<EmptyRow> rows) {
        Table.Rows table = Table.of(
                "Empty lists because of errors",
                Table.text("error"),
                Table.number("exposures"),
                Table.number("empty lists"),
                Table.number("empty rate"));
        for (EmptyRow row : rows) {
            if (row.exposures() == 0) {
                continue;
            }
            table.row(
                    row.error().equals("not_logged") ? Text.of("not logged") : Text.ofCode(row.error()),
                    Text.of(NumberText.count(row.exposures())),
                    Text.of(NumberText.count(row.empty())),
                    Text.of(row.emptyRate() == null ? "-" : NumberText.percent(row.emptyRate())));
        }
        return table.table();
    }

    private static Chart histogram(GuardrailSection guardrails) {
        List<Chart.Mark> marks = new ArrayList<>();
        for (MetricRow row : guardrails.metrics()) {
            if (row.unit().equals("ms") && row.value() != null) {
                marks.add(new Chart.Mark(quantile(row.name()) + " " + NumberText.value(row), row.value(), false));
            }
        }
        for (LimitRow limit : guardrails.limits()) {
            if (limit.unit().equals("ms") && !LimitText.isIncrease(limit)) {
                marks.add(new Chart.Mark(
                        "limit " + quantile(limit.name()) + " " + NumberText.withUnit("ms", limit.limit()),
                        limit.limit(),
                        true));
            }
        }
        LatencyDistribution latency = guardrails.latency();
        return new Chart.Histogram(
                "Latency of " + Counted.of(latency.n(), "exposure"),
                "ms",
                latency.bins().stream()
                        .map(bin -> new Chart.Bin(bin.fromMs(), bin.toMs(), bin.n()))
                        .toList(),
                marks);
    }

    /** {@code p95} of {@code latency_p95_ms}. */
    private static String quantile(String name) {
        return name.replace("latency_", "").replace("_ms", "");
    }
}
