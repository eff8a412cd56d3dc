package io.github.recsyseval.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.schema.SchemaCatalog;
import io.github.recsyseval.schema.Violation;
import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever the experiment, its report and its decision match their published schemas, and the decision is that of the report. */
class ExperimentContractTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--slice surface --primary ctr,revenue_per_exposure --pre-until 2026-11-03",
                "--monitoring --guardrail ctr:max_relative_drop=2%",
                "--crossover first --min-difference ctr=0.01 --no-default-guardrails",
                "--candidate C --expected-split A=50,B=40,C=10",
                "--since 2030-01-01"
            })
    void holdsForTheSamples(String options) throws IOException {
        for (String set : List.of("clean", "faults")) {
            String data = "testdata/" + set + "/";
            List<String> args = new ArrayList<>(List.of("experiment", "--control", "A", "--format", "json"));
            args.addAll(List.of("--exposures", data + "exposures.jsonl", "--outcomes", data + "outcomes.jsonl"));
            args.addAll(List.of("--assignments", data + "assignments.jsonl", "--max-invalid-rate", "1"));
            args.addAll(List.of(options.split(" ")));
            assertMatches(decided(args));
        }
    }

    @Test
    void holdsForArmsWithoutEventsUsersOrTrust() throws IOException {
        ExperimentLogs logs = new ExperimentLogs(folder);
        for (int i = 0; i < 300; i++) {
            // no click in B, two users in C of whom one crosses over, latency in two units, an arm that looks like
            // another
            logs.request("A" + i, "A", i % 4, "\"latency_ms\":" + (i % 3 == 0 ? "0.09" : "90"));
            logs.request("B" + i, "B", 0, "\"error\":true,\"latency_ms\":" + (i % 3 == 0 ? "0.09" : "90"));
        }
        logs.request("C1", "C", 1).request("A1", "C", 0).request("x", "b", 1);
        Path decision = folder.resolve("decision.json");
        assertMatches(logs.run("--control", "A", "--candidate", "B", "--decision", decision.toString()));
        assertMatches(logs.run("--control", "B", "--candidate", "A", "--decision", decision.toString()));
        assertMatches(logs.run("--control", "A", "--candidate", "C", "--decision", decision.toString()));
    }

    /** B ships; data that is not what its user demands does not, whatever the figures say. */
    @ParameterizedTest
    @CsvSource({
        "--min-exposure-join-rate, 0.5, exposure join rate is 30 %",
        "--min-assignment-join-rate, 0.99, assignment join rate is 98.36 %",
        "--fail-on, J13, J13 value cannot be evaluated",
        "--min-outcome-join-rate, 1, ''"
    })
    void aLimitOfTheUsersThatFailsHolds(String option, String value, String sentence) throws IOException {
        ExperimentLogs logs = new ExperimentLogs(folder);
        for (int i = 0; i < 300; i++) {
            logs.request("A" + i, "A", i % 10 == 0 ? 1 : 0).request("B" + i, "B", i % 2);
        }
        for (int i = 0; i < 10; i++) {
            logs.assignedOnly("x" + i, i % 2 == 0 ? "A" : "B");
        }
        Path file = folder.resolve("decision.json");
        Cli run = logs.run("--control", "A", "--decision", file.toString(), option, value);
        JsonNode decision = JsonMapper.shared().readTree(Files.readAllBytes(file));
        assertThat(decision).isEqualTo(ExperimentLogs.decision(run));
        assertThat(violations("schemas/decision.v1.json", Files.readAllBytes(file)))
                .isEmpty();
        JsonNode step = decision.get("steps").get(0);
        if (sentence.isEmpty()) {
            // the limit holds
            assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
            assertThat(decision.get("decision").asString()).isEqualTo("ship");
            assertThat(step.get("verdict").asString()).isEqualTo("pass");
            return;
        }
        assertThat(run.exitCode()).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(decision.get("decision").asString()).isEqualTo("hold");
        assertThat(step.get("verdict").asString()).isEqualTo("hold");
        assertThat(step.get("reasons").get(0).asString()).contains(sentence);
        assertThat(decision.get("reasons")).isEqualTo(step.get("reasons"));
        assertThat(run.json().get("summary").get("trusted").booleanValue()).isTrue();
    }

    private Cli decided(List<String> args) {
        args.addAll(List.of("--decision", folder.resolve("decision.json").toString()));
        return Run.of(args.toArray(String[]::new));
    }

    private void assertMatches(Cli run) throws IOException {
        assertThat(run.exitCode()).as(run.err()).isIn(ExitCode.OK, ExitCode.HOLD, ExitCode.ROLL_BACK);
        assertThat(violations("report.v1", run.out().getBytes(UTF_8))).isEmpty();
        byte[] file = Files.readAllBytes(folder.resolve("decision.json"));
        assertThat(violations("schemas/decision.v1.json", file)).isEmpty();
        JsonNode decision = JsonMapper.shared().readTree(file);
        assertThat(decision).isEqualTo(ExperimentLogs.decision(run));
        String expected = switch (run.exitCode()) {
            case ExitCode.OK -> "ship";
            case ExitCode.HOLD -> "hold";
            default -> "rollback";
        };
        assertThat(decision.get("decision").asString()).isEqualTo(expected);
        assertThat(decision.get("reasons").size()).isPositive();
    }

    private static List<Violation> violations(String schema, byte[] document) {
        return SchemaCatalog.load(schema).newValidator().validate(document, 0, document.length);
    }
}
