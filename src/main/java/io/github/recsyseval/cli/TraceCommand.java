package io.github.recsyseval.cli;

import io.github.recsyseval.cli.config.Configurable;
import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.text.PrintableText;
import io.github.recsyseval.trace.NotFound;
import io.github.recsyseval.trace.Trace;
import io.github.recsyseval.trace.TraceQuery;
import io.github.recsyseval.trace.TraceReport;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code recsys-eval trace}: what happened to this request? */
@Command(
        name = "trace",
        description = {
            "Show all that the logs say about a request or a user.",
            "",
            "Lists, assignments, outcomes with class and reason, and near misses, in order of",
            "time.",
            "",
            "  recsys-eval trace --exposures testdata/clean/exposures.jsonl \\",
            "    --outcomes testdata/clean/outcomes.jsonl \\",
            "    --request-id 501f9400-9082-4685-9952-9a3e19996759"
        },
        sortOptions = false,
        customSynopsis = "recsys-eval trace --request-id ID --exposures PATH --outcomes PATH [OPTION]...",
        descriptionHeading = "%n",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = {
            "Exit codes: 0 found, 64 usage, 66 not found or input unusable, 74 output failed.",
            "Documentation: docs/trace.md."
        })
final class TraceCommand implements Callable<Integer>, Configurable {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RecsysEval parent;

    @Mixin
    @SuppressWarnings(
            "UnusedVariable") // picocli reads it; RecsysEval completes the command line before this command is called
    private ConfigOption config = new ConfigOption();

    @Option(names = "--request-id", paramLabel = "ID", description = "The request to trace (repeatable).")
    private List<String> requestIds = List.of();

    @Option(names = "--user", paramLabel = "ID", description = "Trace all requests of this user (repeatable).")
    private List<String> users = List.of();

    @ArgGroup(validate = false, exclusive = false, heading = "%nInput:%n", order = 1)
    private InputOptions inputs = new InputOptions();

    @ArgGroup(validate = false, exclusive = false, heading = "%nReading:%n", order = 18)
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private TemporaryOptions temporary = new TemporaryOptions();

    @ArgGroup(validate = false, exclusive = false, heading = "%nAttribution:%n", order = 12)
    private AttributionOptions attribution = new AttributionOptions();

    @ArgGroup(validate = false, exclusive = false, heading = "%nTrace output:%n", order = 16)
    private TraceOutputOptions output = new TraceOutputOptions();

    /** Checks all that can be checked without reading a log. Inputs and ids may be missing, since they may still be given. */
    void verify() {
        inputs.allowMissing();
        output.check();
        query();
    }

    @Override
    public Integer call() {
        output.check();
        if (requestIds.isEmpty() && users.isEmpty()) {
            throw new UsageException("--request-id ID or --user ID is missing");
        }
        TraceQuery query = query();
        output.keepApartFrom(parent.given(), query.exposures(), query.outcomes(), query.assignments());
        reading.uselessMap(query.read().map(), query.exposures(), query.outcomes(), query.assignments())
                .ifPresent(parent::warn);
        TraceReport report;
        Progress progress = Progress.of(parent.terminal(), query.read().monitor(), parent.quiet());
        try {
            report = Trace.run(query);
        } finally {
            progress.close();
        }
        output.write(report, parent.terminal(), parent.quiet());
        List<String> complaints = Stream.concat(
                        report.failures().stream(), report.notFound().stream().map(TraceCommand::sentence))
                .toList();
        complaints.forEach(parent::complain);
        return complaints.isEmpty() ? ExitCode.OK : ExitCode.INPUT;
    }

    private TraceQuery query() {
        if (Stream.concat(requestIds.stream(), users.stream()).anyMatch(String::isEmpty)) {
            throw new UsageException("--request-id and --user take an id; is a variable unset?");
        }
        InputSet exposures = inputs.exposures();
        return new TraceQuery(
                requestIds,
                users,
                exposures,
                inputs.outcomes(),
                inputs.assignments(),
                attribution.attribution(),
                reading.options(parent.terminal()),
                temporary.folder(parent.terminal()));
    }

    private static String sentence(NotFound missing) {
        String id = missing.requestId() == null ? String.valueOf(missing.userId()) : missing.requestId();
        String key = missing.requestId() == null ? "user_id" : "request_id";
        String similar = missing.similar().stream()
                .map(other -> "; " + quoted(other.id()) + " (" + PrintableText.text(other.file(), 500) + ":"
                        + other.line() + ") differs in form only: the two are equal " + other.difference())
                .collect(Collectors.joining());
        return "no record has the " + key + " " + quoted(id) + similar;
    }

    private static String quoted(String id) {
        return '"' + PrintableText.text(id, 200) + '"';
    }
}
