package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.testing.CheckData;
import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The Go tool's own example files, unchanged but for the place of its test data, against figures recomputed from it. */
class RunCheckDataTest {
    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource({
        "jsonl, ref_tiny, exp_123",
        "signals, ref_signals, exp_signals",
        "ecommerce-mini.jsonl, ref_ecommerce_mini, exp_ecommerce_mini"
    })
    void variantsOfEveryExample(String dataset, String set, String id) throws IOException {
        RunFolder folder =
                folder("examples-dataset." + dataset + ".yaml").config(config("eval-experiment.default.yaml"));
        Cli run = folder.run("--experiment-id=" + id);
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode expected = CheckData.json(set + "/expected.json")
                .get("go_semantics_recomputed")
                .get("experiment");
        JsonNode variants = folder.report().get("experiment").get("variants");
        assertThat(variants.size()).isEqualTo(expected.get("variants").size());
        for (int i = 0; i < variants.size(); i++) {
            for (String figure : List.of(
                    "exposures", "clicks", "conversions", "ctr", "conversion_rate", "revenue", "revenue_per_request")) {
                assertThat(variants.get(i).get(figure).asDouble())
                        .as(figure)
                        .isCloseTo(expected.get("variants").get(i).get(figure).asDouble(), within(1e-12));
            }
        }
        assertSame(
                "/data_quality", expected.get("data_quality"), folder.report().get("data_quality"));
    }

    /** As the Go tool's own continuous integration does. */
    @Test
    void theGoldenServesAsBaseline() throws IOException {
        RunFolder folder = folder("examples-dataset.jsonl.yaml").config(config("eval-offline.ci.yaml"));
        String golden = CheckData.file("ref_tiny/golden/offline.json").toString();
        assertThat(folder.run("--baseline=" + golden).exitCode()).isZero();
        JsonNode report = folder.report();
        assertThat(report.get("summary").get("executive").get("decision").asString())
                .isEqualTo("pass");
        assertThat(report.get("offline").get("baseline").get("baseline_run_id").asString())
                .isEqualTo("offline-20250101T000000Z");
    }

    @ParameterizedTest
    @CsvSource({
        "jsonl, ref_tiny, offline.signals, 3",
        "jsonl, ref_tiny, offline.ci, 2",
        "signals, ref_signals, offline.signals, 3",
        "signals, ref_signals, offline.ci, 2",
        "signals, ref_signals, offline.default, 10",
        "jsonl, ref_tiny, offline.default, 10",
        "ecommerce-mini.jsonl, ref_ecommerce_mini, offline.ecommerce-mini, 3",
        "ecommerce-mini.jsonl, ref_ecommerce_mini, offline.ci, 2"
    })
    void figuresOfEveryExample(String dataset, String set, String config, int k) throws IOException {
        RunFolder folder = folder("examples-dataset." + dataset + ".yaml").config(config("eval-" + config + ".yaml"));
        Cli run = folder.run();
        boolean gated = !config.contains("signals") && !config.contains("ecommerce");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(gated ? 1 : 0);
        JsonNode expected = CheckData.json(set + "/expected.json")
                .get("go_semantics_recomputed")
                .get("offline_k" + k);
        JsonNode report = folder.report();
        assertThat(report.get("summary").get("cases_evaluated").asInt())
                .isEqualTo(expected.get("cases").asInt());
        assertSame("/data_quality", expected.get("data_quality"), report.get("data_quality"));
        int compared = assertRows(expected.get("metrics"), report.get("offline").get("metrics"));
        for (Map.Entry<String, JsonNode> segment : expected.get("by_segment").properties()) {
            JsonNode rows = report.get("offline").get("by_segment").get(segment.getKey());
            if (rows != null) {
                compared += assertRows(segment.getValue(), rows);
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "examples-dataset.postgres.yaml, eval-offline.ci.yaml, which is not read: export",
        "examples-dataset.interleaving.jsonl.yaml, eval-interleaving.default.yaml, does not exist yet",
        "examples-dataset.interleaving.postgres.yaml, eval-interleaving.default.yaml, does not exist yet",
        "examples-dataset.jsonl.yaml, eval-ope.default.yaml, does not exist yet"
    })
    void saysWhatItCannotDoYet(String dataset, String config, String why) throws IOException {
        Cli run = folder(dataset).config(config(config)).run();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(why);
    }

    /** The example, with the Go tool's folder of test data replaced by ours. */
    private RunFolder folder(String dataset) throws IOException {
        String data = CheckData.file("").toString();
        return new RunFolder(temp)
                .dataset(config(dataset)
                        .replace("testdata/datasets/", data + "/ref_")
                        .replace("../examples/data/ecommerce-mini/eval/", data + "/ref_ecommerce_mini/"));
    }

    private static String config(String name) throws IOException {
        return Files.readString(CheckData.file("ref_configs/" + name));
    }

    private static int assertRows(JsonNode expected, JsonNode rows) {
        int compared = 0;
        for (JsonNode row : rows) {
            double value = CommandRun.row(expected, row.get("name").asString())
                    .get("value")
                    .asDouble();
            assertThat(row.get("value").asDouble()).isCloseTo(value, within(1e-12));
            compared++;
        }
        return compared;
    }

    private static void assertSame(String path, JsonNode expected, JsonNode actual) {
        assertThat(actual).as(path).isNotNull();
        if (expected.isNumber()) {
            assertThat(actual.asDouble()).as(path).isCloseTo(expected.asDouble(), within(1e-12));
        } else if (expected.isObject()) {
            expected.properties()
                    .forEach(field ->
                            assertSame(path + "/" + field.getKey(), field.getValue(), actual.get(field.getKey())));
        } else if (expected.isArray()) {
            assertThat(actual.size()).as(path).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                assertSame(path + "/" + i, expected.get(i), actual.get(i));
            }
        } else {
            assertThat(actual).as(path).isEqualTo(expected);
        }
    }
}
