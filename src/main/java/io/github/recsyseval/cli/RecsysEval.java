package io.github.recsyseval.cli;

import io.github.recsyseval.cli.config.ConfigException;
import io.github.recsyseval.cli.config.Configuration;
import io.github.recsyseval.source.InputException;
import io.github.recsyseval.text.PrintableText;
import io.github.recsyseval.yaml.YamlException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/** The command {@code recsys-eval} itself; its work is done by subcommands. */
@Command(
        name = "recsys-eval",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        description = "Numbers you can trust from recommender logs.",
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        descriptionHeading = "%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  # Data quality, KPIs and guardrails on one page",
            "  recsys-eval report --exposures testdata/clean/exposures.jsonl \\",
            "    --outcomes testdata/clean/outcomes.jsonl",
            "  # Logs that do not fit the schemas: write a configuration that maps them",
            "  recsys-eval init --exposures testdata/clean/exposures.jsonl \\",
            "    --outcomes testdata/clean/outcomes.jsonl",
            "",
            "Exit codes: 0 good or ship, 2 hold, 3 roll back, 4 regression gate failed,",
            "5 data-quality or guardrail limit failed, 6 invalid records, 64 usage, 66 input",
            "unusable, 70 out of memory, 74 output failed, 1 internal error. If several",
            "apply, the highest wins; every failure is listed on standard error.",
            "Documentation: README.md and docs/ next to the program."
        },
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.INTERNAL)
public final class RecsysEval implements Runnable {
    /** Names of files and of unknown properties are part of sentences. */
    private static final int LONGEST_SENTENCE = 10_000;

    /** Types that no option has, those of java.sql and java.time: picocli would load them and set up their patterns in every run. */
    static final String UNUSED_CONVERTERS = "java.[st].*";

    private final Terminal terminal;
    private final UnaryOperator<String> withPlace;
    private final LossKeepingStream help;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Print the stack trace of an error.")
    private boolean verbose;

    @Option(
            names = "--quiet",
            scope = CommandLine.ScopeType.INHERIT,
            description =
                    "Print no report and no progress. Errors, --output files and the exit code remain; validate prints one paragraph if it fails.")
    private boolean quiet;

    /** For tools that only look at the options, such as the generator of shell completion. */
    public RecsysEval() {
        this(Terminal.standard());
    }

    RecsysEval(Terminal terminal) {
        this(terminal, UnaryOperator.identity());
    }

    /** @param withPlace adds to a sentence about options where a configuration set them */
    private RecsysEval(Terminal terminal, UnaryOperator<String> withPlace) {
        this.terminal = terminal;
        this.withPlace = withPlace;
        help = new LossKeepingStream(terminal.out());
    }

    /** Runs one command line on the standard streams and returns its exit code; see {@link ExitCode}. */
    public static int run(String... args) {
        return run(Terminal.standard(), args);
    }

    static int run(Terminal terminal, String... args) {
        System.setProperty("picocli.converters.excludes", UNUSED_CONVERTERS);
        System.setProperty(
                "picocli.disable.closures", "true"); // those of Groovy, for which it would look through the whole jar
        RecsysEval command = new RecsysEval(terminal);
        CommandLine line = line(command, Subcommands.neededBy(args));
        line.setExecutionStrategy(command::execute);
        int code = command.sent(command.execute(line, args));
        return RunCommand.isMeantBy(args) ? RunCommand.exitCode(code) : code;
    }

    /** The program with all its commands. */
    static CommandLine line(RecsysEval command) {
        return line(command, Subcommands.all());
    }

    private static CommandLine line(RecsysEval command, Map<String, Class<?>> subcommands) {
        CommandLine line = new CommandLine(command);
        subcommands.forEach(line::addSubcommand);
        line.getSubcommands().values().forEach(sub -> sub.getCommandSpec().versionProvider(new BuildVersion()));
        line.getSubcommands().values().stream()
                .filter(sub -> sub.getCommand() instanceof RunCommand)
                .forEach(run -> run.setOverwrittenOptionsAllowed(true));
        line.setOut(new PrintWriter(command.help, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(command.terminal.err(), true, StandardCharsets.UTF_8));
        line.setHelpFactory(HelpPage::new);
        line.setHelpSectionKeys(HelpPage.SECTIONS);
        line.setParameterExceptionHandler(command::usage);
        line.setExecutionExceptionHandler((thrown, failed, parsed) -> command.failed(thrown));
        return line;
    }

    private int execute(CommandLine line, String... args) {
        try {
            return line.execute(RepeatedOptions.removed(line, SeveralPaths.eachWithItsOption(line, args)));
        } catch (ParameterException repeated) {
            return usage(repeated, args);
        } catch (Error broken) { // no memory, no stack, a library that is not for this machine; picocli lets them pass
            return failed(broken);
        }
    }

    /** The exit code, or what follows from help or version not having reached anybody. */
    private int sent(int code) {
        IOException lost = help.loss();
        return lost == null ? code : failed(StandardOutput.failure(lost));
    }

    /** Runs a parsed command line, or the one that its configuration makes of it. */
    private int execute(ParseResult parsed) {
        Optional<Configuration> configuration;
        try {
            configuration = Configuration.of(parsed);
        } catch (ConfigException | YamlException | InputException wrong) {
            return failed(wrong);
        }
        if (configuration.isEmpty()) {
            return new RunLast().execute(parsed);
        }
        RecsysEval command = new RecsysEval(terminal, configuration.get()::withPlace);
        return command.execute(line(command), configuration.get().arguments());
    }

    Terminal terminal() {
        return terminal;
    }

    /** The command that was given, with the values of its options. */
    CommandSpec given() {
        return spec.commandLine().getParseResult().subcommand().commandSpec();
    }

    /** Whether the user wants to see no more than necessary. */
    boolean quiet() {
        return quiet;
    }

    /** A warning on standard error, unless the user wants to see no more than necessary. */
    void warn(String warning) {
        if (!quiet) {
            complain(warning);
        }
    }

    /** One paragraph on standard error; what names of files and the like carry cannot act on a terminal. */
    void complain(String sentence) {
        terminal.err().println("recsys-eval: " + PrintableText.text(sentence, LONGEST_SENTENCE));
    }

    private int usage(ParameterException wrong, String... given) {
        CommandLine at = wrong.getCommandLine();
        complain(withPlace.apply(WrongUsage.sentence(wrong, given)));
        terminal.err().println("Try '" + at.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private int failed(Throwable thrown) {
        if (thrown instanceof ClosedPipeException) {
            return ExitCode.CLOSED_PIPE;
        }
        if (verbose) {
            thrown.printStackTrace(terminal.err());
        }
        Failure failure = Failure.of(thrown);
        complain(failure.isOfTheUser() ? withPlace.apply(failure.sentence()) : failure.sentence());
        return failure.exitCode();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "give a command");
    }
}
