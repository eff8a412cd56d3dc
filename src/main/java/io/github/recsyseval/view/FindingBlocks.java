package io.github.recsyseval.view;

import io.github.recsyseval.report.CauseRow;
import io.github.recsyseval.report.DataQuality;
import io.github.recsyseval.report.FindingRow;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with the logs: causes with evidence and remedy, consequences named. */
final class FindingBlocks {
    private FindingBlocks() {}

    static List<Block> of(DataQuality quality) {
        List<Block> blocks = new ArrayList<>();
        if (!quality.findings().isEmpty()) {
            blocks.add(new Block.Bullets(
                    quality.findings().stream().map(FindingBlocks::line).toList()));
        }
        if (!quality.unmatchedCauses().isEmpty()) {
            blocks.add(new Block.Paragraph(Text.of(quality.unmatchedCauses().stream()
                    .map(FindingBlocks::part)
                    .collect(Collectors.joining(", ", "Of the outcomes without exposure, ", ".")))));
        }
        return blocks;
    }

    private static Text line(FindingRow finding) {
        String share = NumberText.percent(finding.share()) + " of the " + finding.what();
        String consequence = finding.suppressedBy() == null ? "" : " (a consequence of " + finding.suppressedBy() + ")";
        Text name = Text.EMPTY.strong(finding.code() + " " + finding.title()).plain(" ");
        Text severity = finding.severity().equals("fail") && finding.suppressedBy() == null
                ? name.strong(finding.severity())
                : name.plain(finding.severity());
        return severity.plain(consequence + ": " + share + ": ")
                .plain(finding.summary())
                .plain(". Seen: ")
                .plain(finding.evidence())
                .plain(". Fix: ")
                .plain(finding.fix())
                .plain(".");
    }

    private static String part(CauseRow cause) {
        return NumberText.percent(cause.share()) + " ["
                + end(cause.interval().lower()) + " - "
                + end(cause.interval().upper()) + "] look like " + cause.code() + " "
                + cause.title();
    }

    private static String end(@Nullable Double share) {
        return share == null ? "unbounded" : NumberText.percent(share);
    }
}
