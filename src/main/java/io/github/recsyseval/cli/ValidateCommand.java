package io.github.recsyseval.cli;

import io.github.recsyseval.engine.ReadOptions;
import io.github.recsyseval.event.Contract;
import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.FindingRules;
import io.github.recsyseval.finding.Rule;
import io.github.recsyseval.mapping.LogMap;
import io.github.recsyseval.schema.SchemaCatalog;
import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.validation.FindingTally;
import io.github.recsyseval.validation.ReportMaker;
import io.github.recsyseval.validation.Validation;
import io.github.recsyseval.validation.ValidationPlan;
import io.github.recsyseval.validation.ValidationReport;
import io.github.recsyseval.validation.ValidationRun;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code recsys-eval validate}: is every record well formed? */
@Command(
        name = "validate",
        description = {
            "Check every line against its schema, and flag what looks odd.",
            "",
            "  recsys-eval validate --schema exposure.v1 testdata/clean/exposures.jsonl",
            "",
            "  # Tolerate a few invalid lines, and keep them for a look",
            "  recsys-eval validate --schema outcome.v1 --max-invalid-rate 0.05 \\",
            "    --rejects bad.jsonl testdata/faults/outcomes.jsonl"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = {
            "Exit codes: 0 valid or tolerated, 6 invalid records or a failing rule, 64 usage,",
            "66 input missing, corrupt or of another contract, 74 output failed.",
            "Documentation: docs/validation.md."
        },
        customSynopsis = "recsys-eval validate --schema NAME|PATH [OPTION]... PATH...",
        descriptionHeading = "%n",
        parameterListHeading = "%n")
final class ValidateCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RecsysEval parent;

    @Option(
            names = "--schema",
            required = true,
            paramLabel = "NAME|PATH",
            description = "A JSON Schema file, or exposure.v1, outcome.v1, assignment.v1, ranklist.v1.")
    private String schema = "";

    @Option(
            names = "--input",
            paramLabel = "PATH",
            description = "A file, glob or directory of logs, or - for standard input (repeatable).")
    private List<String> inputs = List.of();

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Logs to check, as with --input.")
    private List<String> further = List.of();

    @ArgGroup(validate = false, exclusive = false, heading = "%nReading:%n", order = 18)
    private ReadingWithExamples reading = new ReadingWithExamples();

    @Option(
            names = "--max-invalid-rate",
            paramLabel = "SHARE",
            description = "Fail (exit 6) if more than this share of the records is invalid (default ${DEFAULT-VALUE}).")
    private double maxInvalidRate;

    @Option(names = "--require-records", description = "Fail if there is no record at all.")
    private boolean requireRecords;

    @Option(
            names = "--rule",
            paramLabel = "CODE=off|warn|fail",
            description = "What to do about a finding such as J15 (repeatable).")
    private List<String> rules = List.of();

    @Option(
            names = "--pii",
            paramLabel = "warn|fail|off",
            description = "What to do about personal data (default warn).")
    private @Nullable String pii;

    @Mixin
    private TemporaryOptions temporary = new TemporaryOptions();

    @ArgGroup(validate = false, exclusive = false, heading = "%nCopies of lines:%n", order = 17)
    private LineCopies copies = new LineCopies();

    @ArgGroup(validate = false, exclusive = false, heading = "%nOutput:%n", order = 16)
    private ValidationOutputOptions output = new ValidationOutputOptions();

    @Override
    public Integer call() {
        long start = System.nanoTime();
        output.check();
        Terminal terminal = parent.terminal();
        ValidationPlan plan = plan(terminal);
        ValidationRun run = run(plan, terminal);
        ValidationReport report = ReportMaker.report(run, info(run, start));
        output.write(report, terminal, parent.quiet());
        say(report);
        return report.exitCode();
    }

    private ValidationPlan plan(Terminal terminal) {
        LimitOptions.checkShare("--max-invalid-rate", maxInvalidRate);
        ReadOptions read = reading.options(terminal);
        FindingRules findingRules = rules();
        InputSet logs = InputSet.resolve(paths());
        if (!read.map().equals(LogMap.NONE)) {
            reading.uselessMap(read.map(), Map.of(contract(), logs)).ifPresent(parent::warn);
        }
        Rule personalData = findingRules.of(FindingCode.J12);
        return new ValidationPlan(
                SchemaCatalog.load(schema),
                logs,
                read,
                maxInvalidRate,
                requireRecords,
                findingRules,
                personalData,
                temporary.folder(terminal));
    }

    /** The contract that a map has a part for. */
    private Contract contract() {
        return Arrays.stream(Contract.values())
                .filter(known -> known.schema().equals(schema))
                .findFirst()
                .orElseThrow(() -> new UsageException("--map is for the contracts of logs ("
                        + Arrays.stream(Contract.values()).map(Contract::schema).collect(Collectors.joining(", "))
                        + "), and " + schema + " is none of them: leave --map out"));
    }

    private FindingRules rules() {
        try {
            FindingRules parsed = FindingRules.parse(rules);
            requireLookedFor(parsed);
            if (pii == null) {
                return parsed.isGiven(FindingCode.J12) ? parsed : parsed.with(FindingCode.J12, Rule.WARN);
            }
            Rule personalData = Choice.of("--pii", pii, List.of(Rule.WARN, Rule.FAIL, Rule.OFF));
            if (parsed.isGiven(FindingCode.J12) && parsed.of(FindingCode.J12) != personalData) {
                throw new UsageException("--pii " + personalData.word() + " and --rule J12="
                        + parsed.of(FindingCode.J12).word() + " say different things about the same: give one");
            }
            return parsed.with(FindingCode.J12, personalData);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--rule: " + wrong.getMessage());
        }
    }

    /** A rule for a finding that is never looked for would be a gate that never fails. */
    private static void requireLookedFor(FindingRules rules) {
        Set<FindingCode> codes = FindingTally.lookedFor();
        for (FindingCode code : FindingCode.values()) {
            if (rules.isGiven(code) && !codes.contains(code)) {
                throw new UsageException("--rule: validate does not look for " + code + " (" + code.title()
                        + "), only for " + codes.stream().map(FindingCode::name).collect(Collectors.joining(", ")));
            }
        }
    }

    private List<String> paths() {
        List<String> paths = InputOptions.together(inputs, further);
        if (paths.isEmpty()) {
            throw new UsageException("validate needs an input: give --input PATH, or - for standard input");
        }
        return paths;
    }

    private ValidationRun run(ValidationPlan plan, Terminal terminal) {
        try (LineCopies files = copies) {
            OutputPaths paths = OutputPaths.apartFrom(parent.given(), plan.inputs());
            output.enter(paths);
            files.open(paths);
            ValidationRun run;
            Progress progress = Progress.of(terminal, plan.read().monitor(), parent.quiet());
            try {
                run = Validation.run(plan, files.acceptedStream(), files.rejectedStream());
            } finally {
                progress.close();
            }
            requireMappedFields(run);
            files.commit();
            return run;
        } catch (UncheckedIOException failed) {
            throw copies.failure(failed);
        }
    }

    private static void requireMappedFields(ValidationRun run) {
        if (run.mapping() != null) {
            run.mapping().neverSeen().ifPresent(complaint -> {
                throw new UsageException(complaint);
            });
        }
    }

    private static ValidationReport.RunRow info(ValidationRun run, long start) {
        return new ValidationReport.RunRow(
                BuildVersion.version(),
                BuildVersion.commit(),
                run.plan().read().threads(),
                run.bytes(),
                Math.round((System.nanoTime() - start) / 1e6) / 1e3);
    }

    /** What goes to standard error: unreadable files always; when quiet, the whole verdict in one paragraph. */
    private void say(ValidationReport report) {
        if (!parent.quiet()) {
            report.failures().forEach(parent::complain);
            return;
        }
        if (report.exitCode() == ExitCode.OK) {
            return;
        }
        List<String> sentences = new ArrayList<>(report.reasons());
        report.violations().stream()
                .findFirst()
                .flatMap(worst -> worst.messages().stream().findFirst())
                .ifPresent(worst -> sentences.add("most often: " + worst.pointer()
                        + (worst.pointer().isEmpty() ? "" : " ") + worst.message() + ", first " + worst.first()));
        Path file = output.firstFile();
        if (file != null) {
            sentences.add("the report is " + file);
        }
        parent.complain(String.join("; ", sentences));
    }
}
