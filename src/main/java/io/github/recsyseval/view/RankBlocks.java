package io.github.recsyseval.view;

import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.report.KpiSection;
import io.github.recsyseval.report.PositionRow;
import io.github.recsyseval.report.RankRow;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Chart;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Clicks per shown slot by logged rank. */
final class RankBlocks {
    private static final int MOST_COLUMNS = 20;
    private static final int MOST_ROWS = 20;
    /** The last ranks are told together where each has fewer: one long list among many makes many of them. */
    private static final int FEWEST_SLOTS = 30;

    private RankBlocks() {}

    static List<Block> of(KpiSection kpis) {
        List<Block> blocks = new ArrayList<>(byRank(kpis.ctrByRank()));
        blocks.addAll(againstPosition(kpis.againstPosition()));
        return blocks;
    }

    /** Better items or better places? The slices with most expected clicks first. */
    private static List<Block> againstPosition(Map<String, PositionRow> slices) {
        Table.Rows table = Table.of(
                "Clicks against those expected from position alone",
                Table.text("slice"),
                Table.number("clicks"),
                Table.number("expected"),
                Table.number("clicks / expected"),
                Table.number("95 % interval"));
        slices.entrySet().stream()
                .filter(slice -> slice.getValue().value() != null)
                .sorted(Comparator.comparingDouble(slice -> -slice.getValue().expected()))
                .limit(MOST_ROWS)
                .forEach(slice -> table.row(cells(slice.getKey(), slice.getValue())));
        if (table.isEmpty()) {
            return List.of();
        }
        return List.of(
                table.table(),
                new Block.Paragraph(
                        Text.of(
                                "Expected: each shown slot counts the CTR that its rank has over all exposures (COEC). Above 1,"
                                        + " there are more clicks than the positions explain; the interval is that of ctr, scaled.")));
    }

    private static List<Text> cells(String name, PositionRow row) {
        IntervalRow interval = row.interval();
        return List.of(
                Text.of(CutBlocks.shortened(name)),
                Text.of(NumberText.count(row.clicks())),
                Text.of(NumberText.decimal(row.expected(), 1)),
                Text.of(row.value() == null ? "-" : NumberText.decimal(row.value(), 3)),
                Text.of(
                        interval == null || interval.lower() == null || interval.upper() == null
                                ? "-"
                                : NumberText.decimal(interval.lower(), 3) + " - "
                                        + NumberText.decimal(interval.upper(), 3)));
    }

    private static List<Block> byRank(List<RankRow> ranks) {
        if (ranks.isEmpty()) {
            return List.of();
        }
        Table.Rows table = Table.of(
                "CTR by logged rank",
                Table.number("logged rank"),
                Table.number("ctr"),
                Table.number("95 % interval"),
                Table.number("clicks"),
                Table.number("slots"));
        List<Chart.Point> points = new ArrayList<>();
        int enough = ranks.size();
        while (enough > 0 && ranks.get(enough - 1).n() < FEWEST_SLOTS) {
            enough--;
        }
        List<RankRow> few = ranks.size() - enough > 2 && enough > 0 ? ranks.subList(enough, ranks.size()) : List.of();
        for (RankRow rank : ranks.subList(0, ranks.size() - few.size())) {
            table.row(
                    Text.of(rank.rank()),
                    Text.of(rank.value() == null ? "-" : NumberText.percent(rank.value())),
                    Text.of(NumberText.interval("share", rank.interval(), null)),
                    Text.of(NumberText.count(rank.clicks())),
                    Text.of(NumberText.count(rank.n())));
            if (rank.value() != null && points.size() < MOST_COLUMNS) {
                points.add(
                        CutBlocks.point(rank.rank(), rank.value(), rank.interval(), NumberText.percent(rank.value())));
            }
        }
        return List.of(
                new Chart.Columns("CTR by logged rank", "logged rank", points),
                table.folded(),
                new Block.Paragraph(
                        Text.of(
                                rest(few)
                                        + "Position bias and relevance together: items at the top are seen, and clicked, more often.")));
    }

    /** The last ranks, where they are too thin for a row each. */
    private static String rest(List<RankRow> few) {
        return few.isEmpty()
                ? ""
                : "Ranks " + few.get(0).rank() + " to "
                        + few.get(few.size() - 1).rank() + " have fewer than "
                        + FEWEST_SLOTS + " slots each: "
                        + Counted.of(few.stream().mapToLong(RankRow::clicks).sum(), "click") + " on "
                        + Counted.of(few.stream().mapToLong(RankRow::n).sum(), "slot") + ". ";
    }
}
