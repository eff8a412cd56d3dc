package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GuardrailReportTest {
    private static final String EMPTY =
            "{\"request_id\":\"%s\",\"user_id\":\"%s\",\"ts\":\"2026-11-02T10:00:00Z\",\"items\":[]%s}";

    @TempDir
    Path folder;

    @Test
    void countsEmptyListsByWhatTheExposureSaysAboutAnError() {
        FixedRun run = FixedRun.of(new Logs(folder)
                .exposure("r1", "u1", 2, "\"error\":false")
                .exposure("r2", "u2", 2, "\"error\":true")
                .exposure("r3", "u3", 2, "")
                .line(String.format(EMPTY, "r4", "u4", ",\"error\":true"))
                .line(String.format(EMPTY, "r5", "u5", ",\"error\":false"))
                .line(String.format(EMPTY, "r6", "u6", ""))
                .line(String.format(EMPTY, "r7", "u7", ""))
                .command("report", "--format", "json"));
        JsonNode guardrails = JsonMapper.shared().readTree(run.out()).path("guardrails");

        assertThat(guardrails.path("empty_by_error").valueStream())
                .extracting(
                        row -> row.path("error").asString(),
                        row -> row.path("exposures").asInt(),
                        row -> row.path("empty").asInt(),
                        row -> row.path("empty_rate").asDouble())
                .containsExactly(
                        tuple("true", 2, 1, 0.5), tuple("false", 2, 1, 0.5), tuple("not_logged", 3, 2, 2.0 / 3));
        assertThat(guardrails.path("error_logged").path("n").asInt()).isEqualTo(4);
        assertThat(guardrails.path("error_logged").path("rate").asDouble()).isEqualTo(4.0 / 7);
    }

    @Test
    void holdsALimitThatIsReachedAndFailsOneThatIsExceeded() {
        Logs logs = new Logs(folder);
        for (int i = 1; i <= 100; i++) {
            logs.exposure("r" + i, "u" + i, 2, "\"latency_ms\":" + i + ",\"error\":" + (i <= 3));
        }
        logs.click("r1", "u1", 2);

        // x at rank ceil(0.95 * 100) is 95, at rank 99 it is 99; 3 of 100 failed.
        assertThat(FixedRun.of(logs.command("report", "--max-latency-p95-ms", "95", "--max-error-rate", "0.03"))
                        .exitCode())
                .isEqualTo(ExitCode.OK);
        FixedRun failed =
                FixedRun.of(logs.command("report", "--max-latency-p99-ms", "98.9", "--max-error-rate", "0.029"));
        assertThat(failed.exitCode()).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(failed.err())
                .contains("error rate is 3 %, at most 2.90 % is allowed")
                .contains("latency p99 is 99 ms, at most 98.9 ms is allowed");
    }

    @Test
    void takesZeroForALimit() {
        Logs logs = new Logs(folder)
                .exposure("r1", "u1", 2, "\"error\":false")
                .line(String.format(EMPTY, "r2", "u2", ",\"error\":false"))
                .click("r1", "u1", 2);

        assertThat(FixedRun.of(logs.command("report", "--max-error-rate", "0")).exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(FixedRun.of(logs.command("report", "--max-empty-rate", "0")).exitCode())
                .isEqualTo(ExitCode.LIMIT_FAILED);
    }

    @Test
    void failsALimitOnWhatIsNotLogged() {
        Logs logs = new Logs(folder).exposure("r1", "u1", 2, "").click("r1", "u1", 2);
        FixedRun run = FixedRun.of(logs.command("report", "--max-error-rate", "1", "--max-latency-p95-ms", "1000"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(run.err())
                .contains("error rate cannot be evaluated, at most 100 % is allowed; no exposure logs error")
                .contains("latency p95 cannot be evaluated, at most 1000 ms is allowed; no exposure logs latency_ms");
    }

    @Test
    void strictFailsForFindingsAsForLimits() {
        String data = "testdata/faults/";
        FixedRun run = FixedRun.of(
                "report",
                "--exposures",
                data + "exposures.jsonl",
                "--outcomes",
                data + "outcomes.jsonl",
                "--max-invalid-rate",
                "1",
                "--strict");

        assertThat(run.exitCode()).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(run.err()).contains("outcome join rate is").contains("J15 ranks");
    }

    @Test
    void refusesLimitsThatAreNone() {
        Logs logs = new Logs(folder).exposure("r1", "u1", 2, "");

        assertThat(FixedRun.of(logs.command("report", "--max-empty-rate", "5")).exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(FixedRun.of(logs.command("report", "--max-latency-p95-ms", "NaN"))
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void putsEveryLatencyIntoOneBin() {
        Logs logs = new Logs(folder);
        for (int i = 0; i < 1000; i++) {
            logs.exposure("r" + i, "u" + i, 2, "\"latency_ms\":" + (i == 7 ? 99_999 : i % 250 + 0.5));
        }
        JsonNode latency = JsonMapper.shared()
                .readTree(
                        FixedRun.of(logs.command("report", "--format", "json")).out())
                .path("guardrails")
                .path("latency");

        JsonNode bins = latency.path("bins");
        assertThat(bins.valueStream().mapToLong(bin -> bin.path("n").asLong()).sum())
                .isEqualTo(1000);
        assertThat(bins.size()).isBetween(10, 40);
        // 0.5, 1.5, ..., 249.5 four times each and 7.5 once replaced: [0, 10) holds 10 values of four, less one.
        assertThat(bins.path(0).path("to_ms").asDouble()).isEqualTo(10);
        assertThat(bins.path(0).path("n").asInt()).isEqualTo(39);
        assertThat(bins.path(bins.size() - 1).path("to_ms").isNull()).isTrue();
        assertThat(bins.path(bins.size() - 1).path("n").asInt()).isEqualTo(1);
        assertThat(latency.path("max_ms").asDouble()).isEqualTo(99_999);
    }
}
