package io.github.recsyseval.cli.config;

import io.github.recsyseval.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** Says of every key which value is in force for which command, and where it came from. */
final class EffectiveValues {
    private static final int LONGEST_VALUE = 60;

    /** @param from a line of the file, or the default */
    private record Cell(String value, String from) {}

    private record Row(String key, String value, String from, String commands) {}

    private final ConfigKeys keys;
    private final Map<String, Map<String, Cell>> cells = new LinkedHashMap<>();

    EffectiveValues(ConfigKeys keys) {
        this.keys = keys;
    }

    /** Notes the values of one command after its command line was completed by the file. */
    void add(String command, ParseResult parsed, Map<String, Setting> settings) {
        keys.of(command).forEach((path, key) -> {
            Object value =
                    parsed.commandSpec().findOption(key.option().longestName()).getValue();
            Setting setting = settings.get(path);
            String from = setting == null ? "default" : "line " + setting.line();
            cells.computeIfAbsent(path, any -> new LinkedHashMap<>()).put(command, new Cell(text(value), from));
        });
    }

    private static String text(@Nullable Object value) {
        String text = value == null
                ? ""
                : value instanceof Collection<?> several
                        ? several.stream().map(String::valueOf).collect(Collectors.joining("  "))
                        : value.toString();
        return text.isEmpty() ? "(none)" : YamlReader.printable(text);
    }

    /** A table: key, value, where it came from, and for which commands where it is not for all. */
    String table() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("key", "value", "from", "for"));
        cells.forEach((path, byCommand) -> {
            Map<Cell, List<String>> groups = new LinkedHashMap<>();
            byCommand.forEach((command, cell) ->
                    groups.computeIfAbsent(cell, any -> new ArrayList<>()).add(command));
            groups.forEach((cell, commands) -> rows.add(new Row(
                    path,
                    cell.value(),
                    cell.from(),
                    commands.size() == keys.commands().size() ? "" : String.join(", ", commands))));
        });
        int key = width(rows.stream().map(Row::key).toList());
        int value = Math.min(LONGEST_VALUE, width(rows.stream().map(Row::value).toList()));
        int from = width(rows.stream().map(Row::from).toList());
        return rows.stream()
                .map(row -> ("  " + pad(row.key(), key) + pad(row.value(), value) + pad(row.from(), from)
                                + row.commands())
                        .stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()) + 2);
    }
}
