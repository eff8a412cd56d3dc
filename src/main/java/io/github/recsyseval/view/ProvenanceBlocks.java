package io.github.recsyseval.view;

import io.github.recsyseval.report.Provenance;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.report.RunInfo;
import io.github.recsyseval.view.page.Block;
import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the figures were made from, and by what. */
final class ProvenanceBlocks {
    private ProvenanceBlocks() {}

    static List<Block> of(Report report) {
        boolean sha256 = report.provenance().inputs().stream()
                .flatMap(input -> input.files().stream())
                .anyMatch(file -> file.sha256() != null);
        List<Table.Column> columns = new ArrayList<>(
                List.of(Table.text("input"), Table.text("file"), Table.number("bytes"), Table.text("xxh128")));
        if (sha256) {
            columns.add(Table.text("sha256"));
        }
        Table.Rows files = Table.of("Input files", columns.toArray(Table.Column[]::new));
        Table.Rows rules = Table.of(
                "Mapping", Table.text("input"), Table.text("field"), Table.text("taken from"), Table.number("values"));
        List<Text> lines = new ArrayList<>();
        for (Provenance.InputRow input : report.provenance().inputs()) {
            for (Provenance.FileRow file : input.files()) {
                List<Text> cells = new ArrayList<>(List.of(
                        Text.of(input.role()),
                        Text.of(file.name()),
                        Text.of(NumberText.count(file.bytes())),
                        hash(file.xxh128())));
                if (sha256) {
                    cells.add(hash(file.sha256()));
                }
                files.row(cells);
            }
            if (input.mapping() != null) {
                input.mapping()
                        .rules()
                        .forEach(rule -> rules.row(
                                Text.of(input.role()),
                                Text.ofCode(rule.field()),
                                rule.from() == null ? Text.of("(constant)") : Text.ofCode(rule.from()),
                                Text.of(NumberText.count(rule.count()))));
                lines.add(Text.of(input.role() + ", " + input.mapping().sentence()));
            }
            input.skippedFiles().forEach(skipped -> lines.add(Text.of("skipped: " + skipped)));
        }
        Table.Rows options = Table.of("Options in force", Table.text("option"), Table.text("value"));
        report.provenance().options().forEach((name, value) -> options.row(Text.ofCode(name), Text.of(value)));
        RunInfo run = report.run();
        lines.add(Text.of("recsys-eval " + run.version() + " " + report.command() + ", commit " + run.gitCommit() + ", "
                + run.createdAt()));
        List<Block> blocks = new ArrayList<>(List.of(files.table()));
        if (!rules.isEmpty()) {
            blocks.add(rules.table());
        }
        blocks.add(options.folded());
        blocks.add(new Block.Bullets(lines));
        return blocks;
    }

    private static Text hash(@Nullable String hash) {
        return hash == null ? Text.of("-") : Text.ofCode(hash);
    }
}
