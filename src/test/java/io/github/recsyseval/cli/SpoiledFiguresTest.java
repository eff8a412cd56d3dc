package io.github.recsyseval.cli;

import static io.github.recsyseval.cli.ExperimentLogs.comparison;
import static io.github.recsyseval.cli.ExperimentLogs.decision;
import static io.github.recsyseval.cli.ExperimentLogs.guardrail;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Nothing is decided by a figure whose field is logged wrongly, and everything else is decided as ever. */
class SpoiledFiguresTest {
    @TempDir
    Path folder;

    private ExperimentLogs logs;

    @BeforeEach
    void begin() {
        logs = new ExperimentLogs(folder);
    }

    /** Clicks that ship; a request in five of the candidate logs seconds instead of milliseconds. */
    private void withSeconds() {
        for (int i = 0; i < 600; i++) {
            logs.request("A" + i, "A", i % 5 == 0 ? 1 : 0, "\"error\":false,\"latency_ms\":" + (80 + i % 60));
            String latency = i % 5 == 0 ? "0." + (100 + i % 60) : Integer.toString(80 + i % 60);
            logs.request("B" + i, "B", i % 2, "\"error\":false,\"latency_ms\":" + latency);
        }
    }

    /** Values alike in both arms, from 10 to 89; the first {@code wrong} conversions of the candidate times {@code factor}. */
    private void withConversions(int wrong, double factor, String experimentKeys) {
        for (int i = 0; i < 300; i++) {
            for (String arm : new String[] {"A", "B"}) {
                String user = arm + i;
                String more = "\"error\":false,\"latency_ms\":50"
                        + (experimentKeys.isEmpty() ? "" : experimentKeys.replace("?", arm));
                logs.request(user, experimentKeys.isEmpty() ? arm : null, arm.equals("B") ? i % 2 : i % 5 / 4, more);
                if (i % 4 == 0) {
                    boolean off = arm.equals("B") && i / 4 < wrong;
                    logs.conversion(user, (10 + i * 7 % 80) * (off ? factor : 1));
                }
            }
        }
    }

    @Test
    void latencyInTwoUnitsHoldsEvenByADefaultGuardrail() {
        withSeconds();
        Cli run = logs.run("--control", "A");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(guardrail(run, "latency_p95_ms").get("verdict").asString()).isEqualTo("untrusted");
        assertThat(decision(run).get("reasons").get(0).asString())
                .startsWith("latency p95 cannot be judged: J11 latency-mixed: latency is measured in different units");
        assertThat(decision(run).get("what_would_change").toString()).contains("--tolerate");
        assertThat(finding(run, "J11").get("spoils").asString()).isEqualTo("ms");
        // trust in everything else stays
        assertThat(run.json().get("summary").get("trusted").booleanValue()).isTrue();
        assertThat(guardrail(run, "error_rate").get("verdict").asString()).isEqualTo("holds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-default-guardrails", "--tolerate=J11", "--tolerate=latency-mixed"})
    void whereLatencyDoesNotDecideOrIsTakenAsRightTheRestShips(String option) {
        withSeconds();
        Cli run = logs.run("--control", "A", option);
        assertThat(decision(run).get("decision").asString()).isEqualTo("ship");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    }

    /** A cache answers in 3 ms, the model in 90: two places, of which a percentile is still a percentile. */
    @Test
    void aCacheSpoilsNothing() {
        for (int i = 0; i < 600; i++) {
            String more = "\"error\":false,\"latency_ms\":" + (i % 3 == 0 ? 3 : 80 + i % 20);
            logs.request("A" + i, "A", i % 5 == 0 ? 1 : 0, more);
            logs.request("B" + i, "B", i % 2, more);
        }
        Cli run = logs.run("--control", "A");
        assertThat(finding(run, "J11").get("spoils").isNull()).isTrue();
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    }

    /** 44 of the candidate's 75 conversions, and the same by a tenth of them. */
    @ParameterizedTest
    @CsvSource({"44, 100", "12, 100", "44, 0.01"})
    void valuesInTwoUnitsInOneArmHoldADecisionByRevenue(int wrong, double factor) {
        withConversions(wrong, factor, "");
        Cli run = logs.run("--control", "A", "--primary", "revenue_per_exposure");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(decision(run).get("reasons").get(0).asString())
                .startsWith("revenue_per_exposure cannot be judged: J14 unit:")
                .contains("conversions of variant B");
        JsonNode revenue = comparison(run, "revenue_per_exposure");
        assertThat(revenue.get("verdict").asString()).isEqualTo("unknown");
        assertThat(revenue.get("reason").asString()).startsWith("J14 unit");
        assertThat(finding(run, "J14").get("count").asInt()).isEqualTo(wrong);
        assertThat(finding(run, "J14").get("n").asInt()).isEqualTo(75);
    }

    @Test
    void slicesSayNothingOfItEither() {
        withConversions(
                44, 100, ",\"context\":{\"experiment_id\":\"exp\",\"experiment_variant\":\"?\",\"surface\":\"home\"}");
        Cli run = logs.run("--control", "A", "--primary", "ctr,revenue_per_exposure", "--slice", "surface");
        assertThat(ExperimentLogs.experiment(run).get("slices").size()).isEqualTo(2);
        for (JsonNode row : ExperimentLogs.experiment(run).get("slices")) {
            boolean revenue = row.get("metric").asString().equals("revenue_per_exposure");
            assertThat(row.get("verdict").asString().equals("unknown")).isEqualTo(revenue);
            assertThat(row.get("p_value").isNull()).isEqualTo(revenue);
        }
    }

    @Test
    void valuesInTwoUnitsDoNotTouchADecisionByClicks() {
        withConversions(44, 100, "");
        assertThat(logs.run("--control", "A").exitCode()).isEqualTo(ExitCode.OK);
        Cli guarded = logs.run("--control", "A", "--guardrail", "revenue_per_exposure: max_relative_drop=5%");
        assertThat(guarded.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(decision(guarded).get("reasons").get(0).asString())
                .startsWith("revenue per exposure cannot be judged: J14 unit");
    }

    @Test
    void armsOfTheContextAreLookedAtToo() {
        withConversions(44, 100, ",\"context\":{\"experiment_id\":\"exp\",\"experiment_variant\":\"?\"}");
        Cli run = logs.run("--control", "A", "--primary", "revenue_per_exposure");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(finding(run, "J14").get("evidence").asString()).contains("58.7 % of the conversions of variant B");
    }

    @Test
    void valuesThatAreAlikeInBothArmsAreNoFinding() {
        withConversions(0, 1, "");
        Cli run = logs.run("--control", "A");
        assertThat(run.json().at("/data_quality/findings").valueStream())
                .extracting(finding -> finding.get("code").asString())
                .containsExactly("J28"); // Each list has its outcomes on the first item here.
    }

    @Test
    void noLimitOfAReportHoldsByWhatIsLoggedWrongly() {
        withSeconds();
        logs.run("--control", "A");
        String[] report = {
            "report",
            "--format",
            "json",
            "--exposures",
            folder.resolve("e.jsonl").toString(),
            "--outcomes",
            folder.resolve("o.jsonl").toString(),
            "--max-latency-p95-ms",
            "500",
            "--max-error-rate",
            "0.5"
        };
        Cli run = Run.of(report);
        assertThat(run.exitCode()).isEqualTo(ExitCode.LIMIT_FAILED);
        JsonNode limits = run.json().get("guardrails").get("limits");
        assertThat(limits.get(0).get("verdict").asString()).isEqualTo("pass");
        assertThat(limits.get(1).get("value").isNull()).isTrue();
        assertThat(limits.get(1).get("message").asString())
                .startsWith("latency p95 cannot be evaluated, at most 500 ms is allowed; J11 latency-mixed");
        for (JsonNode row : run.json().get("guardrails").get("metrics")) {
            assertThat(row.get("trusted").booleanValue())
                    .isEqualTo(!row.get("unit").asString().equals("ms"));
        }
        String[] tolerant = Arrays.copyOf(report, report.length + 2);
        tolerant[report.length] = "--tolerate";
        tolerant[report.length + 1] = "J11";
        assertThat(Run.of(tolerant).exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void onlyWhatIsAboutOneKindOfFigureIsTolerated() {
        Cli run = logs.run("--control", "A", "--tolerate", "J03");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--tolerate takes J11, J13 and J14");
        assertThat(logs.run("--control", "A", "--tolerate", "unti").err())
                .contains("--tolerate: no finding \"unti\"; did you mean unit?");
    }

    private static JsonNode finding(Cli run, String code) {
        for (JsonNode row : run.json().get("data_quality").get("findings")) {
            if (row.get("code").asString().equals(code)) {
                return row;
            }
        }
        throw new AssertionError("no finding " + code);
    }
}
