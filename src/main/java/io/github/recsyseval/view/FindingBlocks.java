package io.github.recsyseval.view;

import io.github.recsyseval.report.DataQuality;
import io.github.recsyseval.report.FindingRow;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the logs: causes with evidence and remedy, consequences named. */
final class FindingBlocks {
    private FindingBlocks() {}

    static List<Block> of(DataQuality quality) {
        List<Block> blocks = new ArrayList<>();
        if (!quality.findings().isEmpty()) {
            blocks.add(new Block.Entries(
                    "", quality.findings().stream().map(FindingBlocks::entry).toList()));
        }
        if (!quality.unmatchedCauses().isEmpty()) {
            Table.Rows table = Table.of(
                    "What the outcomes without exposure look like",
                    Table.text("cause"),
                    Table.number("share"),
                    Table.number("95 % interval"));
            quality.unmatchedCauses()
                    .forEach(cause -> table.row(
                            Text.of(cause.code() + " " + cause.title()),
                            Text.of(NumberText.percent(cause.share())),
                            Text.of(NumberText.interval("share", cause.interval()))));
            blocks.add(table.table());
        }
        return blocks;
    }

    /** {@code J02 id-format}. */
    static String name(FindingRow finding) {
        return finding.code() + " " + finding.title();
    }

    private static Block.Entry entry(FindingRow finding) {
        String share = NumberText.percent(finding.share()) + " of the " + finding.what();
        String consequence = finding.suppressedBy() == null ? "" : ", a consequence of " + finding.suppressedBy();
        boolean fails = finding.severity().equals("fail") && finding.suppressedBy() == null;
        Text severity = fails ? Text.bad(finding.severity()) : Text.of(finding.severity());
        return new Block.Entry(
                Text.EMPTY
                        .strong(name(finding))
                        .plain(" (")
                        .and(severity)
                        .plain(", " + share + consequence + "): ")
                        .plain(finding.summary())
                        .plain("."),
                List.of(
                        Text.of("Seen: ").plain(finding.evidence()).plain("."),
                        Text.of("Fix: ").plain(finding.fix()).plain(".")));
    }
}
