package io.github.recsyseval.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The commands by name, in the order of the help. */
final class Subcommands {
    private static final Map<String, Class<?>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("validate", ValidateCommand.class);
        ALL.put("join", JoinCommand.class);
        ALL.put("offline", OfflineCommand.class);
        ALL.put("report", ReportCommand.class);
        ALL.put("compare", CompareCommand.class);
        ALL.put("experiment", ExperimentCommand.class);
        ALL.put("aa-check", AaCheckCommand.class);
        ALL.put("pseudonymize", PseudonymizeCommand.class);
        ALL.put("run", RunCommand.class);
        ALL.put("init", InitCommand.class);
        ALL.put("trace", TraceCommand.class);
        ALL.put("sample", SampleCommand.class);
        ALL.put("config", ConfigCommand.class);
        ALL.put("completion", CompletionCommand.class);
    }

    private Subcommands() {}

    static Map<String, Class<?>> all() {
        return ALL;
    }

    /**
     * The one command that a command line names, if that is all it can need: looking over the options of all of them takes longer
     * than reading a short log. A configuration may speak of any command, and whoever mistypes a name is told of all.
     */
    static Map<String, Class<?>> neededBy(String... args) {
        String name =
                Stream.of(args).filter(arg -> !arg.startsWith("-")).findFirst().orElse("");
        Class<?> command = ALL.get(name);
        boolean alone = command != null
                && command != ConfigCommand.class
                && command != CompletionCommand.class
                && Stream.of(args).noneMatch(arg -> arg.startsWith("--config") || arg.startsWith("@"));
        return alone ? Map.of(name, command) : ALL;
    }
}
