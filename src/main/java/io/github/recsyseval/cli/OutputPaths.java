package io.github.recsyseval.cli;

import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.source.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Keeps what a run writes apart from what it reads, and its outputs from one another. */
final class OutputPaths {
    /** Options whose files a run reads besides its logs. A baseline may give way to the report that was compared with it. */
    private static final List<String> FILES_READ = List.of(
            "--config",
            "--dataset",
            "--map",
            "--schema",
            "--exclude-users",
            "--catalog",
            "--popularity",
            "--key-file",
            "--render");

    /**
     * What is read.
     *
     * @param words what it is, behind "is"
     */
    private record Read(Path path, String words) {}

    private final List<Read> inputs;
    private final List<Path> taken = new ArrayList<>();

    private OutputPaths(List<Read> inputs) {
        this.inputs = inputs;
    }

    /** Apart from logs and from the files that options of a command name. */
    static OutputPaths apartFrom(CommandSpec command, InputSet... inputs) {
        return new OutputPaths(Stream.concat(
                        Stream.of(inputs)
                                .flatMap(set -> set.files().stream())
                                .flatMap(OutputPaths::path)
                                .map(OutputPaths::input),
                        FILES_READ.stream().flatMap(option -> read(command, option)))
                .toList());
    }

    static OutputPaths apartFrom(List<Path> inputs) {
        return new OutputPaths(inputs.stream().map(OutputPaths::input).toList());
    }

    private static Read input(Path path) {
        return new Read(path, "one of the inputs");
    }

    /** The file that an option names; none where it is not given, or names something else such as a preset. */
    private static Stream<Read> read(CommandSpec command, String name) {
        OptionSpec option = command.findOption(name);
        Object value = option == null ? null : option.getValue();
        return Stream.ofNullable(value)
                .map(text -> Path.of(text.toString()))
                .filter(Files::isRegularFile)
                .map(path -> new Read(path, "the file of " + name));
    }

    private static Stream<Path> path(LogFile file) {
        return Stream.ofNullable(file.path());
    }

    /** Refuses an empty path, as a variable without a value makes one. */
    static void requireName(String option, Path output) {
        if (output.toString().isBlank()) {
            throw new UsageException(option + ": the path is empty; is a variable unset?");
        }
    }

    /** Enters an output, if there is one; refuses it when it is an input or another output, by whatever name. */
    void take(String option, @Nullable Path output) {
        if (output == null) {
            return;
        }
        requireName(option, output);
        if (output.toString().equals("-")) {
            throw new UsageException(option + " takes a file"
                    + (option.equals("--output") ? "; without it the result goes to standard output" : ", not -"));
        }
        for (Read input : inputs) {
            if (isSame(input.path(), output)) {
                throw new UsageException(option + " " + output + " is " + input.words());
            }
        }
        if (taken.stream().anyMatch(other -> isSame(other, output))) {
            throw new UsageException(option + " " + output + " is given twice: each output needs a file of its own");
        }
        taken.add(output);
    }

    /** Whether two paths lead to the same file, which need not exist yet. Devices may be named many times. */
    private static boolean isSame(Path a, Path b) {
        try {
            if (Files.exists(a) && Files.exists(b)) {
                return Files.isRegularFile(a) && Files.isSameFile(a, b);
            }
            return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
        } catch (IOException unknown) {
            return false;
        }
    }
}
