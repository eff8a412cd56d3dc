package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A key with 3,000 values: every tenth has three exposures, 900 in sum, the others one each. So the largest 1,000 are 300 with three
 * exposures and the first 700 by name with one, 1,600 exposures; the other 2,000 slices have one each, and the users u0 to u39.
 */
class ManySlicesTest {
    private static final int SLICES = 3_000;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void logs() throws IOException {
        List<String> exposures = new ArrayList<>();
        List<String> outcomes = new ArrayList<>();
        List<String> assignments = new ArrayList<>();
        for (int slice = 0; slice < SLICES; slice++) {
            for (int i = 0; i < (slice % 10 == 0 ? 3 : 1); i++) {
                String request = "r" + exposures.size();
                String user = "u" + exposures.size() % 40;
                exposures.add(line(request, user) + ",\"items\":[{\"item_id\":\"i1\",\"rank\":1}],\"latency_ms\":5,"
                        + "\"context\":{\"tenant_id\":\"" + name(slice) + "\"}}");
                outcomes.add(line(request, user) + ",\"item_id\":\"i1\",\"event_type\":\"click\"}");
                assignments.add(line(request, user) + ",\"experiment_id\":\"x\",\"variant\":\"v"
                        + exposures.size() % 40 % 8 + "\"}");
            }
        }
        Files.write(folder.resolve("exposures.jsonl"), exposures);
        Files.write(folder.resolve("outcomes.jsonl"), outcomes);
        Files.write(folder.resolve("assignments.jsonl"), assignments);
    }

    private static String line(String request, String user) {
        return "{\"request_id\":\"" + request + "\",\"user_id\":\"" + user + "\",\"ts\":\"2026-11-02T10:00:00Z\"";
    }

    private static String name(int slice) {
        return "t" + (10_000 + slice);
    }

    private static JsonNode report(String command, String... more) {
        List<String> args = new ArrayList<>(List.of("--slice", "tenant_id"));
        args.addAll(List.of(more));
        CommandRun run = CommandRun.on(folder.toString(), command, args.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        return run.report();
    }

    @Test
    void theLargestHaveFiguresOfTheirOwnAndTheOthersTogether() {
        JsonNode report = report("report");
        JsonNode breakdown = report.at("/slices/0");
        assertThat(breakdown.get("slices").asInt()).isEqualTo(SLICES);
        assertThat(breakdown.get("too_few").asInt()).isEqualTo(SLICES);
        assertThat(breakdown.get("seen")).hasSize(1_000);
        assertThat(breakdown.at("/rest/slices").asInt()).isEqualTo(2_000);
        assertThat(breakdown.at("/rest/n").asInt()).isEqualTo(2_000);
        assertThat(breakdown.at("/rest/users").asInt()).isEqualTo(40);
        JsonNode ctr = CommandRun.row(breakdown.at("/rest/metrics"), "ctr");
        assertThat(ctr.get("value").asDouble()).isEqualTo(1);
        assertThat(ctr.get("n").asInt()).isEqualTo(2_000);
        assertThat(breakdown.at("/other/slices").asInt()).isEqualTo(SLICES - 20);
        assertThat(breakdown.at("/other/n").asInt()).isEqualTo(3_600 - 60);
        for (String section : List.of("data_quality", "kpis", "guardrails")) {
            JsonNode slices = report.get(section).get("by_segment");
            assertThat(slices).hasSize(1_000);
            assertThat(slices.has("tenant_id=" + name(2_990))).isTrue();
            assertThat(slices.has("tenant_id=" + name(777))).isTrue();
            assertThat(slices.has("tenant_id=" + name(778))).isFalse();
        }
        assertThat(report.get("warnings").toString())
                .contains("tenant_id has 3,000 slices: the largest 1,000 have metrics of their own");
    }

    @Test
    void moreCanBeAskedFor() {
        JsonNode report = report("join", "--top-slices", "1500");
        assertThat(report.at("/data_quality/by_segment")).hasSize(1_500);
        assertThat(report.at("/slices/0/rest/n").asInt()).isEqualTo(1_500);
        assertThat(report("join", "--top-slices", "3000").at("/slices/0/rest").isNull())
                .isTrue();
    }

    /** 100 metrics of lists, and the share of lists with a relevant item: 50,000 / 101 slices are 495. */
    @Test
    void theMoreFiguresTheFewerSlicesHaveThem() {
        String metrics =
                IntStream.rangeClosed(1, 100).mapToObj(k -> "ndcg@" + k).collect(Collectors.joining(","));
        JsonNode slices = report("offline", "--metrics", metrics).at("/offline/by_segment");
        assertThat(slices.size()).isBetween(450, 500);
    }

    @Test
    void aGateIsJudgedInTheSliceThatItNamesHoweverSmallThatIs() {
        JsonNode report = report(
                "offline",
                "--allow-untrusted",
                "--slice-floor",
                "0",
                "--gate",
                "mrr@10[tenant_id=" + name(2_999) + "]: min=1");
        assertThat(report.at("/gates/0/verdict").asString()).isEqualTo("pass");
        assertThat(report.at("/offline/by_segment")).hasSize(1_001);
        assertThat(report.at("/slices/0/rest/n").asInt()).isEqualTo(1_999);
    }

    @Test
    void aPairedBaselineIsComparedInTheSlicesThatAreShown() {
        JsonNode report = report("offline", "--baseline-exposures", folder + "/exposures.jsonl");
        assertThat(report.at("/offline/baseline/by_segment")).hasSize(1_000);
    }

    @Test
    void comparedReportsSayThatSlicesAreMissing() throws IOException {
        Path file = folder.resolve("report.json");
        Files.writeString(file, report("report").toString());
        CommandRun run = CommandRun.of("compare", file.toString(), file.toString(), "--format", "json");
        assertThat(run.report().at("/slices/0/status").asString()).isEqualTo("too_many_values");
        assertThat(run.report().at("/moves/0/splits/0/reason").asString())
                .isEqualTo("too many values to show every slice");
    }

    /** Nine values of a mebicharacter are more than a breakdown can be told apart by. */
    @Test
    void aBreakdownWithTooManyValuesShowsNone(@TempDir Path other) {
        ExperimentLogs logs = new ExperimentLogs(other);
        for (int i = 0; i < 80; i++) {
            String note = i < 9 ? String.valueOf(i).repeat(1 << 20) : "none";
            logs.request(
                    "u" + i, i % 2 == 0 ? "A" : "B", i % 3, "\"latency_ms\":5,\"context\":{\"note\":\"" + note + "\"}");
        }
        JsonNode experiment = logs.run("--control", "A", "--slice", "note").json();
        assertThat(experiment.at("/slices/0/status").asString()).isEqualTo("too_many_values");
        assertThat(experiment.at("/experiment/slices")).isEmpty();
        logs.writeAs("exposures.jsonl", "outcomes.jsonl");
        for (String command : List.of("report", "join", "offline")) {
            JsonNode report =
                    CommandRun.on(other.toString(), command, "--slice", "note").report();
            assertThat(report.at("/slices/0/status").asString()).isEqualTo("too_many_values");
            assertThat(report.at("/data_quality/by_segment")).isEmpty();
        }
        JsonNode paired = CommandRun.on(
                        other.toString(),
                        "offline",
                        "--slice",
                        "note",
                        "--baseline-exposures",
                        other + "/exposures.jsonl")
                .report();
        assertThat(paired.at("/offline/baseline/by_segment")).isEmpty();
    }

    /** Of eight arms the largest 4,096 / 8 slices are compared, with seven comparisons each. */
    @Test
    void theMoreArmsTheFewerSlicesAreCompared() {
        CommandRun run = CommandRun.on(
                folder.toString(),
                "experiment",
                "--assignments",
                folder + "/assignments.jsonl",
                "--slice",
                "tenant_id",
                "--control",
                "v0",
                "--candidate",
                "v1");
        JsonNode report = run.report();
        assertThat(report.at("/experiment/arms")).hasSize(8);
        assertThat(report.at("/experiment/slices").size()).isBetween(512, 512 * 7);
        assertThat(report.get("warnings").toString())
                .contains("the arms are compared in the largest 512 of the 3,000 slices by tenant_id");
    }
}
