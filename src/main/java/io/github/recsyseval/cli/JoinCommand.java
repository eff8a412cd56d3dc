package io.github.recsyseval.cli;

import io.github.recsyseval.evaluation.EvaluationPlan.Section;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.kpi.RequestRates;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** {@code recsys-eval join}: what belongs to what, and what does not. */
@Command(
        name = "join",
        description = {
            "Match outcomes to exposures; say what does not match, and why.",
            "",
            "  recsys-eval join --exposures testdata/faults/exposures.jsonl \\",
            "    --outcomes testdata/faults/outcomes.jsonl \\",
            "    --slice surface --max-invalid-rate 0.1",
            "",
            "  # Joined records, one exposure with its outcomes per line",
            "  recsys-eval join --exposures testdata/clean/exposures.jsonl \\",
            "    --outcomes testdata/clean/outcomes.jsonl --output joined.jsonl"
        },
        sortOptions = false,
        customSynopsis = "recsys-eval join --exposures PATH --outcomes PATH [OPTION]...",
        descriptionHeading = "%n",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = {
            "Exit codes: 0 good, 5 a limit failed, 64 usage, 66 input unusable, 74 output",
            "failed. Documentation: docs/validation.md (findings), docs/report.md (fields)."
        })
final class JoinCommand extends EvaluationCommand {
    @ArgGroup(
            validate = false,
            exclusive = false,
            heading = "%nRecords (joined ones go to --output joined=PATH, or a PATH such as all.jsonl):%n",
            order = 17)
    private JoinedOptions records = new JoinedOptions();

    @Override
    String name() {
        return "join";
    }

    @Override
    Set<Section> sections() {
        return Set.of();
    }

    @Override
    List<MetricGroup> metrics() {
        return List.of(RequestRates.group(List.of(RequestRates.EXPOSURE_JOIN_RATE)));
    }

    @Override
    boolean hasRecords() {
        return true;
    }

    @Override
    List<String> withoutEffect() {
        return records.isLayoutGiven() && !writesRecords()
                ? List.of("--layout has no effect without joined records, as --output joined=PATH writes them")
                : List.of();
    }

    @Override
    RecordFiles recordFiles(@Nullable Path joined) {
        return records.begin(joined, memory().budget());
    }
}
