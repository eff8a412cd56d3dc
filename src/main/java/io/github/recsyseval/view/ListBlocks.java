package io.github.recsyseval.view;

import io.github.recsyseval.report.BreakdownRow;
import io.github.recsyseval.report.ListSection;
import io.github.recsyseval.report.ListSection.ItemSample;
import io.github.recsyseval.report.ListSection.LengthRow;
import io.github.recsyseval.report.SeenRow;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.List;

/** What the lists held: how long they were, how many items were shown, and when slices were seen. */
final class ListBlocks {
    private ListBlocks() {}

    static List<Block> of(ListSection lists) {
        if (lists.lengths().isEmpty()) {
            return List.of();
        }
        Table.Rows table =
                Table.of("List lengths", Table.number("items"), Table.number("lists"), Table.number("share"));
        for (LengthRow length : lists.lengths()) {
            table.row(
                    Text.of(length.items()),
                    Text.of(NumberText.count(length.n())),
                    Text.of(NumberText.percent(length.share())));
        }
        return List.of(new Block.Paragraph(Text.of(distinct(lists.items()))), table.folded());
    }

    private static String distinct(ItemSample items) {
        String shown = Counted.of(items.distinct(), "different item was", "different items were") + " shown";
        return items.exact()
                ? shown + "."
                : "About " + shown + " (standard error " + NumberText.percent(items.relativeError()) + ").";
    }

    /** When the slices that are shown one by one were seen. */
    static Table seen(BreakdownRow breakdown) {
        Table.Rows table = Table.of(
                "When each slice by " + String.join(", ", breakdown.keys()) + " was seen",
                Table.text("slice"),
                Table.number("exposures"),
                Table.text("first seen (UTC)"),
                Table.text("last seen (UTC)"));
        for (String name : breakdown.top()) {
            SeenRow seen = breakdown.seen().get(name);
            if (seen != null) {
                table.row(
                        Text.of(CutBlocks.shortened(name)),
                        Text.of(NumberText.count(seen.exposures())),
                        Text.of(TimeText.minute(seen.firstSeen())),
                        Text.of(TimeText.minute(seen.lastSeen())));
            }
        }
        return table.folded();
    }
}
