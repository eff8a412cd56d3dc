package io.github.recsyseval.cli.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option as the configuration calls it: {@code --max-invalid-rate} of the group "Limits" is {@code limits.max_invalid_rate}.
 *
 * @param section the heading of the option's group as a key; empty for an option outside of groups
 * @param name the longest name of the option as a key
 * @param type what kind of value it takes
 * @param option where the value goes
 */
record ConfigKey(String section, String name, Type type, OptionSpec option) {
    /** What the option's Java type says about its values. */
    enum Type {
        FLAG("true or false"),
        INTEGER("a whole number"),
        NUMBER("a number"),
        TEXT("a text"),
        PATH("a path");

        final String words;

        Type(String words) {
            this.words = words;
        }
    }

    static ConfigKey of(String section, OptionSpec option) {
        boolean ofAllCommands = mayStandInline(option);
        return new ConfigKey(ofAllCommands ? "" : section, key(option.longestName()), type(option), option);
    }

    /** The way to the key, such as {@code filters.since}. */
    String path() {
        return section.isEmpty() ? name : section + "." + name;
    }

    /** Whether the option may be given several times, so that the key takes a list. */
    boolean isRepeatable() {
        return option.isMultiValue();
    }

    /** Whether one value lists several things with commas, so that it may be a list in the file. */
    boolean hasCommas() {
        return label().contains(",") && !isDefinition();
    }

    /** Whether a value is {@code name=value}, so that it may be written as a key with a value in the file. */
    boolean isPair() {
        return label().indexOf('=') > 0 && !label().startsWith("[") && !isDefinition();
    }

    /** Whether a value is {@code name: key=value, ...}, so that it may be written as keys with values, {@code name} among them. */
    boolean isDefinition() {
        return label().startsWith("NAME: ");
    }

    /** Whether what its file would hold may stand in the configuration itself. */
    boolean mayStandInline() {
        return mayStandInline(option);
    }

    /** Such an option stands for a part of the file of its own, which is at the top wherever the help lists the option. */
    private static boolean mayStandInline(OptionSpec option) {
        return option.paramLabel().startsWith("PRESET|");
    }

    /** {@code slices: [surface]} is short for {@code slices: {slice: [surface]}}. */
    boolean standsForSection() {
        return section.equals(name + "s");
    }

    String label() {
        return option.paramLabel();
    }

    /** The heading of a group as a key: {@code "%nFilters (by time):%n"} is {@code filters}. */
    static String section(String heading) {
        String words = heading.replace("%n", "").replaceFirst("[(:].*", "").strip();
        return words.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private static String key(String optionName) {
        return optionName.replaceFirst("^-+", "").replace('-', '_');
    }

    private static Type type(OptionSpec option) {
        Class<?> is = option.isMultiValue() ? option.auxiliaryTypes()[0] : option.type();
        if (Set.of(boolean.class, Boolean.class).contains(is)) {
            return Type.FLAG;
        }
        if (Set.of(int.class, Integer.class, long.class, Long.class).contains(is)) {
            return Type.INTEGER;
        }
        if (Set.of(double.class, Double.class).contains(is)) {
            return Type.NUMBER;
        }
        boolean namesFile = option.paramLabel().matches(".*\\b(PATH|FILE|DIR|REPORT)\\b.*");
        return is == Path.class || namesFile ? Type.PATH : Type.TEXT;
    }
}
