package io.github.recsyseval.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The configuration, whose values become options before a command is called. */
final class ConfigOption {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Take options from a recsys-eval.yaml. Options on the command line override it.")
    @SuppressWarnings("UnusedVariable") // taken from the parsed command line
    private @Nullable Path file;
}
