package io.github.recsyseval.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code recsys-eval} itself; its work is done by subcommands. */
@Command(
        name = "recsys-eval",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        description = "Numbers you can trust from recommender logs.",
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.INTERNAL)
public final class RecsysEval implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Runs one command line and returns its exit code; see {@link ExitCode}. */
    public static int run(String... args) {
        return new CommandLine(new RecsysEval()).execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Give a command; --help lists them.");
    }
}
