package io.github.recsyseval.cli.config;

import java.util.List;

/**
 * What a configuration says about one key.
 *
 * @param values one text for each time that the option would be given on the command line
 * @param line where the key stands in the file
 */
record Setting(ConfigKey key, List<String> values, int line) {
    Setting {
        values = List.copyOf(values);
    }

    /** The same on the command line. */
    List<String> arguments() {
        return values.stream()
                .map(value -> key.option().longestName() + "=" + value)
                .toList();
    }
}
