package io.github.recsyseval.view;

import io.github.recsyseval.report.comparison.Comparison;
import io.github.recsyseval.report.comparison.DifferenceRow;
import io.github.recsyseval.report.comparison.SideRow;
import io.github.recsyseval.report.comparison.SliceChangeRow;
import io.github.recsyseval.report.comparison.SliceChangeRow.SliceCount;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is not the same on both sides besides the figures. */
final class DifferenceBlocks {
    private static final int MOST_SLICES = 10;

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
        return lines.isEmpty() ? List.of(table.table()) : List.of(table.table(), new Block.Bullets(lines));
    }

    private static void row(Table.Rows table, String what, String before, String after) {
        table.row(Text.of(what), Text.of(before), Text.of(after));
    }

    private static String perUser(SideRow side) {
        return side.users() == 0 ? "-" : String.format(Locale.ROOT, "%.2f", (double) side.exposures() / side.users());
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
            return what.plain(": too many values to show any");
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
                                + NumberText.count(slice.exposures())
                                + (slice.exposures() == 1 ? " exposure)" : " exposures)"))
                        .collect(Collectors.joining(", "))
                + more;
    }
}
