package io.github.recsyseval.view;

import io.github.recsyseval.report.BreakdownRow;
import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Chart;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The figures cut into slices, days or variants: a table with a row each, and charts. */
final class CutBlocks {
    /** More rows than these are left to the JSON form. */
    private static final int MOST_ROWS = 200;

    private static final int MOST_DOTS = 12;
    /** Bars of names from data are escaped by a backslash. */
    private static final Pattern VARIANT = Pattern.compile("(?<!\\\\)\\|variant=");

    private static final int LONGEST_NAME = 150;

    private CutBlocks() {}

    static List<Block> slices(Report report) {
        List<Block> blocks = new ArrayList<>();
        for (BreakdownRow breakdown : report.slices()) {
            if (!breakdown.status().equals("ok")) {
                blocks.add(new Block.Paragraph(Text.of("Breakdown ")
                        .code(String.join(",", breakdown.keys()))
                        .plain(": too many values to show; choose a key with fewer.")));
            }
        }
        Map<String, List<MetricRow>> joins = report.dataQuality().bySegment();
        List<MetricRow> kpis = report.kpis() == null ? List.of() : report.kpis().metrics();
        if (report.kpis() != null) {
            dots(report.kpis().bySegment(), kpis.subList(0, Math.min(1, kpis.size())), "slice", blocks);
        }
        dots(joins, report.dataQuality().metrics().subList(0, 1), "slice", blocks);
        Map<String, List<MetricRow>> rows = new LinkedHashMap<>();
        if (report.kpis() != null) {
            join(rows, report.kpis().bySegment());
        }
        if (report.guardrails() != null) {
            join(rows, report.guardrails().bySegment());
        }
        if (report.offline() != null) {
            join(rows, report.offline().bySegment());
        }
        join(rows, joins);
        for (BreakdownRow breakdown : report.slices()) {
            blocks.addAll(SliceTable.of(breakdown, rows));
            if (!breakdown.seen().isEmpty()) {
                blocks.add(ListBlocks.seen(breakdown));
            }
        }
        return blocks;
    }

    static List<Block> days(Report report) {
        List<Block> blocks = new ArrayList<>();
        if (report.kpis() != null) {
            for (MetricRow kpi : report.kpis().metrics()) {
                List<Chart.Point> points = points(report.kpis().byDay(), kpi.name());
                if (points.size() > 1 && points.stream().anyMatch(point -> point.value() != 0)) {
                    blocks.add(new Chart.Days(Declared.title(kpi) + " by day", "days", points));
                }
            }
        }
        table("day", "", kpisAndGuardrails(report, true), blocks);
        return blocks;
    }

    static List<Block> variants(Report report) {
        List<Block> blocks = new ArrayList<>();
        Map<String, List<MetricRow>> rows = kpisAndGuardrails(report, false);
        String experiment = experiment(rows.keySet());
        if (report.kpis() != null) {
            dots(
                    withoutPrefix(experiment, report.kpis().byVariant()),
                    report.kpis().metrics(),
                    "variant",
                    blocks);
        }
        table("variant", of(experiment), withoutPrefix(experiment, rows), blocks);
        if (!blocks.isEmpty()) {
            blocks.add(new Block.Paragraph(
                    Text.of("Not compared: whether a difference is more than chance can only be told by a"
                            + " test that knows how users were assigned.")));
        }
        return blocks;
    }

    /** The part in front of the variant that all names have: {@code experiment=exp_rank_v8|}; empty where there are several. */
    static String experiment(Set<String> variants) {
        return variants.stream()
                .map(name -> {
                    Matcher variant = VARIANT.matcher(name);
                    return variant.find() ? name.substring(0, variant.start() + 1) : "";
                })
                .reduce((one, other) -> one.equals(other) ? one : "")
                .orElse("");
    }

    /** {@code , experiment=exp_rank_v8}. */
    static String of(String experiment) {
        return experiment.isEmpty() ? "" : ", " + shortened(experiment.substring(0, experiment.length() - 1));
    }

    static <T> Map<String, T> withoutPrefix(String prefix, Map<String, T> rows) {
        Map<String, T> cut = new LinkedHashMap<>();
        rows.forEach((name, row) -> cut.put(name.substring(prefix.length()), row));
        return cut;
    }

    private static Map<String, List<MetricRow>> kpisAndGuardrails(Report report, boolean days) {
        Map<String, List<MetricRow>> rows = new LinkedHashMap<>();
        if (report.kpis() != null) {
            join(rows, days ? report.kpis().byDay() : report.kpis().byVariant());
        }
        if (report.guardrails() != null) {
            join(rows, days ? report.guardrails().byDay() : report.guardrails().byVariant());
        }
        return rows;
    }

    private static void join(Map<String, List<MetricRow>> to, Map<String, List<MetricRow>> from) {
        from.forEach((name, rows) ->
                to.computeIfAbsent(name, added -> new ArrayList<>()).addAll(rows));
    }

    private static void table(String what, String of, Map<String, List<MetricRow>> cuts, List<Block> blocks) {
        if (cuts.isEmpty()) {
            return;
        }
        List<Table.Column> columns = new ArrayList<>(List.of(Table.text(what), Table.number("n")));
        cuts.values().iterator().next().forEach(row -> columns.add(Table.number(Declared.title(row))));
        Table.Rows table = Table.of("Metrics by " + what + of, columns.toArray(Table.Column[]::new));
        cuts.entrySet().stream().limit(MOST_ROWS).forEach(cut -> {
            List<Text> cells = new ArrayList<>();
            cells.add(Text.of(shortened(cut.getKey())));
            cells.add(Text.of(NumberText.count(cut.getValue().get(0).n())));
            cut.getValue().forEach(row -> cells.add(Text.of(NumberText.value(row))));
            table.row(cells);
        });
        blocks.add(table.table());
        if (cuts.size() > MOST_ROWS) {
            blocks.add(new Block.Paragraph(Text.of("Showing " + MOST_ROWS + " of " + NumberText.count(cuts.size())
                    + "; the JSON report has all of them.")));
        }
    }

    /** Names come from data and may be as long as a line of a log. */
    static String shortened(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, LONGEST_NAME))) + "...";
    }

    /** A chart for each of the figures, of the slices with the most data. */
    private static void dots(
            Map<String, List<MetricRow>> cuts, List<MetricRow> overall, String what, List<Block> blocks) {
        for (MetricRow total : overall) {
            List<String> largest = cuts.entrySet().stream()
                    .sorted(Comparator.comparingLong(
                            cut -> -cut.getValue().get(0).n()))
                    .limit(MOST_DOTS)
                    .map(Map.Entry::getKey)
                    .toList();
            List<Chart.Point> points = points(cuts, total.name()).stream()
                    .filter(point -> largest.contains(point.label()))
                    .toList();
            if (points.size() > 1) {
                String note = cuts.size() > points.size() ? "the largest " + points.size() + " of " + cuts.size() : "";
                String stroke = total.value() == null ? "" : "The vertical line marks all exposures together. ";
                blocks.add(new Chart.Dots(
                        Declared.title(total) + " by " + what, points, total.value(), (stroke + note).strip()));
            }
        }
    }

    private static List<Chart.Point> points(Map<String, List<MetricRow>> cuts, String name) {
        List<Chart.Point> points = new ArrayList<>();
        cuts.forEach((label, rows) -> rows.stream()
                .filter(row -> row.name().equals(name) && row.value() != null)
                .forEach(row -> points.add(point(label, row.value(), row.interval(), NumberText.value(row)))));
        return points;
    }

    static Chart.Point point(String label, @Nullable Double value, @Nullable IntervalRow interval, String text) {
        return new Chart.Point(
                label,
                value == null ? 0 : value,
                interval == null ? null : interval.lower(),
                interval == null ? null : interval.upper(),
                text);
    }
}
