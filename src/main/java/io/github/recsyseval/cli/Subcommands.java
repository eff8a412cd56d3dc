package io.github.recsyseval.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The commands by name, in the order of the help. */
final class Subcommands {
    private static final int MOST_NAMED = 4;

    private static final List<String> NAMES = List.of(
            "validate",
            "join",
            "report",
            "offline",
            "compare",
            "experiment",
            "aa-check",
            "trace",
            "init",
            "sample",
            "pseudonymize",
            "run",
            "config",
            "completion");

    private Subcommands() {}

    static Map<String, Class<?>> all() {
        Map<String, Class<?>> all = new LinkedHashMap<>();
        for (String name : NAMES) {
            all.put(name, named(name));
        }
        return all;
    }

    /** The commands that have an option, up to {@value #MOST_NAMED} by name; empty for none. */
    static String with(String option) {
        List<String> having = RecsysEval.line(new RecsysEval()).getSubcommands().entrySet().stream()
                .filter(command ->
                        command.getValue().getCommandSpec().optionsMap().containsKey(option))
                .map(Map.Entry::getKey)
                .toList();
        return having.size() <= MOST_NAMED
                ? String.join(", ", having)
                : String.join(", ", having.subList(0, MOST_NAMED)) + " and others";
    }

    /**
     * The one command that a command line names, if that is all it can need: looking over the options of all of them takes longer
     * than reading a short log. A configuration may speak of any command, and whoever mistypes a name is told of all.
     */
    static Map<String, Class<?>> neededBy(String... args) {
        String name = name(args);
        if (!NAMES.contains(name) || name.equals("config") || name.equals("completion")) {
            return all();
        }
        for (String arg : args) {
            if (arg.startsWith("--config") || arg.startsWith("@")) {
                return all();
            }
        }
        return Map.of(name, named(name));
    }

    /** The first word that is no option; empty for none. */
    private static String name(String... args) {
        for (String arg : args) {
            if (!arg.startsWith("-")) {
                return arg;
            }
        }
        return "";
    }

    /** A class of its own for each name, so that a command line loads the one that it names. */
    private static Class<?> named(String name) {
        return switch (name) {
            case "validate" -> ValidateCommand.class;
            case "join" -> JoinCommand.class;
            case "offline" -> OfflineCommand.class;
            case "report" -> ReportCommand.class;
            case "compare" -> CompareCommand.class;
            case "experiment" -> ExperimentCommand.class;
            case "aa-check" -> AaCheckCommand.class;
            case "pseudonymize" -> PseudonymizeCommand.class;
            case "run" -> RunCommand.class;
            case "init" -> InitCommand.class;
            case "trace" -> TraceCommand.class;
            case "sample" -> SampleCommand.class;
            case "config" -> ConfigCommand.class;
            case "completion" -> CompletionCommand.class;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
