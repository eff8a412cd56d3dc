package io.github.recsyseval.cli;

import io.github.recsyseval.slice.Breakdown;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which breakdowns are shown. */
final class SliceOptions {
    /** Below so many observations, or users of an arm, a slice says too little. */
    static final int FLOOR = 30;

    @Option(
            names = "--slice",
            paramLabel = "KEY[,KEY...]",
            description = "Break metrics down by a context key; keys joined by commas are crossed (repeatable).")
    private List<String> slices = List.of();

    @Option(
            names = "--slice-floor",
            paramLabel = "N",
            description =
                    "Print \"too few\" for metrics of a slice with fewer than N observations (default ${DEFAULT-VALUE}).")
    private int floor = FLOOR;

    @Option(
            names = "--top-slices",
            paramLabel = "N",
            description =
                    "Show the N slices with the most exposures, and the rest as one row (default ${DEFAULT-VALUE}; JSON"
                            + " shows up to 1,000, or N if larger).")
    private int top = 20;

    int floor() {
        if (floor < 0) {
            throw new UsageException("--slice-floor takes a number from 0 up, not " + floor);
        }
        return floor;
    }

    int top() {
        if (top < 1) {
            throw new UsageException("--top-slices takes a number from 1 up, not " + top);
        }
        return top;
    }

    /** The breakdowns, each once, in the order given. */
    List<Breakdown> breakdowns() {
        Set<Breakdown> breakdowns = new LinkedHashSet<>();
        for (String slice : slices) {
            List<String> keys =
                    Arrays.stream(slice.split(",", -1)).map(String::strip).toList();
            if (keys.contains("")) {
                throw new UsageException("--slice " + slice + ": a key is empty");
            }
            breakdowns.add(new Breakdown(keys));
        }
        return List.copyOf(breakdowns);
    }
}
