package io.github.recsyseval.view;

import io.github.recsyseval.report.DeltaRow;
import io.github.recsyseval.report.comparison.MoveRow;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How figures moved, a row each. */
final class MoveBlocks {
    private MoveBlocks() {}

    static List<Block> of(List<MoveRow> moves) {
        if (moves.isEmpty()) {
            return List.of();
        }
        Table.Rows table = Table.of(
                "Moves",
                Table.text("metric"),
                Table.number("before"),
                Table.number("after"),
                Table.number("change"),
                Table.number("95 % interval"),
                Table.text("verdict"),
                Table.number("relative"),
                Table.number("95 % interval"),
                Table.number("n before"),
                Table.number("n after"));
        for (MoveRow move : moves) {
            DeltaRow change = move.change();
            table.row(
                    Text.ofCode(change.name()),
                    Text.of(value(change.unit(), change.before())),
                    Text.of(value(change.unit(), change.after())),
                    Text.of(change.delta() == null ? "-" : NumberText.difference(change.unit(), change.delta())),
                    Text.of(NumberText.changes(change.unit(), change.interval())),
                    BaselineBlocks.verdict(change.verdict()),
                    Text.of(relative(change)),
                    Text.of(NumberText.changes("share", change.relativeInterval())),
                    Text.of(NumberText.count(move.nBefore())),
                    Text.of(NumberText.count(change.n())));
        }
        List<Block> blocks = new ArrayList<>(List.of(table.table()));
        blocks.addAll(BaselineBlocks.withoutInterval(
                moves.stream().map(MoveRow::change).toList()));
        return blocks;
    }

    /** Whether the interval leaves out 0. */
    static boolean isDecided(DeltaRow change) {
        return change.verdict().equals("better") || change.verdict().equals("worse");
    }

    /** {@code ctr better: 8.13 % to 8.40 %, +0.27 [+0.10 to +0.44]}. */
    static Text sentence(MoveRow move) {
        DeltaRow change = move.change();
        String moved = change.delta() == null ? "" : ", " + NumberText.difference(change.unit(), change.delta());
        return Text.ofCode(change.name())
                .plain(" " + change.verdict() + ": " + value(change.unit(), change.before()) + " to "
                        + value(change.unit(), change.after()) + moved + " ["
                        + NumberText.changes(change.unit(), change.interval()) + "]");
    }

    static String value(String unit, @Nullable Double value) {
        return value == null ? "-" : NumberText.withUnit(unit, value);
    }

    private static String relative(DeltaRow change) {
        return change.relativeDelta() == null ? "-" : NumberText.change("share", change.relativeDelta()) + " %";
    }
}
