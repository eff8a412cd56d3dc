package io.github.recsyseval.view;

import io.github.recsyseval.report.DataQuality;
import io.github.recsyseval.report.HourRow;
import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.report.LossTestRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.RateRow;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.text.Decimals;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Chart;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Join rates by variant and by hour, and whether they differ. */
final class JoinRateBlocks {
    /** Hours that are shown where not all can be. */
    private static final int WORST_HOURS = 12;

    /** An hour with fewer outcomes is not called bad. */
    private static final long FEWEST_OUTCOMES = 30;

    private final DataQuality quality;
    private final List<Block> blocks = new ArrayList<>();

    private JoinRateBlocks(DataQuality quality) {
        this.quality = quality;
    }

    static List<Block> of(DataQuality quality) {
        JoinRateBlocks all = new JoinRateBlocks(quality);
        all.variants();
        all.hours();
        all.tests();
        return all.blocks;
    }

    private void variants() {
        String experiment = CutBlocks.experiment(quality.byVariant().keySet());
        Table.Rows table = Table.of(
                "Joins by variant" + CutBlocks.of(experiment),
                Table.text("variant"),
                Table.text("metric"),
                Table.number("value"),
                Table.number("95 % interval"),
                Table.number("n"));
        Map<String, List<MetricRow>> rows = CutBlocks.withoutPrefix(experiment, quality.byVariant());
        for (Map.Entry<String, List<MetricRow>> variant : rows.entrySet()) {
            for (MetricRow row : variant.getValue()) {
                if (row.n() == 0) {
                    continue;
                }
                table.row(
                        Text.of(CutBlocks.shortened(variant.getKey())),
                        Text.ofCode(row.name()),
                        Text.of(NumberText.value(row)),
                        Text.of(NumberText.interval(row)),
                        Text.of(NumberText.count(row.n())));
            }
        }
        if (!table.isEmpty()) {
            blocks.add(table.folded());
        }
    }

    private void hours() {
        List<Chart.Point> points = new ArrayList<>();
        for (HourRow hour : quality.byHour()) {
            RateRow rate = hour.outcomeJoinRate();
            if (rate.value() != null) {
                points.add(
                        CutBlocks.point(hour.hour(), rate.value(), rate.interval(), NumberText.percent(rate.value())));
            }
        }
        if (points.size() > 1 && points.stream().anyMatch(point -> point.value() < 1)) {
            blocks.add(new Chart.Days("outcome_join_rate by hour", "hours", points));
        }
        List<HourRow> lossy = quality.byHour().stream()
                .filter(hour -> hour.outcomeJoinRate().n() >= FEWEST_OUTCOMES && rate(hour) < 1)
                .sorted(Comparator.comparing(JoinRateBlocks::rate))
                .toList();
        List<HourRow> worst = lossy.stream()
                .filter(this::isBelowOverall)
                .limit(WORST_HOURS)
                .sorted(Comparator.comparingInt(quality.byHour()::indexOf))
                .toList();
        if (worst.isEmpty() && !lossy.isEmpty()) {
            RateRow least = lossy.get(0).outcomeJoinRate();
            blocks.add(new Block.Paragraph(Text.of("No hour with at least " + FEWEST_OUTCOMES
                    + " outcomes has its 95 % interval below the outcome join rate of all; the lowest is "
                    + TimeText.minute(lossy.get(0).hour()) + " UTC with " + NumberText.percent(rate(lossy.get(0)))
                    + " [" + NumberText.interval("share", least.interval(), least.reason()) + "] of "
                    + Counted.of(least.n(), "outcome") + ".")));
        }
        Table.Rows table = Table.of(
                "Hours whose 95 % interval lies below the rate of all (with at least " + FEWEST_OUTCOMES + " outcomes)",
                Table.text("hour (UTC)"),
                Table.number("outcome join rate"),
                Table.number("95 % interval"),
                Table.number("n outcomes"),
                Table.number("exposure join rate"),
                Table.number("n exposures"));
        for (HourRow hour : worst) {
            table.row(
                    Text.of(TimeText.minute(hour.hour())),
                    value(hour.outcomeJoinRate()),
                    interval(hour.outcomeJoinRate()),
                    Text.of(NumberText.count(hour.outcomeJoinRate().n())),
                    value(hour.exposureJoinRate()),
                    Text.of(NumberText.count(hour.exposureJoinRate().n())));
        }
        if (!table.isEmpty()) {
            blocks.add(table.folded());
        }
    }

    /** Whether the whole interval of an hour lies below the rate of all outcomes. */
    private boolean isBelowOverall(HourRow hour) {
        IntervalRow interval = hour.outcomeJoinRate().interval();
        return quality.metrics().stream()
                .filter(row -> row.name().equals("outcome_join_rate"))
                .anyMatch(all -> interval != null
                        && interval.upper() != null
                        && all.value() != null
                        && interval.upper() < all.value());
    }

    private static double rate(HourRow hour) {
        Double rate = hour.outcomeJoinRate().value();
        return rate == null ? 1 : rate;
    }

    private static Text value(RateRow rate) {
        return Text.of(rate.value() == null ? "-" : NumberText.percent(rate.value()));
    }

    private static Text interval(RateRow rate) {
        return Text.of(NumberText.interval("share", rate.interval(), rate.reason()));
    }

    private void tests() {
        Table.Rows table = Table.of(
                "Do join rates differ? (chi-square, clustered by user)",
                Table.text("metric"),
                Table.text("between"),
                Table.number("compared"),
                Table.number("too small"),
                Table.number("p-value"));
        Map<String, List<String>> untested = new LinkedHashMap<>();
        for (LossTestRow test : quality.lossTests()) {
            String between = CutBlocks.shortened(test.between());
            if (test.pValue() == null) {
                untested.computeIfAbsent(String.valueOf(test.reason()), reason -> new ArrayList<>())
                        .add(test.metric() + " by " + between);
            } else {
                table.row(
                        Text.ofCode(test.metric()),
                        Text.of(between),
                        Text.of(NumberText.count(test.groups())),
                        Text.of(NumberText.count(test.leftOut())),
                        Text.of(p(test.pValue())));
            }
        }
        if (!table.isEmpty()) {
            blocks.add(table.folded());
        }
        untested.forEach((reason, tests) -> blocks.add(
                new Block.Paragraph(Text.of("Not tested: " + String.join(", ", tests) + " (" + reason + ")."))));
    }

    private static String p(double p) {
        return p < 0.001 ? String.format(Locale.ROOT, "%.1e", p) : Decimals.fixed(p, 3);
    }
}
