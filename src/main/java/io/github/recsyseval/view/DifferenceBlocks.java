package io.github.recsyseval.view;

import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.report.SeenRow;
import io.github.recsyseval.report.comparison.Comparison;
import io.github.recsyseval.report.comparison.DifferenceRow;
import io.github.recsyseval.report.comparison.ItemChangeRow;
import io.github.recsyseval.report.comparison.LengthChangeRow;
import io.github.recsyseval.report.comparison.SideRow;
import io.github.recsyseval.report.comparison.SliceChangeRow;
import io.github.recsyseval.report.comparison.SliceChangeRow.SliceCount;
import io.github.recsyseval.report.comparison.SliceSeenRow;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.text.Decimals;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is not the same on both sides besides the figures. */
final class DifferenceBlocks {
    private static final int MOST_SLICES = 10;
    private static final int MOST_SEEN = 20;

    private DifferenceBlocks() {}

    static List<Block> of(Comparison comparison) {
        SideRow before = comparison.before();
        SideRow after = comparison.after();
        Table.Rows table = Table.of("Differences", Table.text("what"), Table.number("before"), Table.number("after"));
        row(table, "exposures", NumberText.count(before.exposures()), NumberText.count(after.exposures()));
        row(table, "users", NumberText.count(before.users()), NumberText.count(after.users()));
        row(table, "exposures per user", perUser(before), perUser(after));
        row(table, "filters", filters(before), filters(after));
        for (DifferenceRow difference : comparison.differences()) {
            row(table, difference.what(), difference.before(), difference.after());
        }
        List<Text> lines = new ArrayList<>();
        comparison.slices().forEach(slices -> lines.add(slices(slices)));
        only(lines, "Only before: ", comparison.onlyBefore());
        only(lines, "Only after: ", comparison.onlyAfter());
        lines.add(items(comparison.items()));
        List<Block> blocks = new ArrayList<>(List.of(table.table(), new Block.Bullets(lines)));
        comparison.slices().forEach(slices -> seen(slices, blocks));
        lengths(comparison.listLengths(), blocks);
        return blocks;
    }

    private static Text items(ItemChangeRow items) {
        if (items.both() == null || items.appeared() == null || items.gone() == null) {
            return Text.of("Items new or gone: not known, " + items.reason());
        }
        return Text.of("Items" + (items.exact() ? "" : " (estimated from " + NumberText.count(items.sampled()) + ")")
                + ": " + NumberText.count(items.both()) + " on both sides; new: "
                + part(items.appeared(), items.appearedShare(), items.appearedInterval()) + "; gone: "
                + part(items.gone(), items.goneShare(), items.goneInterval()));
    }

    private static String part(long n, @Nullable Double share, @Nullable IntervalRow interval) {
        if (share == null) {
            return NumberText.count(n);
        }
        String range = interval == null ? "" : " [" + NumberText.interval("share", interval) + "]";
        return NumberText.count(n) + ", " + NumberText.percent(share) + range;
    }

    /** When slices were seen, where there are few enough to read; the JSON form has all. */
    private static void seen(SliceChangeRow slices, List<Block> blocks) {
        if (slices.seen().isEmpty() || slices.seen().size() > MOST_SEEN) {
            return;
        }
        Table.Rows table = Table.of(
                "When each slice by " + String.join(", ", slices.keys()) + " was seen (UTC)",
                Table.text("slice"),
                Table.number("exposures before"),
                Table.number("exposures after"),
                Table.text("first before"),
                Table.text("last before"),
                Table.text("first after"),
                Table.text("last after"));
        for (SliceSeenRow slice : slices.seen()) {
            table.row(
                    Text.of(CutBlocks.shortened(slice.slice())),
                    exposures(slice.before()),
                    exposures(slice.after()),
                    seen(slice.before(), SeenRow::firstSeen),
                    seen(slice.before(), SeenRow::lastSeen),
                    seen(slice.after(), SeenRow::firstSeen),
                    seen(slice.after(), SeenRow::lastSeen));
        }
        blocks.add(table.table());
    }

    private static Text exposures(@Nullable SeenRow seen) {
        return Text.of(seen == null ? "-" : NumberText.count(seen.exposures()));
    }

    private static Text seen(@Nullable SeenRow seen, Function<SeenRow, String> time) {
        return Text.of(seen == null ? "-" : TimeText.minute(time.apply(seen)));
    }

    private static void lengths(List<LengthChangeRow> lengths, List<Block> blocks) {
        if (lengths.isEmpty()) {
            return;
        }
        Table.Rows table = Table.of(
                "List lengths",
                Table.number("items"),
                Table.number("lists before"),
                Table.number("share before"),
                Table.number("lists after"),
                Table.number("share after"));
        for (LengthChangeRow length : lengths) {
            table.row(
                    Text.of(length.items()),
                    Text.of(NumberText.count(length.nBefore())),
                    Text.of(NumberText.percent(length.shareBefore())),
                    Text.of(NumberText.count(length.nAfter())),
                    Text.of(NumberText.percent(length.shareAfter())));
        }
        blocks.add(table.table());
    }

    private static void row(Table.Rows table, String what, String before, String after) {
        table.row(Text.of(what), Text.of(before), Text.of(after));
    }

    private static String perUser(SideRow side) {
        return side.users() == 0 ? "-" : Decimals.fixed((double) side.exposures() / side.users(), 2);
    }

    private static String filters(SideRow side) {
        return side.filters().isEmpty() ? "none" : String.join(", ", side.filters());
    }

    private static void only(List<Text> lines, String which, List<String> metrics) {
        if (!metrics.isEmpty()) {
            lines.add(Text.of(which + String.join(", ", metrics)));
        }
    }

    private static Text slices(SliceChangeRow slices) {
        Text what = Text.of("Slices by ").code(String.join(",", slices.keys()));
        if (!slices.status().equals("ok")) {
            return what.plain(": too many values to show every slice");
        }
        return what.plain(": " + NumberText.count(slices.both()) + " on both sides; new: " + names(slices.appeared())
                + "; gone: " + names(slices.gone()));
    }

    private static String names(List<SliceCount> slices) {
        if (slices.isEmpty()) {
            return "none";
        }
        String more =
                slices.size() > MOST_SLICES ? " and " + NumberText.count(slices.size() - MOST_SLICES) + " more" : "";
        return slices.stream()
                        .limit(MOST_SLICES)
                        .map(slice -> CutBlocks.shortened(slice.slice()) + " ("
                                + Counted.of(slice.exposures(), "exposure") + ")")
                        .collect(Collectors.joining(", "))
                + more;
    }
}
