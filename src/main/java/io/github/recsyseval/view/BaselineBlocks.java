package io.github.recsyseval.view;

import io.github.recsyseval.report.BaselineSection;
import io.github.recsyseval.report.DeltaRow;
import io.github.recsyseval.report.OfflineSection;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has changed against the baseline, and where most was lost. */
final class BaselineBlocks {
    private BaselineBlocks() {}

    static List<Block> of(OfflineSection offline) {
        BaselineSection baseline = offline.baseline();
        if (baseline == null) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(trust(
                Text.of("Baseline ").code(baseline.source()).plain(": " + test(baseline) + " Its data is "),
                baseline)));
        boolean paired = baseline.pairs() != null;
        blocks.add(table("Against the baseline", baseline.deltas(), paired));
        blocks.addAll(withoutInterval(baseline.deltas()));
        for (String slice : baseline.worstSlices()) {
            List<DeltaRow> rows = baseline.bySegment().getOrDefault(slice, List.of());
            blocks.add(table("Lost most: " + CutBlocks.shortened(slice), rows, paired));
        }
        return blocks;
    }

    private static Text trust(Text before, BaselineSection baseline) {
        if (baseline.trusted()) {
            return before.plain("trusted.");
        }
        Text text = before.strong("not trusted");
        return baseline.untrustedBecause().isEmpty()
                ? text.plain(".")
                : text.plain(": " + String.join("; ", baseline.untrustedBecause()) + ".");
    }

    private static String test(BaselineSection baseline) {
        Long pairs = baseline.pairs();
        return pairs == null
                ? baseline.test() + "."
                : baseline.test() + "; " + Counted.of(pairs, "pair") + ", without a pair "
                        + count(baseline.onlyAfter()) + " of this run and " + count(baseline.onlyBefore())
                        + " of the baseline.";
    }

    private static Table table(String caption, List<DeltaRow> rows, boolean paired) {
        Table.Rows table = Table.of(
                caption,
                Table.text("metric"),
                Table.number("before"),
                Table.number("after"),
                Table.number("change"),
                Table.number("95 % interval"),
                Table.text("verdict"),
                Table.number("relative"),
                Table.number("p"),
                Table.number(paired ? "wins / ties / losses" : "n"));
        for (DeltaRow row : rows) {
            table.row(
                    Text.ofCode(row.name()),
                    Text.of(row.before() == null ? "-" : NumberText.withUnit(row.unit(), row.before())),
                    Text.of(row.after() == null ? "-" : NumberText.withUnit(row.unit(), row.after())),
                    Text.of(row.delta() == null ? "-" : NumberText.difference(row.unit(), row.delta())),
                    Text.of(NumberText.changes(row.unit(), row.interval())),
                    verdict(row.verdict()),
                    Text.of(row.relativeDelta() == null ? "-" : NumberText.change("share", row.relativeDelta()) + " %"),
                    Text.of(NumberText.p(row.pValue(), null)),
                    Text.of(pairs(row)));
        }
        return table.table();
    }

    private static String pairs(DeltaRow row) {
        return row.wins() == null
                ? NumberText.count(row.n())
                : count(row.wins()) + " / " + count(row.ties()) + " / " + count(row.losses());
    }

    static Text verdict(String verdict) {
        return switch (verdict) {
            case "better" -> Text.good(verdict);
            case "worse" -> Text.bad(verdict);
            default -> Text.of(verdict);
        };
    }

    /** Why changes have no interval, a sentence for each reason. */
    static List<Block> withoutInterval(List<DeltaRow> rows) {
        Map<String, List<String>> without = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.interval() == null && row.reason() != null)
                .forEach(row -> without.computeIfAbsent(row.reason(), reason -> new ArrayList<>())
                        .add(row.name()));
        List<Block> reasons = new ArrayList<>();
        without.forEach((reason, names) -> reasons.add(
                new Block.Paragraph(Text.ofCode(String.join(", ", names)).plain(": " + reason + "."))));
        return reasons;
    }

    private static String count(@Nullable Long n) {
        return n == null ? "-" : NumberText.count(n);
    }
}
