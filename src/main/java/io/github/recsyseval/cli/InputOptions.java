package io.github.recsyseval.cli;

import io.github.recsyseval.event.Contract;
import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.source.ReadOnce;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where the logs are. */
final class InputOptions {
    /** The options whose values may stand behind one another. */
    static final List<String> NAMES = List.of("--exposures", "--outcomes", "--assignments");

    @Option(
            names = "--exposures",
            paramLabel = "PATH",
            description = "Logs of what was shown: files, globs or directories, or - for standard input (repeatable).")
    private List<String> exposures = List.of();

    @Option(
            names = "--outcomes",
            paramLabel = "PATH",
            description = "Logs of what users did: paths as above (repeatable).")
    private List<String> outcomes = List.of();

    @Option(
            names = "--assignments",
            paramLabel = "PATH",
            description = "Logs of the variant assigned to each request: paths as above (repeatable).")
    private List<String> assignments = List.of();

    private boolean mayBeMissing;

    /** Lets exposures and outcomes be missing, to check the other options. */
    void allowMissing() {
        mayBeMissing = true;
    }

    InputSet exposures() {
        require("--exposures", exposures);
        require("--outcomes", outcomes);
        requireOnce(paths().values().stream().flatMap(List::stream).toList());
        return InputSet.resolve(exposures);
    }

    /** What is named by an option and behind all options, where a command reads one kind of log. */
    static List<String> together(List<String> byOption, List<String> further) {
        List<String> paths = new ArrayList<>(byOption);
        paths.addAll(further);
        requireOnce(paths);
        return paths;
    }

    private static void requireOnce(List<String> paths) {
        ReadOnce.repeated(paths).ifPresent(twice -> {
            throw new UsageException(twice);
        });
    }

    /** Whether exposures and outcomes need not be named, because the options are only checked. */
    boolean mayBeMissing() {
        return mayBeMissing;
    }

    boolean hasAssignments() {
        return !assignments.isEmpty();
    }

    /** The paths as they were given. */
    Map<Contract, List<String>> paths() {
        Map<Contract, List<String>> paths = new EnumMap<>(Contract.class);
        paths.put(Contract.EXPOSURE, exposures);
        paths.put(Contract.OUTCOME, outcomes);
        paths.put(Contract.ASSIGNMENT, assignments);
        return paths;
    }

    /** Refuses what cannot be read again. */
    void refuseReadOnce(String why) {
        ReadOnce.of(paths().values().stream().flatMap(List::stream).toList()).ifPresent(once -> {
            throw new UsageException(once + " cannot be used here: " + why);
        });
    }

    InputSet outcomes() {
        require("--outcomes", outcomes);
        return InputSet.resolve(outcomes);
    }

    InputSet assignments() {
        return InputSet.resolve(assignments);
    }

    private void require(String option, List<String> paths) {
        if (paths.isEmpty() && !mayBeMissing) {
            throw new UsageException(option + " PATH is missing");
        }
    }
}
