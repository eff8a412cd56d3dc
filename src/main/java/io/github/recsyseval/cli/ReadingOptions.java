package io.github.recsyseval.cli;

import io.github.recsyseval.cli.config.MapFile;
import io.github.recsyseval.engine.ReadOptions;
import io.github.recsyseval.mapping.LogMap;
import io.github.recsyseval.source.ChunkStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How lines are read. */
final class ReadingOptions {
    @Option(
            names = "--map",
            paramLabel = "PRESET|FILE",
            description = "A map from the fields of your logs to those of the contracts; presets: minimal, service_v1.")
    private @Nullable String map;

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

    @Option(
            names = "--sha256",
            description = "Print the SHA-256 of every input file, too (the report has a faster hash in any case).")
    private boolean sha256;

    ReadOptions options(Terminal terminal) {
        check(threads, maxLineBytes);
        if (maxErrors < 0) {
            throw new UsageException("--max-errors takes a number from 0 up, not " + maxErrors);
        }
        return new ReadOptions(threads, maxLineBytes, allowPartialTail, maxErrors, terminal.in(), sha256, map());
    }

    /** Refuses numbers that no reading can work with. */
    static void check(int threads, int maxLineBytes) {
        requirePositive("--threads", threads);
        requirePositive("--max-line-bytes", maxLineBytes);
        if (threads > 256) {
            throw new UsageException("--threads takes at most 256, not " + threads);
        }
    }

    private LogMap map() {
        return map == null ? LogMap.NONE : MapFile.read(map);
    }

    private static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new UsageException(option + " takes a number from 1 up, not " + value);
        }
    }
}
