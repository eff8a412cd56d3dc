package io.github.recsyseval.cli;

import io.github.recsyseval.cli.config.ConfigCheck;
import io.github.recsyseval.cli.config.ConfigSchema;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code recsys-eval config}: looks at configuration files without reading any log. */
@Command(
        name = "config",
        description = "Check a configuration file and explain what it does.",
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        descriptionHeading = "%n",
        commandListHeading = "%nCommands:%n",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = {
            "  recsys-eval config check recsys-eval.yaml",
            "  recsys-eval config schema",
            "",
            "Exit codes: 0 good, 64 the file is wrong, 66 it or a log that it names cannot be",
            "read. Documentation: docs/configuration.md."
        })
final class ConfigCommand implements Runnable {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RecsysEval parent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "give a command: check or schema");
    }

    @Command(
            name = "check",
            description = "Explain every value in force and where it came from; no log is read.",
            mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "FILE", description = "A configuration, such as recsys-eval.yaml.") Path file) {
        Terminal terminal = parent.terminal();
        String explained =
                ConfigCheck.explain(file, () -> RecsysEval.line(new RecsysEval(terminal)), ConfigCommand::complaint);
        StandardOutput.write(terminal, explained.getBytes(StandardCharsets.UTF_8));
        return ExitCode.OK;
    }

    private static Optional<String> complaint(Object command) {
        try {
            if (command instanceof EvaluationCommand evaluation) {
                evaluation.verify();
            } else if (command instanceof TraceCommand trace) {
                trace.verify();
            }
            return Optional.empty();
        } catch (UsageException wrong) {
            return Optional.ofNullable(wrong.getMessage());
        }
    }

    @Command(
            name = "schema",
            description = "Print the JSON Schema of the configuration, for editors.",
            mixinStandardHelpOptions = true)
    int schema() {
        String schema = ConfigSchema.of(spec.root());
        StandardOutput.write(parent.terminal(), schema.getBytes(StandardCharsets.UTF_8));
        return ExitCode.OK;
    }
}
