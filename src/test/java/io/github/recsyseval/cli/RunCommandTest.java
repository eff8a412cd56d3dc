package io.github.recsyseval.cli;

import static io.github.recsyseval.cli.CommandRun.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Mode offline of the Go tool's command line, on four requests whose figures can be worked out by hand. */
class RunCommandTest {
    private static final String METRICS = """
            mode: offline
            offline:
              metrics:
                - {name: precision, k: 2}
                - {name: Recall, k: 2}
                - {name: "ndcg@k", k: 2}
                - {name: coverage, k: 2}
                - {name: novelty, k: 2}
                - {name: diversity, k: 2}
            """;

    @TempDir
    private Path temp;

    private RunFolder folder;

    @BeforeEach
    void logs() {
        folder = new RunFolder(temp);
        String logs = new LogFolder(temp.resolve("logs"))
                .exposure("r1", "u1", "home", "a", "b")
                .exposure("r2", "u2", "home", "a", "c")
                .exposure("r3", "u3", "pdp", "a")
                .exposure("r4", "u4", "pdp", "b", "a")
                .click("r1", "u1", "a")
                .click("r1", "u1", "b")
                .conversion("r2", "u2", "c")
                .click("r4", "u4", "z")
                .write();
        folder.logs(Path.of(logs)).config(METRICS);
    }

    /**
     * As the Go tool defines them. Precision: 1, 1/2, 0, 0. Recall: 1, 1, 0, 0. NDCG: 1, 1/log2(3), 0, 0. Of a, b, c and z three are
     * shown. Slots: a 4, b 2, c 1 of 7: entropy 1.378783 bits, which is novelty too, since all slots lie within two; by log2(3) it is
     * diversity.
     */
    @Test
    void figuresByHand() {
        assertThat(folder.run().exitCode()).isZero();
        JsonNode metrics = folder.report().get("offline").get("metrics");
        assertThat(values(metrics))
                .containsExactly(
                        "precision@2 0.375000",
                        "recall@2 0.500000",
                        "ndcg@2 0.407732",
                        "coverage@2 0.750000",
                        "novelty@2 1.378783",
                        "diversity@2 0.869916");
        assertThat(folder.report().get("offline").get("by_segment").get("__all__"))
                .isEqualTo(metrics);
        assertThat(row(metrics, "precision@2").has("ci")).isFalse();
    }

    @Test
    void reportsWhatTheGoToolReports() {
        folder.config(METRICS + "  slice_keys: [surface, locale]\n");
        Cli run = folder.run();
        JsonNode report = folder.report();
        assertThat(report.propertyNames())
                .containsExactly(
                        "run_id",
                        "mode",
                        "created_at",
                        "version",
                        "binary_version",
                        "git_commit",
                        "effective_config",
                        "input_dataset_fingerprint",
                        "summary",
                        "offline",
                        "data_quality",
                        "warnings");
        assertThat(report.get("run_id").asString()).matches("offline-\\d{8}T\\d{6}Z");
        assertThat(report.get("version").asString()).isEqualTo("0.1.0");
        assertThat(report.get("offline").get("by_segment").propertyNames())
                .containsExactly("locale=(missing)|surface=home", "locale=(missing)|surface=pdp");
        assertThat(run.err()).contains("slice_keys: no exposure has the context key \"locale\"");
        JsonNode join = report.get("data_quality").get("join_integrity");
        assertThat(join.get("exposure_join_rate").asDouble()).isEqualTo(0.75);
        assertThat(join.get("outcome_count").asInt()).isEqualTo(4);
        assertThat(report.get("effective_config").get("eval").get("Offline").get("SliceKeys"))
                .hasSize(2);
        JsonNode executive = report.get("summary").get("executive");
        assertThat(values(executive.get("highlights")))
                .containsExactly("ndcg@2 0.407732", "precision@2 0.375000", "recall@2 0.500000");
        assertThat(executive.get("next_steps").get(0).asString())
                .isEqualTo("Add a baseline report to measure deltas over time.");
    }

    @Test
    void gatesHoldAgainstAReportOfTheGoTool() {
        String before = baseline("{\"name\":\"PRECISION@2\",\"value\":0.4},{\"name\":\"diversity@2\",\"value\":0.5}");
        folder.config(METRICS + "  gates: [{metric: Precision@2, max_drop: 0.03}]\n");
        Cli run = folder.run("--baseline", before);
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode baseline = folder.report().get("offline").get("baseline");
        assertThat(baseline.get("baseline_run_id").asString()).isEqualTo("offline-20250101T000000Z");
        assertThat(baseline.get("deltas")).hasSize(2);
        JsonNode delta = baseline.get("deltas").get(0);
        assertThat(delta.get("delta").asDouble()).isEqualTo(0.375 - 0.4);
        assertThat(delta.get("relative_delta").asDouble()).isEqualTo((0.375 - 0.4) / 0.4);
        JsonNode executive = folder.report().get("summary").get("executive");
        assertThat(executive.get("decision").asString()).isEqualTo("pass");
        assertThat(executive.get("key_deltas").get(0).get("name").asString()).isEqualTo("diversity@2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{metric: precision@2, max_drop: 0.02} | went from 0.4 to 0.375, a drop of 0.025; at most 0.02",
                "{metric: recall@2} | the baseline does not have it"
            })
    void aFailedGateEndsWithOne(String gate, String why) {
        String before = baseline("{\"name\":\"precision@2\",\"value\":0.4}");
        folder.config(METRICS + "  gates: [" + gate + "]\n");
        Cli run = folder.run("--baseline", before);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(why);
        JsonNode report = folder.report();
        assertThat(report.get("gates").get(0).get("passed").asBoolean()).isFalse();
        assertThat(report.get("summary").get("executive").get("decision").asString())
                .isEqualTo("fail");
        assertThat(report.get("summary").get("executive").get("gate_failures")).hasSize(1);
    }

    /** As there, but for the warning. Novelty is in bits, and may fall by more than 1. */
    @Test
    void aGateThatCanNeverFailIsTold() {
        String before = baseline("{\"name\":\"precision@2\",\"value\":0.9},{\"name\":\"novelty@2\",\"value\":3}");
        folder.config(METRICS + "  gates: [{metric: precision@2, max_drop: 2}, {metric: novelty@2, max_drop: 2}]\n");
        Cli run = folder.run("--baseline", before);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("the gate precision@2: max_drop=2 can never fail, because precision@2 is always from 0 to 1")
                .doesNotContain("novelty@2: max_drop=2 can never fail");
    }

    /** The Go tool passes such gates over and ends with 0. */
    @Test
    void aGateWithoutBaselineFails() {
        folder.config(METRICS + "  gates: [{metric: ndcg@2, max_drop: 0.01}]\n");
        Cli run = folder.run();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("gate on ndcg@2 failed: it needs --baseline");
        assertThat(folder.run("--baseline", folder.output().toString()).exitCode())
                .isZero();
    }

    @Test
    void aReportOfOursIsABaselineToo() {
        Path before = temp.resolve("before.json");
        String logs = temp.resolve("logs").toString();
        CommandRun.on(
                logs, "offline", "--convention", "reference", "--metrics", "precision@2", "--output=json=" + before);
        folder.config(METRICS + "  gates: [{metric: precision@2}]\n");
        assertThat(folder.run("--baseline", before.toString()).exitCode()).isZero();
        assertThat(folder.report().get("offline").get("baseline").get("deltas")).hasSize(1);
        CommandRun.on(logs, "offline", "--metrics", "precision@2", "--output=json=" + before);
        assertThat(folder.run("--baseline", before.toString()).err())
                .contains("made with --convention default, and run computes with reference");
    }

    @Test
    void intervalsComeWithTheBootstrap() {
        folder.config(METRICS + "  bootstrap: {enabled: yes, iterations: 400, ci_level: 0.9}\n");
        assertThat(folder.run().exitCode()).isZero();
        JsonNode metrics = folder.report().get("offline").get("metrics");
        JsonNode ci = row(metrics, "precision@2").get("ci");
        assertThat(ci.get("level").asDouble()).isIn(0.9, 0.95);
        assertThat(ci.get("lower").asDouble()).isBetween(0.0, 0.375);
        assertThat(ci.get("upper").asDouble()).isBetween(0.375, 1.0);
        assertThat(row(metrics, "coverage@2").has("ci")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "stream", "STREAM"})
    void unsortedLogsInEveryScale(String scale) throws IOException {
        Path exposures = temp.resolve("logs/exposures.jsonl");
        List<String> lines = Files.readAllLines(exposures);
        Files.write(exposures, List.of(lines.get(2), lines.get(0), lines.get(3), lines.get(1)));
        folder.config(METRICS + "scale: {mode: " + scale + ", stream: {max_open_requests: 10, temp_dir: /tmp}}\n");
        assertThat(folder.run().exitCode()).isZero();
        assertThat(values(folder.report().get("offline").get("metrics"))).contains("novelty@2 1.378783");
    }

    /** Both ends of the test window count, and the window for training must lie before it. */
    @Test
    void theTestWindowFilters() {
        String split = "  time_split:\n    train: {start: 2026-09-01T00:00:00Z, end: 2026-10-01T00:00:00Z}\n    test: ";
        folder.config(METRICS + split + "{start: 2026-11-01T10:00:00Z, end: \"2026-11-01T11:00:00+01:00\"}\n");
        assertThat(folder.run().exitCode()).isZero();
        assertThat(folder.report().get("summary").get("cases_evaluated").asInt())
                .isEqualTo(4);
        folder.config(METRICS + split + "{start: 2026-11-01T10:00:01Z, end: 2026-11-02T00:00:00Z}\n");
        assertThat(folder.run().exitCode()).isZero();
        JsonNode report = folder.report();
        assertThat(report.get("summary").get("cases_evaluated").asInt()).isZero();
        assertThat(report.get("data_quality")
                        .get("join_integrity")
                        .get("exposure_count")
                        .asInt())
                .isZero();
        folder.config(METRICS + split + "{start: 2026-09-10T00:00:00Z, end: 2026-11-02T00:00:00Z}\n");
        assertThat(folder.run().err()).contains("eval.yaml:12", "test.start lies before the end of the train window");
    }

    @Test
    void historyIsKept() throws IOException {
        Path history = temp.resolve("runs/all");
        folder.config(METRICS + "  history_dir: " + history + "\n");
        folder.run("--output-format", "md");
        folder.run("--output-format", "md");
        try (Stream<Path> kept = Files.list(history)) {
            assertThat(kept.map(Path::getFileName).map(Path::toString))
                    .hasSize(2)
                    .allMatch(name -> name.matches("offline-\\d{8}T\\d{6}Z(-2)?\\.json"));
        }
    }

    @Test
    void secretsStayOutOfTheReport() {
        folder.dataset(String.join(
                "\n",
                "exposures: {type: jsonl, path: '" + temp.resolve("logs/exposures.jsonl")
                        + "', dsn: 'postgres://a:hush@b/c'}",
                "outcomes: {type: jsonl, path: '" + temp.resolve("logs/outcomes.jsonl") + "'}"));
        folder.config(METRICS + "artifacts: {object_store: {s3: {access_key: hush, secret_key: hush, bucket: b}}}\n");
        assertThat(folder.run().exitCode()).isZero();
        assertThat(folder.text()).doesNotContain("hush").contains("\"***\"", "\"Bucket\"");
    }

    @Test
    void theFingerprintIsThatOfTheData() throws IOException {
        folder.run();
        String first = folder.report().get("input_dataset_fingerprint").asString();
        folder.run();
        assertThat(folder.report().get("input_dataset_fingerprint").asString()).isEqualTo(first);
        Path outcomes = temp.resolve("logs/outcomes.jsonl");
        Files.writeString(outcomes, Files.readString(outcomes).replace("\"u4\"", "\"u9\""));
        folder.run();
        assertThat(folder.report().get("input_dataset_fingerprint").asString()).isNotEqualTo(first);
    }

    @Test
    void everyFormHasTheFacts() {
        new LogFolder(temp.resolve("logs"))
                .exposure("r1", "u1", "<b>|`x`*", "a", "b")
                .click("r1", "u1", "a")
                .write();
        folder.config(METRICS + "  slice_keys: [surface]\n  gates: [{metric: ndcg@2}]\n");
        assertThat(folder.run("--output-format", "markdown").exitCode()).isEqualTo(1);
        assertThat(folder.text())
                .startsWith("# Recsys Eval Report\n\n**Fail.**")
                .contains("## Executive Summary", "## Offline Metrics", "## Regression Gates", "## Data Quality")
                .contains("| `precision@2` | 0.500000 |", "outcome_join_rate")
                .doesNotContain("<b>");
        assertThat(folder.run("--output-format", "HTML").exitCode()).isEqualTo(1);
        assertThat(folder.text())
                .startsWith("<!DOCTYPE html>")
                .contains("Executive Summary", "precision@2")
                .doesNotContain("<b>");
    }

    private String baseline(String metrics) {
        try {
            String report = "{\"run_id\":\"offline-20250101T000000Z\",\"mode\":\"offline\",\"offline\":{\"metrics\":["
                    + metrics + "]}}";
            return Files.writeString(temp.resolve("go.json"), report).toString();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static List<String> values(JsonNode metrics) {
        return metrics.valueStream()
                .map(metric -> String.format(
                        java.util.Locale.ROOT,
                        "%s %.6f",
                        metric.get("name").asString(),
                        metric.get("value").asDouble()))
                .toList();
    }
}
