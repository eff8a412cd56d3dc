package io.github.recsyseval.cli;

import io.github.recsyseval.pseudonym.FieldPath;
import io.github.recsyseval.pseudonym.PseudonymPlan;
import io.github.recsyseval.pseudonym.PseudonymRun;
import io.github.recsyseval.pseudonym.Pseudonymisation;
import io.github.recsyseval.source.ChunkStream;
import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.source.OutputCompression;
import io.github.recsyseval.source.ReadingMonitor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code recsys-eval pseudonymize}: logs without anybody's id. */
@Command(
        name = "pseudonymize",
        description = {
            "Replace ids in logs with keyed hashes and keep every other byte.",
            "",
            "  recsys-eval pseudonymize --fields user_id --key-file key < in > out",
            "  recsys-eval pseudonymize --fields user_id,context.session_id? \\",
            "    --key-file key --output out.jsonl.gz --compress gzip logs/",
            "",
            "The hash is HMAC-SHA256 as the service aatuh/recsys makes it: same key, same",
            "hash. A line that cannot be rewritten is refused and left out."
        },
        sortOptions = false,
        customSynopsis = {
            "recsys-eval pseudonymize --fields FIELD[,FIELD...]",
            "         --key-file FILE [OPTION]... [PATH...]"
        },
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = {
            "Exit codes: 0 good, 6 lines were refused, 64 usage, 66 input or key unusable,",
            "74 output failed. Documentation: docs/privacy.md."
        })
final class PseudonymizeCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RecsysEval parent;

    @Option(
            names = "--fields",
            required = true,
            paramLabel = "FIELD[,FIELD...]",
            description =
                    "Fields that hold ids, such as items.item_id or user_id (repeatable). Every line must have them, unless a question mark follows the name.")
    private List<String> fields = List.of();

    @Option(
            names = "--key-file",
            required = true,
            paramLabel = "FILE",
            description = "A file with the secret key on one line, readable by you only.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path keyFile;

    @Option(
            names = "--input",
            paramLabel = "PATH",
            description = "A file, glob or directory of logs, or - for standard input (the default; repeatable).")
    private List<String> inputs = List.of();

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Logs to rewrite, as with --input.")
    private List<String> further = List.of();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write to this file instead of standard output; only you can read it.")
    private @Nullable Path output;

    @Option(
            names = "--compress",
            paramLabel = "none|gzip|zstd",
            description = "Compress the output (default ${DEFAULT-VALUE}).")
    private String compress = "none";

    @Option(
            names = "--max-line-bytes",
            paramLabel = "N",
            description = "Refuse longer lines (default ${DEFAULT-VALUE}).")
    private int maxLineBytes = ChunkStream.MAX_LINE_BYTES;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Number of reading threads (default: one per processor, at most 8). The result is the same.")
    private int threads = ReadingOptions.defaultThreads();

    @Override
    public Integer call() {
        ReadingOptions.check(threads, maxLineBytes);
        List<FieldPath> paths = paths();
        PseudonymOutput target =
                new PseudonymOutput(output, Choice.of("--compress", compress, List.of(OutputCompression.values())));
        InputSet logs = InputSet.resolve(logs());
        OutputPaths.apartFrom(parent.given(), logs).take("--output", output);
        KeyFile key = KeyFile.read(keyFile);
        key.warnings().forEach(warning -> parent.complain("warning: " + warning));
        ReadingMonitor monitor = new ReadingMonitor();
        PseudonymPlan plan = new PseudonymPlan(
                logs, paths, key.key(), threads, maxLineBytes, parent.terminal().in(), monitor);
        Progress progress = Progress.of(parent.terminal(), monitor, parent.quiet());
        PseudonymRun run;
        try {
            run = target.write(plan, parent.terminal());
        } finally {
            progress.close();
        }
        return tell(run);
    }

    private List<FieldPath> paths() {
        try {
            List<FieldPath> paths = fields.stream()
                    .flatMap(several -> Arrays.stream(several.split(",", -1)))
                    .map(field -> FieldPath.parse(field.strip()))
                    .toList();
            Pseudonymisation.check(paths);
            return paths;
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--fields: " + wrong.getMessage());
        }
    }

    private List<String> logs() {
        List<String> paths = InputOptions.together(inputs, further);
        return paths.isEmpty() ? List.of("-") : paths;
    }

    /** The account goes to standard error, since the lines may be on standard output. */
    private int tell(PseudonymRun run) {
        PseudonymAccount account = new PseudonymAccount(run);
        if (!parent.quiet()) {
            parent.complain(account.summary());
            account.warnings().forEach(warning -> parent.complain("warning: " + warning));
        }
        List<String> refusals = account.refusals();
        refusals.forEach(parent::complain);
        run.failures().forEach(parent::complain);
        if (!run.failures().isEmpty()) {
            if (output != null) {
                parent.complain(output + " was left as it was: not all lines could be read");
            }
            return ExitCode.INPUT;
        }
        return refusals.isEmpty() ? ExitCode.OK : ExitCode.INVALID_RECORDS;
    }
}
