package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.CheckData;
import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The Go tool's goldens differ from the reports of run in what docs/run.md lists, and in nothing else. */
class RunGoldenTest {
    /** What differs between any two runs, or between two builds. */
    private static final Set<String> OF_THE_RUN = Set.of(
            "run_id",
            "created_at",
            "binary_version",
            "git_commit",
            "effective_config",
            "input_dataset_fingerprint",
            "offline.baseline.baseline_run_id");

    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| ([^|]+) \\| ([^|]+) \\| [^|]+ \\|");
    private static final String ABSENT = "absent";
    private static final String PRESENT = "present";

    @TempDir
    private Path temp;

    private final List<Listed> listed = new ArrayList<>();
    private final Set<String> met = new TreeSet<>();
    private final List<String> unlisted = new ArrayList<>();

    /** A row of the list; a path with or without what is below it. */
    private record Listed(String path, String there, String here) {
        boolean covers(String figure, @Nullable JsonNode golden, @Nullable JsonNode ours) {
            String pattern = Pattern.quote(path).replace("[*]", "\\E\\[[^\\]]+\\]\\Q");
            return figure.matches(pattern + "([.\\[].*)?") && says(there, golden) && says(here, ours);
        }

        private static boolean says(String word, @Nullable JsonNode value) {
            if (value == null || word.equals(ABSENT)) {
                return value == null && word.equals(ABSENT);
            }
            return word.equals(PRESENT)
                    || (value.isNumber()
                            ? Double.parseDouble(word) == value.asDouble()
                            : word.equals(value.asString()));
        }
    }

    @BeforeEach
    void readTheList() throws IOException {
        String page = Files.readString(Path.of("docs/run.md"));
        String section = page.substring(page.indexOf("## The Go tool's golden files"));
        Matcher rows = ROW.matcher(section);
        while (rows.find()) {
            listed.add(new Listed(rows.group(1), rows.group(2), rows.group(3)));
        }
        assertThat(listed).hasSizeGreaterThan(10);
    }

    @Test
    void everyDifferenceIsListedAndEveryRowOfTheListIsOne() throws IOException {
        compare(CheckData.json("ref_tiny/golden/experiment.json"), experiment());
        compare(CheckData.json("ref_tiny/golden/offline.json"), offline());
        assertThat(unlisted).as("differences that docs/run.md does not list").isEmpty();
        assertThat(listed.stream().map(Listed::path).filter(path -> !met.contains(path)))
                .as("rows of docs/run.md without a difference")
                .isEmpty();
    }

    private JsonNode experiment() throws IOException {
        RunFolder folder = folder().config("""
                mode: experiment
                experiment:
                  experiment_id: exp_123
                  control_variant: A
                  primary_metrics: [ctr]
                  slice_keys: [tenant]
                  guardrails: {max_latency_p95_ms: 100, max_error_rate: 0.0, max_empty_rate: 0.5}
                  multiple_comparisons: {method: fdr_bh, alpha: 0.05}
                """);
        Cli run = folder.run();
        assertThat(run.exitCode()).as(run.err()).isZero();
        return folder.report();
    }

    /** The golden was made by comparing a run with itself, without gates. */
    private JsonNode offline() throws IOException {
        RunFolder folder = folder().config("""
                offline:
                  metrics: [{name: precision, k: 2}, {name: recall, k: 2}]
                  slice_keys: [tenant, surface]
                """);
        Path before = temp.resolve("before.json");
        assertThat(folder.run("--mode=offline").exitCode()).isZero();
        Files.move(folder.output(), before);
        assertThat(folder.run("--mode=offline", "--baseline=" + before).exitCode())
                .isZero();
        return folder.report();
    }

    private RunFolder folder() throws IOException {
        String dataset = Files.readString(CheckData.file("ref_configs/examples-dataset.jsonl.yaml"));
        return new RunFolder(temp)
                .dataset(
                        dataset.replace("testdata/datasets/", CheckData.file("").toString() + "/ref_"));
    }

    private void compare(JsonNode golden, JsonNode ours) {
        Map<String, JsonNode> there = figures(golden);
        Map<String, JsonNode> here = figures(ours);
        Set<String> all = new TreeSet<>(there.keySet());
        all.addAll(here.keySet());
        assertThat(all).hasSizeGreaterThan(40);
        for (String figure : all) {
            JsonNode before = there.get(figure);
            JsonNode now = here.get(figure);
            if (same(before, now)) {
                continue;
            }
            List<Listed> rows = listed.stream()
                    .filter(row -> row.covers(figure, before, now))
                    .toList();
            rows.forEach(row -> met.add(row.path()));
            if (rows.isEmpty()) {
                unlisted.add(figure + ": " + before + " there, " + now + " here");
            }
        }
    }

    /** Means over requests are sums in another order there, so the last digit may differ. */
    private static boolean same(@Nullable JsonNode golden, @Nullable JsonNode ours) {
        if (golden == null || ours == null || !golden.isNumber() || !ours.isNumber()) {
            return golden != null && golden.equals(ours);
        }
        return Math.abs(golden.asDouble() - ours.asDouble()) <= 1e-15 * Math.abs(golden.asDouble());
    }

    /** The values by their paths: entries of lists go by what they are about, {@code variants[A].ctr}. */
    private static Map<String, JsonNode> figures(JsonNode report) {
        Map<String, JsonNode> figures = new LinkedHashMap<>();
        collect("", report, figures);
        return figures;
    }

    private static void collect(String path, JsonNode node, Map<String, JsonNode> into) {
        if (OF_THE_RUN.contains(path)) {
            return;
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + label(node.get(i), i) + "]", node.get(i), into);
            }
        } else {
            assertThat(into.put(path, node)).as("a second " + path).isNull();
        }
    }

    private static String label(JsonNode entry, int place) {
        List<String> about = new ArrayList<>();
        for (String key : List.of("name", "metric", "variant", "segment")) {
            if (entry.has(key)) {
                about.add(entry.get(key).asString());
            }
        }
        return about.isEmpty() ? Integer.toString(place) : String.join(", ", about);
    }
}
