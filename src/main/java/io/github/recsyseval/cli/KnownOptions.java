package io.github.recsyseval.cli;

import java.util.Collections;
import java.util.SortedMap;
import picocli.CommandLine;

/** The options that evaluation commands have in this release, for reports of releases that had fewer. */
final class KnownOptions {
    private KnownOptions() {}

    /** The options of a command with their defaults, empty where there is none; no options for a command that makes no report. */
    static SortedMap<String, String> of(String command) {
        CommandLine line = RecsysEval.line(new RecsysEval(Terminal.standard()))
                .getSubcommands()
                .get(command);
        return line != null && line.getCommand() instanceof EvaluationCommand
                ? OptionValues.withUnset(line.getCommandSpec())
                : Collections.emptySortedMap();
    }
}
