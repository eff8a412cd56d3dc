package io.github.recsyseval.reference;

import io.github.recsyseval.view.page.Table;
import io.github.recsyseval.view.page.Text;
import org.jspecify.annotations.Nullable;

/** What the data is like and where it comes from, on the page. */
final class QualityBlocks {
    private QualityBlocks() {}

    static Table completeness(RunReport.DataQuality quality) {
        Table.Rows rows = Table.of(
                "Completeness",
                Table.text("Input"),
                Table.number("Total"),
                Table.number("Missing"),
                Table.number("Missing Rate"));
        completeness(rows, "exposures", quality.exposureCompleteness());
        completeness(rows, "outcomes", quality.outcomeCompleteness());
        completeness(rows, "assignments", quality.assignmentCompleteness());
        return rows.table();
    }

    private static void completeness(Table.Rows rows, String name, RunReport.@Nullable Completeness of) {
        if (of != null) {
            rows.row(Text.of(name), count(of.total()), count(of.missing()), Text.of(RunPage.six(of.missingRate())));
        }
    }

    static Table joins(RunReport.JoinIntegrity join) {
        Long duplicates = join.duplicateExposureRequestIds();
        return Table.of("Join Integrity", Table.text("Figure"), Table.number("Value"))
                .row(Text.of("exposure_count"), count(join.exposureCount()))
                .row(Text.of("outcome_count"), count(join.outcomeCount()))
                .row(Text.of("assignments_count"), count(join.assignmentsCount()))
                .row(Text.of("duplicate_exposure_request_ids"), count(duplicates == null ? 0 : duplicates))
                .row(Text.of("exposure_join_rate"), Text.of(RunPage.six(join.exposureJoinRate())))
                .row(Text.of("outcome_join_rate"), Text.of(RunPage.six(join.outcomeJoinRate())))
                .row(Text.of("assignment_join_rate"), Text.of(RunPage.six(join.assignmentJoinRate())))
                .table();
    }

    /** The artifacts that the manifest names. */
    static Table artifacts(RunReport.Artifacts artifacts) {
        Table.Rows rows = Table.of(
                "Named by " + artifacts.manifestUri(),
                Table.text("Type"),
                Table.text("URI"),
                Table.text("Version"),
                Table.text("Built At"),
                Table.text("SHA-256"));
        if (artifacts.artifacts() != null) {
            artifacts
                    .artifacts()
                    .forEach(artifact -> rows.row(
                            Text.of(artifact.type()),
                            Text.of(artifact.uri()),
                            text(artifact.version()),
                            text(artifact.builtAt()),
                            text(artifact.checksum())));
        }
        return rows.table();
    }

    private static Text text(@Nullable String value) {
        return Text.of(value == null ? "-" : value);
    }

    private static Text count(long count) {
        return Text.of(Long.toString(count));
    }
}
