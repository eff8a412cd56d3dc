package io.github.recsyseval.cli;

import io.github.recsyseval.engine.ReadOptions;
import io.github.recsyseval.source.ChunkStream;
import io.github.recsyseval.source.InputSet;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the logs are and how they are read. */
final class InputOptions {
    @Option(
            names = "--exposures",
            paramLabel = "PATH",
            description = "What was shown: files, globs, directories of logs, or - for standard input; repeatable.")
    private List<String> exposures = List.of();

    @Option(names = "--outcomes", required = true, paramLabel = "PATH", description = "What users did; likewise.")
    private List<String> outcomes = List.of();

    @Option(names = "--assignments", paramLabel = "PATH", description = "Who got which variant; likewise.")
    private List<String> assignments = List.of();

    @picocli.CommandLine.Mixin
    private ReadingOptions reading = new ReadingOptions();

    InputSet exposures() {
        require("--exposures", exposures);
        require("--outcomes", outcomes);
        checkStandardInput();
        return InputSet.resolve(exposures);
    }

    InputSet outcomes() {
        return InputSet.resolve(outcomes);
    }

    InputSet assignments() {
        return InputSet.resolve(assignments);
    }

    ReadOptions reading(Terminal terminal) {
        return reading.options(terminal);
    }

    private static void require(String option, List<String> paths) {
        if (paths.isEmpty()) {
            throw new UsageException(option + " PATH is missing");
        }
    }

    private void checkStandardInput() {
        long uses = List.of(exposures, outcomes, assignments).stream()
                .flatMap(List::stream)
                .filter("-"::equals)
                .count();
        if (uses > 1) {
            throw new UsageException("standard input (-) can serve one input only, and is given " + uses + " times");
        }
    }

    /** How lines are read; shared with validate. */
    static final class ReadingOptions {
        @Option(
                names = "--allow-partial-tail",
                description = "Leave out an unfinished last line of a file instead of counting it as invalid.")
        private boolean allowPartialTail;

        @Option(
                names = "--max-line-bytes",
                paramLabel = "N",
                description = "Longer lines are invalid and never held whole (default ${DEFAULT-VALUE}).")
        private int maxLineBytes = ChunkStream.MAX_LINE_BYTES;

        @Option(
                names = "--max-errors",
                paramLabel = "N",
                description = "How many examples of each defect are kept (default ${DEFAULT-VALUE}).")
        private int maxErrors = 20;

        @Option(
                names = "--threads",
                paramLabel = "N",
                description = "How many threads read (default: one a processor, at most 8); the result is the same.")
        private int threads = Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));

        ReadOptions options(Terminal terminal) {
            requirePositive("--threads", threads);
            requirePositive("--max-line-bytes", maxLineBytes);
            if (maxErrors < 0) {
                throw new UsageException("--max-errors takes a number from 0 up, not " + maxErrors);
            }
            if (threads > 256) {
                throw new UsageException("--threads takes at most 256, not " + threads);
            }
            return new ReadOptions(threads, maxLineBytes, allowPartialTail, maxErrors, terminal.in());
        }

        private static void requirePositive(String option, int value) {
            if (value < 1) {
                throw new UsageException(option + " takes a number from 1 up, not " + value);
            }
        }
    }
}
