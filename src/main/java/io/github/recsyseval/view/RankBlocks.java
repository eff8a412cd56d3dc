package io.github.recsyseval.view;

import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.report.RankRow;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Chart;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clicks per shown slot by logged rank. */
final class RankBlocks {
    private static final int MOST_COLUMNS = 20;

    private RankBlocks() {}

    static List<Block> of(List<RankRow> ranks) {
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
        for (RankRow rank : ranks) {
            table.row(
                    Text.of(rank.rank()),
                    Text.of(rank.value() == null ? "-" : NumberText.percent(rank.value())),
                    Text.of(interval(rank.interval())),
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
                        Text.of("A rank is where the list was shown, so this is"
                                + " position bias and relevance together.")));
    }

    private static String interval(@Nullable IntervalRow interval) {
        return interval == null || interval.lower() == null || interval.upper() == null
                ? "-"
                : NumberText.percent(interval.lower()) + " - " + NumberText.percent(interval.upper());
    }
}
