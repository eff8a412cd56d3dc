package io.github.recsyseval.cli;

import io.github.recsyseval.sample.SampleException;
import io.github.recsyseval.schema.UnusableSchemaException;
import io.github.recsyseval.source.InputException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code recsys-eval} itself; its work is done by subcommands. */
@Command(
        name = "recsys-eval",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        description = "Numbers you can trust from recommender logs.",
        subcommands = {
            ValidateCommand.class,
            JoinCommand.class,
            OfflineCommand.class,
            ReportCommand.class,
            SampleCommand.class
        },
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.INTERNAL)
public final class RecsysEval implements Runnable {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show where in the program an error came from.")
    private boolean verbose;

    @Option(
            names = "--quiet",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show no progress; validate also prints nothing on success, and one paragraph on failure.")
    private boolean quiet;

    /** For tools that only look at the options, such as the generator of shell completion. */
    public RecsysEval() {
        this(Terminal.standard());
    }

    RecsysEval(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs one command line on the standard streams and returns its exit code; see {@link ExitCode}. */
    public static int run(String... args) {
        return run(Terminal.standard(), args);
    }

    static int run(Terminal terminal, String... args) {
        RecsysEval command = new RecsysEval(terminal);
        CommandLine line = new CommandLine(command);
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((wrong, given) -> command.usage(wrong));
        line.setExecutionExceptionHandler((thrown, failed, parsed) -> command.failed(thrown));
        return line.execute(args);
    }

    Terminal terminal() {
        return terminal;
    }

    /** Whether the user wants to see no more than necessary. */
    boolean quiet() {
        return quiet;
    }

    /** One sentence on standard error. */
    void complain(String sentence) {
        terminal.err().println("recsys-eval: " + sentence);
    }

    private int usage(ParameterException wrong) {
        String sentence = String.valueOf(wrong.getMessage());
        complain(
                sentence.isEmpty() ? "wrong usage" : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1));
        CommandLine.UnmatchedArgumentException.printSuggestions(
                wrong, new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        terminal.err().println("Try '" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private int failed(Throwable thrown) {
        if (thrown instanceof ClosedPipeException) {
            return ExitCode.CLOSED_PIPE;
        }
        if (verbose) {
            thrown.printStackTrace(terminal.err());
        }
        String sentence = String.valueOf(thrown.getMessage());
        if (thrown instanceof UsageException || thrown instanceof SampleException) {
            complain(sentence);
            return ExitCode.USAGE;
        }
        if (thrown instanceof UnusableSchemaException schema) {
            complain(sentence);
            return schema.reason() == UnusableSchemaException.Reason.UNREADABLE ? ExitCode.INPUT : ExitCode.USAGE;
        }
        if (thrown instanceof InputException) {
            complain(sentence);
            return ExitCode.INPUT;
        }
        if (thrown instanceof OutputException) {
            complain(sentence);
            return ExitCode.IO;
        }
        complain("internal error: " + thrown + " (--verbose shows where)");
        return ExitCode.INTERNAL;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "give a command");
    }
}
