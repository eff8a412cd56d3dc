package io.github.recsyseval.cli;

import io.github.recsyseval.cli.config.MapFile;
import io.github.recsyseval.engine.ReadOptions;
import io.github.recsyseval.event.Contract;
import io.github.recsyseval.mapping.LogMap;
import io.github.recsyseval.source.ChunkStream;
import io.github.recsyseval.source.InputSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How lines are read; commands that show examples of what is wrong, or what they read, have more options of this kind. */
class ReadingOptions {
    static final String MAP = "--map";

    /** Buffers and samples of a thread take up to so much. */
    private static final long HEAP_OF_THREAD = 30L << 20;

    @Option(
            names = MAP,
            paramLabel = "PRESET|FILE",
            description =
                    "Read logs whose fields have other names through a map: a file, or a preset (minimal, service_v1).")
    private @Nullable String map;

    @Option(
            names = "--allow-partial-tail",
            description = "Skip an unfinished last line of a file instead of counting it as invalid.")
    private boolean allowPartialTail;

    @Option(
            names = "--max-line-bytes",
            paramLabel = "N",
            description = "Count longer lines as invalid (default ${DEFAULT-VALUE}).")
    private int maxLineBytes = ChunkStream.MAX_LINE_BYTES;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Number of reading threads (default: one per processor, at most 8; fewer if the heap is small). The result is the same.")
    private int threads = defaultThreads();

    final ReadOptions options(Terminal terminal) {
        check(threads, maxLineBytes);
        return new ReadOptions(threads(), maxLineBytes, allowPartialTail, maxErrors(), terminal.in(), hashes(), map());
    }

    /** How many examples of each defect are kept. */
    int maxErrors() {
        return 0;
    }

    /** Whether inputs are hashed by SHA-256, too. */
    boolean hashes() {
        return false;
    }

    /** How many threads read where nobody says it. */
    static int defaultThreads() {
        return Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));
    }

    /** How many threads read, not yet checked: no more than the heap has room for. */
    int threads() {
        return (int) Math.min(threads, Math.max(1, Runtime.getRuntime().maxMemory() / HEAP_OF_THREAD));
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
        if (map != null && map.isBlank()) {
            throw new UsageException(
                    "--map takes the name of a preset or a file, not an empty text; is a variable unset?");
        }
        return map == null ? LogMap.NONE : MapFile.read(map);
    }

    /** What is to say of a map that has no part for any input that is given; empty for any other. */
    Optional<String> uselessMap(LogMap of, Map<Contract, InputSet> inputs) {
        List<Contract> given = inputs.entrySet().stream()
                .filter(input -> !input.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        boolean useless = !of.equals(LogMap.NONE)
                && !given.isEmpty()
                && given.stream().allMatch(contract -> of.of(contract) == null);
        return useless ? Optional.of(noPart(given)) : Optional.empty();
    }

    /** The same for the three inputs of a join. */
    Optional<String> uselessMap(LogMap of, InputSet exposures, InputSet outcomes, InputSet assignments) {
        return uselessMap(
                of,
                new EnumMap<>(Map.of(
                        Contract.EXPOSURE, exposures, Contract.OUTCOME, outcomes, Contract.ASSIGNMENT, assignments)));
    }

    private String noPart(List<Contract> contracts) {
        return "warning: --map " + map + " has no rules for "
                + contracts.stream().map(Contract::plural).collect(Collectors.joining(" or "))
                + ", which are read as they are";
    }

    private static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new UsageException(option + " takes a number from 1 up, not " + value);
        }
    }
}
