package io.github.recsyseval.reference;

import static io.github.recsyseval.reference.ExperimentBlocks.number;

import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The split of the users on the page. */
final class SplitBlocks {
    private SplitBlocks() {}

    static List<Block> of(RunExperiment.Srm srm) {
        Table users = users(srm.global());
        String verdict = srm.global().detected() ? "a mismatch" : "no mismatch";
        String test = String.format(
                Locale.ROOT, "p = %.4g, alpha = %s: ", srm.global().pValue(), srm.alpha());
        List<Block> blocks = new ArrayList<>(List.of(new Block.Paragraph(Text.of(test + verdict)), users));
        Map<String, RunExperiment.SrmResult> segments = srm.bySegment();
        if (segments != null) {
            blocks.add(splits(segments));
        }
        return blocks;
    }

    /** Counts beside those that the weights ask for, of the users in the arms that are expected. */
    private static Table users(RunExperiment.SrmResult split) {
        double weights = split.expected().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        Table.Rows rows = Table.of(
                "Users by variant",
                Table.text("Variant"),
                Table.number("Observed"),
                Table.number("Expected"),
                Table.number("Expected Share"));
        split.observed().forEach((variant, users) -> {
            double share = split.expected().getOrDefault(variant, 0.0) / weights;
            rows.row(
                    Text.of(variant),
                    Text.of(Long.toString(users)),
                    number("%.1f", share * split.sampleSize()),
                    number("%.4f", share));
        });
        return rows.stacked();
    }

    private static Table splits(Map<String, RunExperiment.SrmResult> segments) {
        Table.Rows rows = Table.of(
                "Users by segment",
                Table.text("Segment"),
                Table.text("Observed"),
                Table.number("p"),
                Table.number("Adjusted p"),
                Table.text("Mismatch"));
        segments.forEach((segment, split) -> rows.row(
                Text.of(segment),
                Text.of(split.observed().entrySet().stream()
                        .map(arm -> arm.getKey() + " " + arm.getValue())
                        .collect(Collectors.joining(", "))),
                number("%.4g", split.pValue()),
                number("%.4g", split.adjustedPValue()),
                split.detected() ? Text.bad("true") : Text.good("false")));
        return rows.stacked();
    }
}
