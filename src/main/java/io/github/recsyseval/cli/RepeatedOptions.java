package io.github.recsyseval.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Options with one value that stand on a command line more than once. Left to itself picocli would begin the group of such an option
 * anew and forget the other options of the group that came before.
 */
final class RepeatedOptions {
    private final CommandLine command;
    private final String[] words;
    private final boolean lastCounts;
    private final Map<OptionSpec, int[]> places = new HashMap<>();
    private final List<int[]> superseded = new ArrayList<>();

    private RepeatedOptions(CommandLine command, String[] words, boolean lastCounts) {
        this.command = command;
        this.words = words;
        this.lastCounts = lastCounts;
    }

    /**
     * The words of a command line without options that come again: switches, which say the same each time, and where the command lets
     * the last value count all but that one.
     *
     * @throws ParameterException for a value that comes again where that is not so
     */
    static String[] removed(CommandLine line, String... words) {
        for (String word : words) {
            CommandLine named = line.getSubcommands().get(word);
            if (named != null) {
                return new RepeatedOptions(named, words, named.isOverwrittenOptionsAllowed()).removed();
            }
        }
        return words;
    }

    private String[] removed() {
        for (int at = 0; at < words.length && !words[at].equals("--"); ) {
            OptionSpec option = option(words[at]);
            int end = at + 1;
            if (option != null && takesNext(option, words[at])) {
                end = Math.min(words.length, at + 2);
            }
            if (option != null && !option.isMultiValue()) {
                note(option, at, end);
            }
            at = end;
        }
        List<String> kept = new ArrayList<>(List.of(words));
        superseded.sort((a, b) -> Integer.compare(b[0], a[0]));
        superseded.forEach(place -> kept.subList(place[0], place[1]).clear());
        return kept.toArray(new String[0]);
    }

    private void note(OptionSpec option, int from, int to) {
        int[] before = places.put(option, new int[] {from, to});
        if (before == null) {
            return;
        }
        if (!lastCounts && option.arity().max() > 0) {
            throw new ParameterException(command, option.longestName() + " is given twice; it takes one value");
        }
        superseded.add(before);
    }

    private @Nullable OptionSpec option(String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        CommandSpec spec = command.getCommandSpec();
        OptionSpec own = spec.findOption(name);
        CommandSpec parent = spec.parent();
        return own != null || parent == null ? own : parent.findOption(name);
    }

    private static boolean takesNext(OptionSpec option, String word) {
        return option.arity().min() > 0 && word.indexOf('=') < 0;
    }
}
