package io.github.recsyseval.cli;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options in force, for the report's provenance. */
final class OptionValues {
    /** What changes where and how fast a report is made, but no figure in it. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "--help",
            "--version",
            "--verbose",
            "--format",
            "--output",
            "--decision",
            "--threads",
            "--memory",
            "--temp-dir",
            "--progress",
            "--config",
            "--quiet");

    private OptionValues() {}

    /** Every option that decides what is computed and has a value, by name, defaults included. */
    static SortedMap<String, String> of(CommandSpec command) {
        SortedMap<String, String> values = new TreeMap<>();
        withUnset(command).forEach((name, value) -> {
            if (!value.isEmpty()) {
                values.put(name, value);
            }
        });
        return values;
    }

    /** Every option that decides what is computed, by name, defaults included; empty for one without a value. */
    static SortedMap<String, String> withUnset(CommandSpec command) {
        SortedMap<String, String> values = new TreeMap<>();
        for (OptionSpec option : command.options()) {
            if (!WITHOUT_EFFECT.contains(option.longestName())) {
                values.put(option.longestName(), text(option.getValue()));
            }
        }
        return values;
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> String.valueOf(Array.get(value, i)))
                    .collect(Collectors.joining(" "));
        }
        return value.toString();
    }
}
