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

/** Keeps what a run writes apart from what it reads, and its outputs from one another. */
final class OutputPaths {
    private final List<Path> inputs;
    private final List<Path> taken = new ArrayList<>();

    private OutputPaths(List<Path> inputs) {
        this.inputs = inputs;
    }

    static OutputPaths apartFrom(InputSet... inputs) {
        return new OutputPaths(Stream.of(inputs)
                .flatMap(set -> set.files().stream())
                .flatMap(OutputPaths::path)
                .toList());
    }

    static OutputPaths apartFrom(List<Path> inputs) {
        return new OutputPaths(List.copyOf(inputs));
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
            throw new UsageException(option + " takes a file; without it the result goes to standard output");
        }
        if (inputs.stream().anyMatch(input -> isSame(input, output))) {
            throw new UsageException(option + " " + output + " is one of the inputs");
        }
        if (taken.stream().anyMatch(other -> isSame(other, output))) {
            throw new UsageException(option + " " + output + " is given twice: each output needs a file of its own");
        }
        taken.add(output);
    }

    /** Whether two paths lead to the same file, which need not exist yet. Devices may be named many times. */
    static boolean isSame(Path a, Path b) {
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
