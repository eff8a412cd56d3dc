package io.github.recsyseval.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Runs typical commands on a few built-in lines, and loads every class that logs of other kinds may call for. The launcher does this
 * once with the JVM recording which classes are loaded, and later runs start from that archive. A command that is missing here
 * starts more slowly, nothing else; one class that is missing costs 15 ms, for which the jar is opened.
 */
public final class StartUpRehearsal {

    private static final String EXPOSURES = "exposures.jsonl";
    private static final String OUTCOMES = "outcomes.jsonl";
    private static final String ASSIGNMENTS = "assignments.jsonl";
    private static final String CONFIGURATION = "recsys-eval.yaml";
    private static final String REPORT = "report.json";
    private static final String KEY = "key";
    private static final List<String> FILES = List.of(EXPOSURES, OUTCOMES, ASSIGNMENTS, CONFIGURATION, REPORT, KEY);

    /** Classes of which nobody knows which ones the next log needs; of the other libraries the rehearsed ones are enough. */
    private static final Pattern WHOLLY = Pattern.compile(
            "(io/github/recsyseval|org/apache/commons/(numbers|statistics)|tools/jackson/core)/.*\\.class");

    private StartUpRehearsal() {}

    public static void main(String[] args) throws IOException, ClassNotFoundException, URISyntaxException {
        Path folder = Files.createTempDirectory("recsys-eval-rehearsal");
        try {
            for (String name : FILES) {
                copy(name, folder.resolve(name));
            }
            for (List<String> command : commands(folder)) {
                Interruption interruption = Interruption.expected();
                RecsysEval.run(command.toArray(String[]::new));
                interruption.averted();
            }
        } finally {
            for (String name : FILES) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.deleteIfExists(folder);
        }
        Path program = Path.of(StartUpRehearsal.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (Files.isRegularFile(program)) {
            load(program);
        }
    }

    private static void load(Path program) throws IOException, ClassNotFoundException {
        try (JarFile jar = new JarFile(program.toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (WHOLLY.matcher(entry.getName()).matches()) {
                    String name = entry.getName()
                            .replace('/', '.')
                            .substring(0, entry.getName().length() - ".class".length());
                    Class.forName(name, false, StartUpRehearsal.class.getClassLoader());
                }
            }
        }
    }

    /** The command lines that are rehearsed, on the files in a folder. */
    static List<List<String>> commands(Path folder) {
        String exposures = folder.resolve(EXPOSURES).toString();
        String outcomes = folder.resolve(OUTCOMES).toString();
        String assignments = folder.resolve(ASSIGNMENTS).toString();
        String configuration = folder.resolve(CONFIGURATION).toString();
        String report = folder.resolve(REPORT).toString();
        String key = folder.resolve(KEY).toString();
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
                        "--assignments",
                        assignments,
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
                        "json"),
                List.of("report", "--exposures", exposures, "--outcomes", outcomes, "--format", "text"));
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
