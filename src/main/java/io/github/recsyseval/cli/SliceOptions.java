package io.github.recsyseval.cli;

import io.github.recsyseval.slice.Breakdown;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which breakdowns are shown. */
final class SliceOptions {
    @Option(
            names = "--slice",
            paramLabel = "KEY[,KEY...]",
            description = "Break down by a context key; several keys with commas are crossed; repeatable.")
    private List<String> slices = List.of();

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
