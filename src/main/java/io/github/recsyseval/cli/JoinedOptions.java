package io.github.recsyseval.cli;

import io.github.recsyseval.joined.Layout;
import io.github.recsyseval.spill.SpillBudget;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which records are written out after the join; see schemas/joined.v1.json. */
final class JoinedOptions {
    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            description =
                    "A line of the joined file is an exposure with its outcomes, or an outcome with its exposure: exposure or outcome (default ${DEFAULT-VALUE}).")
    private String layout = "exposure";

    @Option(
            names = "--unmatched-outcomes",
            paramLabel = "FILE",
            description = "Write the valid outcomes that do not count, each with its class and the reason.")
    private @Nullable Path unmatchedOutcomes;

    @Option(
            names = "--unmatched-exposures",
            paramLabel = "FILE",
            description =
                    "Write the valid exposures that have no outcome, are repeated or are filtered out, each with its class and the reason.")
    private @Nullable Path unmatchedExposures;

    /** Begins the files asked for. */
    RecordFiles begin(@Nullable Path joined, SpillBudget memory) {
        return RecordFiles.of(layout(), joined, unmatchedOutcomes, unmatchedExposures, memory);
    }

    boolean isLayoutGiven() {
        return layout() != Layout.EXPOSURE;
    }

    /** The layout, checked. */
    Layout layout() {
        return Choice.of("--layout", layout, List.of(Layout.values()));
    }
}
