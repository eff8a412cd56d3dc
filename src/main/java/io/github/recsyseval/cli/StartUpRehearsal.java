package io.github.recsyseval.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs typical commands on a few built-in lines. The launcher does this once with the JVM recording which classes are
 * loaded, and later runs start from that archive. A command that is missing here starts more slowly, nothing else.
 */
public final class StartUpRehearsal {

    private static final String EXPOSURES = "exposures.jsonl";
    private static final String OUTCOMES = "outcomes.jsonl";
    private static final String CONFIGURATION = "recsys-eval.yaml";
    private static final String REPORT = "report.json";
    private static final String KEY = "key";

    private StartUpRehearsal() {}

    public static void main(String[] args) throws IOException, ClassNotFoundException {
        Path folder = Files.createTempDirectory("recsys-eval-rehearsal");
        Path exposures = folder.resolve(EXPOSURES);
        Path outcomes = folder.resolve(OUTCOMES);
        Path configuration = folder.resolve(CONFIGURATION);
        Path report = folder.resolve(REPORT);
        Path key = folder.resolve(KEY);
        try {
            copy(EXPOSURES, exposures);
            copy(OUTCOMES, outcomes);
            copy(CONFIGURATION, configuration);
            copy(REPORT, report);
            copy(KEY, key);
            Class.forName("io.github.recsyseval.Main");
            for (List<String> command : commands(exposures.toString(), outcomes.toString())) {
                Interruption interruption = Interruption.expected();
                RecsysEval.run(command.toArray(String[]::new));
                interruption.averted();
            }
        } finally {
            Files.deleteIfExists(exposures);
            Files.deleteIfExists(outcomes);
            Files.deleteIfExists(configuration);
            Files.deleteIfExists(report);
            Files.deleteIfExists(key);
            Files.deleteIfExists(folder);
        }
    }

    /** The command lines that are rehearsed, each for the two files, the configuration, the report and the key beside them. */
    static List<List<String>> commands(String exposures, String outcomes) {
        String configuration = Path.of(exposures).resolveSibling(CONFIGURATION).toString();
        String report = Path.of(exposures).resolveSibling(REPORT).toString();
        String key = Path.of(exposures).resolveSibling(KEY).toString();
        return List.of(
                List.of("--version"),
                List.of("--help"),
                List.of("validate", "--schema", "exposure.v1", "--input", exposures),
                List.of("join", "--exposures", exposures, "--outcomes", outcomes),
                List.of("trace", "--request-id", "r1", "--exposures", exposures, "--outcomes", outcomes),
                List.of("offline", "--exposures", exposures, "--outcomes", outcomes),
                List.of("report", "--exposures", exposures, "--outcomes", outcomes, "--slice", "surface"),
                List.of(
                        "experiment",
                        "--exposures",
                        exposures,
                        "--outcomes",
                        outcomes,
                        "--control",
                        "A",
                        "--candidate",
                        "B"),
                List.of("report", "--config", configuration),
                List.of("config", "check", configuration),
                List.of("compare", report, report),
                List.of("pseudonymize", "--fields", "user_id", "--key-file", key, exposures),
                List.of(
                        "report",
                        "--exposures",
                        exposures,
                        "--outcomes",
                        outcomes,
                        "--slice",
                        "surface,tenant_id",
                        "--format",
                        "json"));
    }

    private static void copy(String resource, Path target) throws IOException {
        try (InputStream in = StartUpRehearsal.class.getResourceAsStream("/recsys-eval/rehearsal/" + resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            Files.copy(in, target);
        }
    }
}
