package io.github.recsyseval.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.schema.SchemaCatalog;
import io.github.recsyseval.schema.SchemaValidator;
import io.github.recsyseval.schema.Violation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the data, the JSON report matches its published schema. */
class ReportContractTest {
    private static final SchemaValidator VALIDATOR =
            SchemaCatalog.load("report.v1").newValidator();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"clean, join", "clean, offline", "clean, report", "faults, join", "faults, offline", "faults, report"})
    void holdsForTheSamples(String set, String command) {
        String data = "testdata/" + set + "/";
        FixedRun run = FixedRun.of(
                command,
                "--exposures",
                data + "exposures.jsonl",
                "--outcomes",
                data + "outcomes.jsonl",
                "--assignments",
                data + "assignments.jsonl",
                "--slice",
                "surface",
                "--slice",
                "surface,platform",
                "--max-invalid-rate",
                "1",
                "--format",
                "json");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertMatches(run.out());
    }

    @Test
    void holdsForGatesBaselinesAndTheBootstrap() {
        String data = "testdata/clean/";
        FixedRun run = FixedRun.of(
                "offline",
                "--exposures",
                data + "exposures.jsonl",
                "--outcomes",
                data + "outcomes.jsonl",
                "--metrics",
                "ndcg@10,auc,gini@5,novelty@5,effective_catalogue@5",
                "--slice",
                "surface",
                "--top-slices",
                "1",
                "--bootstrap",
                "50",
                "--baseline-exposures",
                data + "exposures.jsonl",
                "--gate",
                "ndcg@10: max_drop=0, mode=ci",
                "--gate",
                "ndcg@10[surface=mars]: min=0",
                "--format",
                "json");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.GATE_FAILED);
        assertMatches(run.out());
    }

    @Test
    void holdsWithoutExposures() {
        assertMatches(report(new Logs(folder).click("r1", "u1", 2)));
    }

    @Test
    void holdsWithoutAnything() {
        assertMatches(report(new Logs(folder)));
    }

    @Test
    void holdsWithoutOutcomesAndWithoutLatency() {
        String json = report(new Logs(folder).exposure("r1", "u1", 2, "").exposure("r2", "u2", 2, ""));
        assertMatches(json);
        assertThat(json).contains("no latency is logged");
    }

    @Test
    void holdsForOneUserWithAClickThroughRateAboveOne() {
        String json = report(new Logs(folder)
                .exposure("r1", "u1", 2, "")
                .click("r1", "u1", 2)
                .click("r1", "u1", 2));
        assertMatches(json);
        assertThat(json).contains("\"value\" : 2.0");
    }

    @Test
    void holdsWhenAllLatenciesAreEqual() {
        Logs logs = new Logs(folder);
        for (int i = 0; i < 30; i++) {
            logs.exposure("r" + i, "u" + i, 2, "\"latency_ms\":0");
        }
        assertMatches(report(logs));
    }

    @Test
    void holdsForHugeValues() {
        Logs logs = new Logs(folder)
                .exposure("r1", "u1", 2, "\"latency_ms\":1e308")
                .exposure("r2", "u2", 2, "\"latency_ms\":1e-300");
        assertMatches(report(logs));
    }

    private String report(Logs logs) {
        FixedRun run = FixedRun.of(logs.command(
                "report",
                "--format",
                "json",
                "--max-empty-rate",
                "0",
                "--max-error-rate",
                "0",
                "--max-latency-p95-ms",
                "0",
                "--max-latency-p99-ms",
                "1"));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.LIMIT_FAILED);
        return run.out();
    }

    private static void assertMatches(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        List<Violation> violations = VALIDATOR.validate(bytes, 0, bytes.length);
        assertThat(violations).isEmpty();
        assertThat(json).doesNotContain("NaN").doesNotContain("Infinity");
    }
}
