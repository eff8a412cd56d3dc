package io.github.recsyseval.view;

import io.github.recsyseval.report.DeltaRow;
import io.github.recsyseval.report.comparison.MoveRow;
import io.github.recsyseval.report.comparison.SliceMoveRow;
import io.github.recsyseval.report.comparison.SplitRow;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;

/** Moves split by slices: how much comes from other shares (mix), how much from other figures within slices (rate). */
final class SplitBlocks {
    /** The slices that contribute most; the others are one row. */
    private static final int MOST_ROWS = 10;

    private SplitBlocks() {}

    static List<Block> of(List<MoveRow> moves) {
        List<Block> blocks = new ArrayList<>();
        for (MoveRow move : moves) {
            DeltaRow change = move.change();
            for (SplitRow split : move.splits()) {
                blocks.add(new Block.Paragraph(sentence(change, split)));
                if (!split.slices().isEmpty()) {
                    blocks.add(table(change, split));
                }
            }
        }
        if (!blocks.isEmpty()) {
            blocks.add(
                    0,
                    new Block.Paragraph(Text.of("Mix: the slices' shares of the observations changed. Rate: the values"
                            + " within slices changed. All parts add up to the change (Kitagawa 1955). They are arithmetic on"
                            + " the two reports; the intervals belong to the change within a slice.")));
        }
        return blocks;
    }

    private static Text sentence(DeltaRow change, SplitRow split) {
        Text what = Text.ofCode(change.name()).plain(" by ").code(String.join(",", split.keys()));
        if (split.mix() == null || split.rate() == null || change.delta() == null) {
            return what.plain(": not split, " + split.reason() + ".");
        }
        return what.plain(": change ")
                .strong(number(change, change.delta()))
                .plain(" = mix " + number(change, split.mix()) + " and rate " + number(change, split.rate()) + ".");
    }

    private static Table table(DeltaRow change, SplitRow split) {
        Table.Rows table = Table.of(
                change.name() + " by " + String.join(",", split.keys()),
                Table.text("slice"),
                Table.number("share before"),
                Table.number("share after"),
                Table.number("before"),
                Table.number("after"),
                Table.number("mix"),
                Table.number("rate"),
                Table.number("mix and rate"),
                Table.number("95 % interval of the change"));
        int shown = split.slices().size() <= MOST_ROWS + 1 ? split.slices().size() : MOST_ROWS;
        split.slices().subList(0, shown).forEach(slice -> table.row(row(change, slice)));
        if (shown < split.slices().size()) {
            table.row(
                    others(change, split.slices().subList(shown, split.slices().size())));
        }
        return table.table();
    }

    private static List<Text> row(DeltaRow change, SliceMoveRow slice) {
        String presence =
                slice.presence().equals("both") ? "" : " (" + slice.presence().replace('_', ' ') + ")";
        return List.of(
                Text.of(CutBlocks.shortened(slice.slice()) + presence),
                Text.of(NumberText.percent(slice.shareBefore())),
                Text.of(NumberText.percent(slice.shareAfter())),
                Text.of(MoveBlocks.value(change.unit(), slice.before())),
                Text.of(MoveBlocks.value(change.unit(), slice.after())),
                Text.of(number(change, slice.mix())),
                Text.of(number(change, slice.rate())),
                Text.of(number(change, slice.contribution())),
                Text.of(NumberText.changes(change.unit(), slice.interval())));
    }

    private static List<Text> others(DeltaRow change, List<SliceMoveRow> slices) {
        double mix = slices.stream().mapToDouble(SliceMoveRow::mix).sum();
        double rate = slices.stream().mapToDouble(SliceMoveRow::rate).sum();
        return List.of(
                Text.of(
                        slices.size() == 1
                                ? "the other slice"
                                : "the other " + NumberText.count(slices.size()) + " slices"),
                Text.of(NumberText.percent(
                        slices.stream().mapToDouble(SliceMoveRow::shareBefore).sum())),
                Text.of(NumberText.percent(
                        slices.stream().mapToDouble(SliceMoveRow::shareAfter).sum())),
                Text.of("-"),
                Text.of("-"),
                Text.of(number(change, mix)),
                Text.of(number(change, rate)),
                Text.of(number(change, mix + rate)),
                Text.of("-"));
    }

    private static String number(DeltaRow change, double value) {
        return NumberText.part(change.unit(), value, change.delta() == null ? value : change.delta());
    }
}
