package io.github.recsyseval.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Several inputs behind one option, {@code --exposures a b c}: what a shell makes of a glob without quotes, and on Windows, where shells
 * leave globs alone, Java itself. picocli could take them too, but then also every mistyped option for an input.
 */
final class SeveralPaths {
    private SeveralPaths() {}

    /** The words of a command line with the option before each of its values. */
    static String[] eachWithItsOption(CommandLine line, String... words) {
        List<String> all = new ArrayList<>();
        CommandSpec command = null;
        String option = "";
        for (String word : words) {
            if (command == null) {
                CommandLine named = line.getSubcommands().get(word);
                command = named == null ? null : named.getCommandSpec();
            } else if (word.startsWith("-") && !word.equals("-")) {
                option = inputOption(command, word);
            } else if (!option.isEmpty() && !all.get(all.size() - 1).equals(option)) {
                all.add(option);
            }
            all.add(word);
        }
        return all.toArray(new String[0]);
    }

    /** The option for inputs that a word is, with or without its first value; empty for any other. */
    private static String inputOption(CommandSpec command, String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        return InputOptions.NAMES.contains(name) && command.findOption(name) != null ? name : "";
    }
}
