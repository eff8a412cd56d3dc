package io.github.recsyseval.view;

import io.github.recsyseval.report.GateRow;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gates: what was demanded, what is, and why it failed. */
final class GateBlocks {
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private GateBlocks() {}

    /** @param untrusted why the data is not trusted */
    static List<Block> of(List<GateRow> gates, List<String> untrusted) {
        if (gates.isEmpty()) {
            return List.of();
        }
        Table.Rows table = Table.of(
                "Gates",
                Table.text("gate"),
                Table.text("slice"),
                Table.text("rule"),
                Table.number("value"),
                Table.number("baseline"),
                Table.text("verdict"),
                Table.text("why"));
        for (GateRow gate : gates) {
            table.row(
                    Text.ofCode(gate.metric()),
                    Text.of(gate.segment() == null ? "all" : CutBlocks.shortened(gate.segment())),
                    Text.of(demand(gate)),
                    Text.of(number(gate.value())),
                    Text.of(number(gate.baseline())),
                    gate.failed() ? Text.bad("fails") : Text.good("passes"),
                    Text.of(reason(gate, untrusted)));
        }
        return List.of(table.table());
    }

    /** Why it failed; why the data is not trusted is told once, at the top. */
    static String reason(GateRow gate, List<String> untrusted) {
        String reason = gate.reason() == null ? "" : gate.reason();
        String doubts = String.join("; ", untrusted);
        return !doubts.isEmpty() && reason.endsWith(": " + doubts)
                ? reason.substring(0, reason.length() - doubts.length() - 2) + ", as told above"
                : reason;
    }

    /** {@code max_drop=0.01, ci}. */
    static String demand(GateRow gate) {
        String limit = BigDecimal.valueOf(gate.limit()).stripTrailingZeros().toPlainString();
        return gate.rule() + "=" + limit + (gate.mode().equals("point") ? "" : ", " + gate.mode());
    }

    /** {@code ndcg@10[surface=home]: max_drop=0.01}. */
    static String name(GateRow gate) {
        String slice = gate.segment() == null ? "" : "[" + gate.segment() + "]";
        return gate.metric() + slice + ": " + demand(gate);
    }

    static String number(@Nullable Double value) {
        return value == null
                ? "-"
                : new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
    }
}
