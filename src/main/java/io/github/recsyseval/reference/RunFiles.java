package io.github.recsyseval.reference;

import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.text.DidYouMean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two files of a run, read and checked as far as that is possible without reading a log. */
public final class RunFiles {
    /** The ways to what a query returns, one JSON text a line. */
    private static final Map<String, String> EXPORTS =
            Map.of("postgres", "psql -At -c QUERY", "duckdb", "duckdb FILE -noheader -list -c QUERY");

    private static final List<String> SCALES = List.of("memory", "stream", "duckdb");

    private final Settings dataset;
    private final Settings evaluation;
    private final Mode mode;
    private final RunReport.@Nullable Artifacts artifacts;

    private RunFiles(Settings dataset, Settings evaluation, Mode mode, RunReport.@Nullable Artifacts artifacts) {
        this.dataset = dataset;
        this.evaluation = evaluation;
        this.mode = mode;
        this.artifacts = artifacts;
    }

    /**
     * Reads both files.
     *
     * @param mode beats that of the evaluation file; null to take the file's
     * @throws ReferenceException for what the files ask and cannot be done
     * @throws io.github.recsyseval.yaml.YamlException for a file that is no YAML
     * @throws io.github.recsyseval.source.InputException for a file that cannot be read
     */
    public static RunFiles read(Path dataset, Path evaluation, @Nullable String mode) {
        Settings logs = GoFiles.dataset(dataset);
        Settings asked = GoFiles.evaluation(evaluation);
        String word = mode == null || mode.isEmpty() ? asked.text("mode") : mode;
        if (word.isEmpty()) {
            throw asked.wrong("mode", "is missing; give it in the file or as --mode");
        }
        Mode named = Mode.named(word);
        check(named, asked);
        return new RunFiles(logs, asked, named, Manifest.read(asked.section("artifacts")));
    }

    public Mode mode() {
        return mode;
    }

    Settings evaluation() {
        return evaluation;
    }

    private static void check(Mode mode, Settings evaluation) {
        if (mode == Mode.OPE || mode == Mode.INTERLEAVING) {
            throw new ReferenceException(
                    "mode " + mode.word() + " does not exist yet; there are offline, experiment and aa-check");
        }
        Settings scale = evaluation.section("scale");
        String word = scale.text("mode").toLowerCase(Locale.ROOT);
        if (!SCALES.contains(word)) {
            throw scale.wrong(
                    "mode",
                    "must be memory or stream" + DidYouMean.hint(word, SCALES)
                            + " (both read unsorted logs in bounded memory)");
        }
        if (word.equals("duckdb")) {
            throw scale.wrong(
                    "mode", "duckdb is not supported; memory reads unsorted logs of any size in bounded memory");
        }
    }

    /** What the manifest names; null where none is asked for. */
    RunReport.@Nullable Artifacts artifacts() {
        return artifacts;
    }

    /** What is read, by role: exposures, outcomes and, if asked for, assignments. */
    public Map<String, InputSet> inputs(boolean withAssignments) {
        Map<String, InputSet> inputs = new LinkedHashMap<>();
        inputs.put("exposures", inputs("exposures"));
        inputs.put("outcomes", inputs("outcomes"));
        if (withAssignments) {
            inputs.put("assignments", inputs("assignments"));
        }
        return inputs;
    }

    /** The files of a source. Paths are relative to the working directory. */
    private InputSet inputs(String name) {
        Settings source = dataset.section(name);
        switch (source.text("type").toLowerCase(Locale.ROOT)) {
            case "jsonl" -> {
                if (source.text("path").isEmpty()) {
                    throw source.wrong("path", "is missing; a jsonl source needs it");
                }
                return InputSet.resolve(List.of(source.text("path")));
            }
            case "" -> throw source.wrong("type", "is missing; mode " + mode.word() + " reads " + name);
            case "postgres", "duckdb" ->
                throw source.wrong(
                        "type",
                        "is " + source.text("type")
                                + ", which is not read: export the rows of the query as JSON Lines ("
                                + EXPORTS.get(source.text("type").toLowerCase(Locale.ROOT)) + " > " + name
                                + ".jsonl), then say type: jsonl and path: " + name + ".jsonl");
            default -> throw source.wrong("type", "is \"" + source.text("type") + "\", and only jsonl is read");
        }
    }

    /** A sentence for each key that has no effect. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (String name : List.of("exposures", "outcomes", "assignments")) {
            Settings source = dataset.section(name);
            if (source.text("type").equalsIgnoreCase("jsonl")) {
                List.of("dsn", "query").stream()
                        .filter(key -> !source.text(key).isEmpty())
                        .forEach(key -> notes.add(name + "." + key + " has no effect with type: jsonl"));
            }
        }
        Settings scale = evaluation.section("scale");
        if (scale.section("stream").whole("max_open_requests") != 0) {
            notes.add(
                    "scale.stream.max_open_requests has no effect: logs need not be sorted; --memory says how much is held");
        }
        if (!scale.section("stream").text("temp_dir").isEmpty()) {
            notes.add("scale.stream.temp_dir has no effect: --temp-dir says where temporary files go");
        }
        if (scale.section("duckdb").truth("enabled")) {
            notes.add("scale.duckdb.enabled has no effect: logs of any size are read without it");
        }
        Settings store = evaluation.section("artifacts").section("object_store");
        if (!store.text("type").isEmpty() && !store.text("type").equalsIgnoreCase("file")) {
            notes.add("artifacts.object_store has no effect: manifest and artifacts are read from files");
        }
        return notes;
    }

    /** Both files with their defaults, under the names of the Go tool's reports. */
    Map<String, @Nullable Object> effective() {
        Map<String, @Nullable Object> effective = new LinkedHashMap<>();
        effective.put("mode", mode.word());
        effective.put("dataset", dataset.effective());
        effective.put("eval", evaluation.effective());
        return effective;
    }
}
