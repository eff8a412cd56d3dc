package io.github.recsyseval.cli.config;

import io.github.recsyseval.text.PrintableText;
import io.github.recsyseval.text.WordWrap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** Says of every key which value is in force for which command, and where it came from. */
final class EffectiveValues {
    private static final int LONGEST_VALUE = 1_000;
    private static final String INDENT = "  ";
    private static final Pattern NAMES = Pattern.compile("[\\w@.]+(,[\\w@.]+)+");

    /**
     * A value as it is shown.
     *
     * @param values one, but for an option that is repeated
     * @param from a line of the file, or the default
     */
    private record Cell(List<String> values, String from) {}

    /** What is in force for some commands. */
    private record Row(String key, Cell cell) {
        /** A value a line; what is too long for one is broken at blanks, a list of names behind its commas. */
        List<String> lines(int keyWidth, int fromWidth) {
            List<String> lines = new ArrayList<>();
            String first = INDENT + pad(key, keyWidth) + pad(cell.from(), fromWidth);
            String further = " ".repeat(first.length());
            for (String value : cell.values()) {
                boolean isTooLong = first.length() + value.length() > WordWrap.TERMINAL;
                String words = isTooLong && NAMES.matcher(value).matches() ? value.replace(",", ", ") : value;
                lines.addAll(
                        WordWrap.paragraph(lines.isEmpty() ? first : further, further, List.of(words.split(" ", -1))));
            }
            return lines;
        }
    }

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
            cells.computeIfAbsent(path, any -> new LinkedHashMap<>()).put(command, new Cell(texts(value), from));
        });
    }

    private static List<String> texts(@Nullable Object value) {
        Collection<?> several = value == null ? List.of() : value instanceof Collection<?> many ? many : List.of(value);
        List<String> texts = several.stream()
                .map(String::valueOf)
                .filter(text -> !text.isEmpty())
                .map(text -> PrintableText.text(text, LONGEST_VALUE))
                .toList();
        return texts.isEmpty() ? List.of("(none)") : texts;
    }

    /** Tables of key, origin and value, one for all commands and one for each set of commands that share values of their own. */
    String tables() {
        Map<List<String>, List<Row>> tables = new LinkedHashMap<>();
        cells.forEach((path, byCommand) -> {
            Map<Cell, List<String>> groups = new LinkedHashMap<>();
            byCommand.forEach((command, cell) ->
                    groups.computeIfAbsent(cell, any -> new ArrayList<>()).add(command));
            groups.forEach((cell, commands) ->
                    tables.computeIfAbsent(commands, any -> new ArrayList<>()).add(new Row(path, cell)));
        });
        List<Row> all = tables.values().stream().flatMap(List::stream).toList();
        int key = width(all.stream().map(Row::key).toList());
        int from = width(all.stream().map(row -> row.cell().from()).toList());
        List<String> lines = new ArrayList<>();
        tables.forEach((commands, rows) -> {
            boolean forAll = commands.size() == keys.commands().size();
            lines.add("");
            lines.addAll(WordWrap.lines("for " + (forAll ? "all" : String.join(", ", commands)), WordWrap.TERMINAL));
            rows.forEach(row -> lines.addAll(row.lines(key, from)));
        });
        return String.join("\n", lines) + "\n";
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()) + 2);
    }
}
