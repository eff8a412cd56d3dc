package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
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
                .contains("error rate is 3 %, at most 2.9 % is allowed")
                .contains("latency p99 is 99 ms, at most 98.9 ms is allowed");
    }

    /** Two numbers that differ look different. */
    @Test
    void saysAFigureWithTheDigitsThatTellItFromItsLimit() {
        Logs logs = new Logs(folder);
        for (int i = 1; i <= 300; i++) {
            logs.exposure("r" + i, "u" + i, 2, "\"error\":" + (i <= 7));
        }
        logs.click("r1", "u1", 2);

        // 7 / 300 = 0.0233333...
        FixedRun failed = FixedRun.of(logs.command("report", "--max-error-rate", "0.023332"));

        assertThat(failed.err()).contains("error rate is 2.3333 %, at most 2.3332 % is allowed");
    }

    /** The limit on invalid lines that every run has is not the user's, and ends it all the same. */
    @Test
    void saysWhoSetALimitAndWhatItDecides() {
        Logs logs = new Logs(folder).exposure("r1", "u1", 2, "").line("{").click("r1", "u1", 2);
        FixedRun run = FixedRun.of(logs.command("report", "--format=json"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(invalidExposures(run))
                .containsExactly(tuple("default", "trust", "fail"), tuple("default", "exit_code", "fail"));
        FixedRun given = FixedRun.of(logs.command("report", "--format=json", "--max-invalid-rate=0.5"));
        assertThat(given.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(invalidExposures(given))
                .containsExactly(tuple("default", "trust", "fail"), tuple("user", "exit_code", "pass"));
    }

    private static Stream<Tuple> invalidExposures(FixedRun run) {
        return JsonMapper.shared()
                .readTree(run.out())
                .at("/data_quality/limits")
                .valueStream()
                .filter(row -> row.path("name").asString().equals("invalid_exposures"))
                .map(row -> tuple(
                        row.path("set_by").asString(),
                        row.path("decides").asString(),
                        row.path("verdict").asString()));
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

    /** Latencies 1 to 100 ms and 3 failures of 100; then a tenth slower, and 4 failures. */
    @Test
    void holdsGuardrailsAgainstAnEarlierReport() throws IOException {
        Path baseline = folder.resolve("baseline.json");
        FixedRun.of(withLatencies(1, 3).command("report", "--output", "json=" + baseline));
        Logs slower = withLatencies(1.1, 4);

        // p95 is 95, then 104.5: a rise of 10 % or 9.5 ms. error_rate is 3 %, then 4 %: a third, or one point.
        assertThat(FixedRun.of(slower.command(
                                "report",
                                "--baseline=" + baseline,
                                "--max-latency-p95-increase=10.001%",
                                "--max-latency-p99-increase=10ms",
                                "--max-empty-rate-increase=0",
                                "--max-error-rate-increase=1.001pp"))
                        .exitCode())
                .isEqualTo(ExitCode.OK);
        FixedRun failed = FixedRun.of(slower.command(
                "report",
                "--format=json",
                "--baseline=" + baseline,
                "--max-latency-p95-increase=9ms",
                "--max-latency-p99-increase=9.99%",
                "--max-error-rate-increase=33%"));
        assertThat(failed.exitCode()).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(failed.err())
                .contains(
                        "increase of latency p95 is 9.5 ms, at most 9 ms above the baseline is allowed (95 ms before,")
                .contains("increase of latency p99 is 10")
                .contains("increase of error rate is 33.33 %, at most 33 % above the baseline is allowed");
        JsonNode limits = JsonMapper.shared().readTree(failed.out()).at("/guardrails/limits");
        assertThat(limits.valueStream())
                .extracting(
                        row -> row.path("name").asString(),
                        row -> row.path("unit").asString(),
                        row -> row.path("baseline").asDouble(),
                        row -> row.path("verdict").asString())
                .containsExactly(
                        tuple("error_rate_increase", "relative", 0.03, "fail"),
                        tuple("latency_p95_ms_increase", "ms", 95.0, "fail"),
                        tuple("latency_p99_ms_increase", "relative", 99.0, "fail"));
        assertThat(limits.path(1).path("value").asDouble()).isCloseTo(9.5, within(1e-9));
        assertThat(limits.path(1).path("interval").path("method").asString()).isEqualTo("mover");
        assertThat(FixedRun.of(slower.command("report", "--baseline=" + baseline, "--max-latency-p95-increase=9ms"))
                        .out())
                .contains("at most 9.0 ms above the baseline", "fails");
    }

    /** 11 and 16 of 1,000 fail, 130.2 and 143.22 ms at the 95th percentile: 0.5 points and 10 %, and a little more as binary numbers. */
    @Test
    void anIncreaseOfJustTheLimitHolds() {
        Path baseline = folder.resolve("baseline.json");
        FixedRun.of(constant(11, "130.2").command("report", "--output", "json=" + baseline));
        FixedRun run = FixedRun.of(constant(16, "143.22")
                .command(
                        "report",
                        "--baseline=" + baseline,
                        "--max-error-rate-increase=0.5pp",
                        "--max-latency-p95-increase=10%"));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(FixedRun.of(constant(17, "143.22")
                                .command("report", "--baseline=" + baseline, "--max-error-rate-increase=0.5pp"))
                        .exitCode())
                .isEqualTo(ExitCode.LIMIT_FAILED);
    }

    /** Half of the baseline's latencies are in microseconds: beside those every other log is quick. */
    @Test
    void noIncreaseIsMeasuredFromABaselineInTwoUnits() {
        Path baseline = folder.resolve("baseline.json");
        Path tolerated = folder.resolve("tolerated.json");
        Logs mixed = new Logs(folder);
        for (int i = 1; i <= 1000; i++) {
            mixed.exposure(
                    "r" + i, "u" + i, 2, "\"error\":false,\"latency_ms\":" + (50 + i % 20) * (i % 2 == 0 ? 1000 : 1));
        }
        mixed.click("r1", "u1", 2);
        FixedRun.of(mixed.command("report", "--output", "json=" + baseline));
        FixedRun.of(mixed.command("report", "--tolerate=J11", "--output", "json=" + tolerated));
        Logs sound = constant(0, "60");
        FixedRun run = FixedRun.of(sound.command(
                "report", "--baseline=" + baseline, "--max-latency-p95-increase=10%", "--max-error-rate-increase=0pp"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(run.err())
                .contains("increase of latency p95 cannot be evaluated")
                .contains("the baseline cannot be relied on")
                .doesNotContain("error rate");
        assertThat(FixedRun.of(sound.command("report", "--baseline=" + tolerated, "--max-latency-p95-increase=10%"))
                        .exitCode())
                .isEqualTo(ExitCode.OK);
    }

    private Logs constant(int failed, String latency) {
        Logs logs = new Logs(folder);
        for (int i = 1; i <= 1000; i++) {
            logs.exposure("r" + i, "u" + i, 2, "\"latency_ms\":" + latency + ",\"error\":" + (i <= failed));
        }
        return logs.click("r1", "u1", 2);
    }

    @Test
    void increaseThatCannotBeEvaluatedFails() throws IOException {
        Logs logs = withLatencies(1, 3);
        FixedRun none = FixedRun.of(logs.command("report", "--max-latency-p95-increase=0%"));
        assertThat(none.exitCode()).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(none.err()).contains("latency p95 cannot be evaluated", "give --baseline report.json");

        Path silent = folder.resolve("silent.json");
        FixedRun.of(new Logs(folder)
                .exposure("r1", "u1", 2, "")
                .click("r1", "u1", 2)
                .command("report", "--output=json=" + silent));
        FixedRun missing = FixedRun.of(withLatencies(1, 3)
                .command(
                        "report",
                        "--baseline=" + silent,
                        "--max-latency-p95-increase=5%",
                        "--max-empty-rate-increase=5%"));
        assertThat(missing.exitCode()).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(missing.err()).contains("the baseline has no value");

        Path zero = folder.resolve("zero.json");
        FixedRun.of(withLatencies(1, 0).command("report", "--output=json=" + zero));
        assertThat(FixedRun.of(withLatencies(1, 1)
                                .command("report", "--baseline=" + zero, "--max-error-rate-increase=50%"))
                        .err())
                .contains("the baseline is 0, of which nothing is a share; use an absolute limit");
        assertThat(FixedRun.of(withLatencies(1, 0)
                                .command("report", "--baseline=" + zero, "--max-error-rate-increase=0"))
                        .exitCode())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void refusesIncreasesThatAreNoneAndBaselinesOfOtherDefinitions() throws IOException {
        Logs logs = withLatencies(1, 3);
        for (String wrong : List.of("5", "-5%", "5s", "0.1pp", "five")) {
            FixedRun run = FixedRun.of(logs.command("report", "--max-latency-p95-increase=" + wrong));
            assertThat(run.exitCode()).as(wrong).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("takes a share of the baseline, such as 10%, or milliseconds");
        }
        assertThat(FixedRun.of(logs.command("report", "--baseline=" + folder.resolve("none.json")))
                        .exitCode())
                .isEqualTo(ExitCode.INPUT);
        Path dollars = folder.resolve("dollars.json");
        FixedRun.of(logs.command("report", "--value-unit=USD", "--output=json=" + dollars));
        FixedRun other = FixedRun.of(logs.command("report", "--value-unit=EUR", "--baseline=" + dollars));
        assertThat(other.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(other.err()).contains("--value-unit USD, this run uses EUR");
        assertThat(FixedRun.of(logs.command("report", "--baseline=" + dollars)).exitCode())
                .isEqualTo(ExitCode.OK);
    }

    private Logs withLatencies(double factor, int failed) {
        Logs logs = new Logs(folder);
        for (int i = 1; i <= 100; i++) {
            logs.exposure("r" + i, "u" + i, 2, "\"latency_ms\":" + i * factor + ",\"error\":" + (i <= failed));
        }
        return logs.click("r1", "u1", 2);
    }
}
