package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mode experiment of the Go tool's command line: its report and decision, and what made that tool ship. */
class RunExperimentTest {
    private static final String EVALUATION = """
            mode: experiment
            experiment:
              experiment_id: e1
              control_variant: A
              primary_metrics: [ctr]
              guardrails: {max_error_rate: 0.5}
              srm: {enabled: true, expected: {A: 50, B: 50}}
              decision: {enabled: true, guardrail_gate: true}
            """;

    @TempDir
    private Path temp;

    private RunFolder folder;

    @BeforeEach
    void files() {
        folder = new RunFolder(temp).logs(temp).config(EVALUATION);
    }

    /** 400 users in each arm, one request each, of which every so many clicks; B logs errors on every so many. */
    private RunFolder logs(int everyA, int everyB) {
        return logs(400, 400, everyA, everyB, "");
    }

    private RunFolder logs(int usersA, int usersB, int everyA, int everyB, String moreOfB) {
        List<String> exposures = new ArrayList<>();
        List<String> outcomes = new ArrayList<>();
        List<String> assignments = new ArrayList<>();
        for (int i = 0; i < usersA + usersB; i++) {
            boolean a = i < usersA;
            String ids = String.format(Locale.ROOT, "\"request_id\":\"r-%04d\",\"user_id\":\"u-%04d\"", i, i);
            int minute = a ? i : i - usersA;
            String time = String.format(Locale.ROOT, "2026-11-01T%02d:%02d:00Z", minute / 60 % 24, minute % 60);
            exposures.add("{" + ids + ",\"ts\":\"" + time + "\",\"items\":[{\"item_id\":\"x\",\"rank\":1}],"
                    + "\"context\":{\"surface\":\"" + (i % 2 == 0 ? "home" : "pdp")
                    + "\"},\"latency_ms\":40,\"error\":false"
                    + (a ? "" : moreOfB) + "}");
            assignments.add("{\"experiment_id\":\"e1\",\"variant\":\"" + (a ? "A" : "B") + "\"," + ids + ",\"ts\":\""
                    + time + "\"}");
            int every = a ? everyA : everyB;
            if (every > 0 && i % every == 0) {
                outcomes.add("{" + ids + ",\"item_id\":\"x\",\"event_type\":\"click\",\"ts\":\"" + time + "\"}");
            }
        }
        write("exposures.jsonl", exposures);
        write("outcomes.jsonl", outcomes);
        write("assignments.jsonl", assignments);
        return folder;
    }

    private void write(String name, List<String> lines) {
        try {
            Files.write(temp.resolve(name), lines);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private JsonNode decision() {
        return JsonMapper.shared()
                .readTree(folder.path("report.json.decision.json").toFile());
    }

    @ParameterizedTest
    @CsvSource({"0.999999", "1e-300", "-1"})
    void anAlphaThatCannotBeUsedIsTold(String alpha) {
        folder.config(EVALUATION + "  multiple_comparisons: {alpha: " + alpha + "}\n");
        Cli run = logs(5, 2).run();
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("multiple_comparisons.alpha", "0.05 is used");
    }

    /** 80 of 400 against 200 of 400 clicks, then the other way round, then alike. */
    @ParameterizedTest
    @CsvSource({"5, 2, 0, ship, pass", "2, 5, 3, fail, fail", "4, 4, 2, hold, fail"})
    void decidesAndEndsAccordingly(int everyA, int everyB, int exit, String decision, String executive) {
        Cli run = logs(everyA, everyB).run();
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exit);
        assertThat(run.err().contains("recsys-eval: " + decision + ": ")).isEqualTo(exit > 0);
        assertThat(decision().get("decision").asString()).isEqualTo(decision);
        assertThat(decision().get("control_variant").asString()).isEqualTo("A");
        assertThat(decision().get("candidate_variant").asString()).isEqualTo("B");
        JsonNode metric = decision().get("primary_metrics").get(0);
        assertThat(metric.get("delta").asDouble()).isCloseTo(1.0 / everyB - 1.0 / everyA, within(1e-12));
        assertThat(metric.get("threshold").asDouble()).isZero();
        assertThat(decision().get("guardrails").get(0).get("passed").asBoolean())
                .isTrue();
        assertThat(decision().get("srm").get("detected").asBoolean()).isFalse();
        assertThat(decision().get("dataset_window").get("start").asString()).isEqualTo("2026-11-01T00:00:00Z");
        JsonNode report = folder.report();
        assertThat(report.get("summary").get("executive").get("decision").asString())
                .isEqualTo(executive);
        assertThat(report.get("experiment").get("decision").get("decision").asString())
                .isEqualTo(decision);
    }

    @Test
    void figuresByHand() {
        folder.config(EVALUATION
                + "  slice_keys: [surface]\n  power: {baseline_rate: 0.1, mde: 0.01, daily_samples: 10000}\n");
        assertThat(logs(5, 2).run().exitCode()).isZero();
        JsonNode experiment = folder.report().get("experiment");
        JsonNode b = experiment.get("variants").get(1);
        assertThat(b.get("variant").asString()).isEqualTo("B");
        assertThat(b.get("exposures").asInt()).isEqualTo(400);
        assertThat(b.get("clicks").asInt()).isEqualTo(200);
        assertThat(b.get("ctr").asDouble()).isEqualTo(0.5);
        // every second request of B is clicked, and every second one is at home
        JsonNode home = experiment.get("by_segment").get("surface=home").get(1);
        assertThat(home.get("exposures").asInt()).isEqualTo(200);
        assertThat(home.get("ctr").asDouble()).isEqualTo(1);
        assertThat(experiment
                        .get("guardrails")
                        .get("per_variant")
                        .get(0)
                        .get("latency_p95_ms")
                        .asDouble())
                .isEqualTo(40);
        // R: power.prop.test(p1 = .1, p2 = .11, power = .8) gives n = 14750.79
        assertThat(experiment.get("power").get("sample_size_per_variant").asInt())
                .isEqualTo(14751);
        assertThat(experiment.get("power").get("estimated_days").asDouble()).isCloseTo(2.9502, within(1e-12));
        JsonNode ctr = experiment.get("significance").get(0);
        assertThat(ctr.get("metric").asString()).isEqualTo("ctr");
        assertThat(ctr.get("primary").asBoolean()).isTrue();
        assertThat(ctr.get("significant").asBoolean()).isTrue();
        assertThat(ctr.get("p_value").asDouble()).isLessThan(1e-6);
        assertThat(ctr.get("adjusted_p_value").asDouble())
                .isEqualTo(ctr.get("p_value").asDouble());
        assertThat(ctr.get("correction").asString()).isEqualTo("holm");
        assertThat(experiment.get("srm").get("global").get("expected").get("B").asDouble())
                .isEqualTo(50);
        assertThat(experiment.get("srm").get("global").get("observed").get("A").asInt())
                .isEqualTo(400);
        assertThat(folder.report().get("summary").get("cases_evaluated").asInt())
                .isEqualTo(800);
        assertThat(folder.report()
                        .get("data_quality")
                        .get("assignment_completeness")
                        .get("total")
                        .asInt())
                .isEqualTo(800);
    }

    @Test
    void withoutDecisionThereIsNone() {
        folder.config(EVALUATION.replace("enabled: true, guardrail_gate", "enabled: false, guardrail_gate"));
        assertThat(logs(2, 5).run().exitCode()).isZero();
        assertThat(folder.path("report.json.decision.json")).doesNotExist();
        assertThat(folder.report().get("experiment").has("decision")).isFalse();
    }

    @Test
    void theDecisionGoesWhereItIsSent() {
        Path to = temp.resolve("sent.json");
        folder.config(EVALUATION.replace("decision: {", "decision: {output_path: '" + to + "', "));
        assertThat(logs(5, 2).run().exitCode()).isZero();
        assertThat(to).exists();
    }

    /** Each of these made the Go tool say ship and end with 0. */
    @Test
    void trapsThatMadeTheGoToolShip() {
        logs(2, 0);
        folder.config(EVALUATION.replace("[ctr]", "[crt]"));
        failsWith("experiment.primary_metrics has \"crt\", which is no metric of experiments; did you mean ctr?");
        folder.config(EVALUATION.replace("decision: {", "decision: {candidate_variant: C, "));
        failsWith("experiment.decision.candidate_variant: experiment e1 has no variant C");
        logs(800, 0, 4, 4, "").config(EVALUATION);
        assertThat(folder.run().exitCode()).isEqualTo(2);
        assertThat(decision().get("srm").get("detected").asBoolean()).isTrue();
        folder.config(EVALUATION.replace("max_error_rate: 0.5", "max_error_rate: 0, max_empty_rate: 0"));
        logs(400, 400, 5, 2, "").run();
        assertThat(decision().get("guardrails")).hasSize(2);
        logs(400, 400, 5, 2, "").run();
        write(
                "exposures.jsonl",
                lines("exposures.jsonl").stream()
                        .map(line -> line.contains("u-07") ? line.replace("\"error\":false", "\"error\":true") : line)
                        .toList());
        assertThat(folder.run().exitCode()).isIn(2, 3);
        assertThat(folder.report()
                        .get("experiment")
                        .get("guardrails")
                        .get("per_variant")
                        .get(1)
                        .get("pass_error_rate")
                        .asBoolean())
                .isFalse();
    }

    /** The Go tool swallows the error of its test, and ships. */
    @Test
    void anArmThatTheExpectedSplitDoesNotNameIsHeld() {
        ExperimentLogs logs = new ExperimentLogs(temp).of("e1");
        for (int i = 0; i < 1000; i++) {
            String arm = i < 900 ? "A" : i < 995 ? "B" : "C";
            logs.request("u" + i, arm, arm.equals("A") ? 0 : 1);
        }
        logs.asDataset();
        folder.config(EVALUATION
                .replace("{A: 50, B: 50}", "{A: 90, B: 10}")
                .replace("decision: {", "decision: {candidate_variant: B, "));
        Cli run = folder.run();
        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains("users were served by the arm C, which the expected split does not name");
        assertThat(decision().get("decision").asString()).isEqualTo("hold");
        assertThat(decision().get("srm").get("detected").asBoolean()).isTrue();
        JsonNode srm = folder.report().get("experiment").get("srm").get("global");
        assertThat(srm.get("detected").asBoolean()).isTrue();
        assertThat(srm.get("observed").get("C").asInt()).isEqualTo(5);
        assertThat(srm.get("expected").has("C")).isFalse();
    }

    /** The Go tool ends with "unsupported value: NaN" and leaves an empty report. */
    @Test
    void moreThanOneClickForAnExposureIsOrdinary() {
        ExperimentLogs logs = new ExperimentLogs(temp).of("e1");
        for (int i = 0; i < 200; i++) {
            logs.request("A" + i, "A", 1 + i % 2);
            logs.request("B" + i, "B", 3 + i % 3);
        }
        logs.asDataset();
        Cli run = folder.run();
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode experiment = folder.report().get("experiment");
        // 300 clicks in 200 exposures; 67 * 3 + 67 * 4 + 66 * 5 = 799
        assertThat(experiment.get("variants").get(0).get("ctr").asDouble()).isEqualTo(1.5);
        assertThat(experiment.get("variants").get(1).get("clicks").asInt()).isEqualTo(799);
        assertThat(experiment.get("variants").get(1).get("ctr").asDouble()).isEqualTo(3.995);
        assertThat(experiment.get("significance").get(0).get("p_value").asDouble())
                .isBetween(0.0, 1e-6);
        assertThat(decision().get("primary_metrics").get(0).get("delta").asDouble())
                .isCloseTo(2.495, within(1e-12));
        assertThat(decision().get("decision").asString()).isEqualTo("ship");
    }

    @Test
    void armsThatTheFileDoesNotNameAreTheLargest() {
        folder.config(EVALUATION
                .replace("  control_variant: A\n", "")
                .replace("srm: {enabled: true, expected: {A: 50, B: 50}}", ""));
        assertThat(logs(420, 400, 5, 2, "").run().err()).contains("control_variant is not set: the control is A");
        folder.config(EVALUATION.replace("control_variant: A", "control_variant: Z"));
        failsWith("experiment.control_variant: experiment e1 has no variant Z; ");
    }

    @Test
    void experimentsAreNotMixed() {
        logs(5, 2);
        folder.config(EVALUATION.replace("e1", "e2"));
        failsWith("recsys-eval: experiment.experiment_id: there is no experiment e2; ");
        Cli run = folder.run("--experiment-id=e1");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(folder.run("--experiment-id=e3").err())
                .contains("recsys-eval: --experiment-id: there is no experiment e3; ");
    }

    @Test
    void everyFormHasTheFacts() {
        logs(5, 2);
        assertThat(folder.run("--output-format=md").exitCode()).isZero();
        assertThat(folder.text())
                .startsWith("# Recsys Eval Report\n\n**Ship.**")
                .contains(
                        "## Experiment Metrics", "## Guardrails", "## Significance", "## Sample Ratio", "## Decision");
        assertThat(folder.run("--output-format=html").exitCode()).isZero();
        assertThat(folder.text()).contains("Experiment Metrics", "Sample Ratio");
    }

    /** C has most exposures and no clicks; of B every second request is clicked. */
    @Test
    void theHighlightsAreThoseOfTheCandidate() {
        ExperimentLogs logs = new ExperimentLogs(temp).of("e1");
        for (int i = 0; i < 400; i++) {
            logs.request("A" + i, "A", i % 5 == 0 ? 1 : 0);
            logs.request("B" + i, "B", i % 2);
            logs.request("C" + i, "C", 0);
            logs.request("D" + i, "C", 0);
        }
        logs.asDataset();
        folder.config(EVALUATION
                .replace("{A: 50, B: 50}", "{A: 1, B: 1, C: 2}")
                .replace("decision: {", "decision: {candidate_variant: B, "));
        Cli run = folder.run();
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode executive = folder.report().get("summary").get("executive");
        assertThat(executive.get("highlights_of").asString()).isEqualTo("B");
        assertThat(executive.get("highlights").get(0).get("name").asString()).isEqualTo("ctr");
        assertThat(executive.get("highlights").get(0).get("value").asDouble()).isEqualTo(0.5);
        assertThat(folder.run("--output-format=md").exitCode()).isZero();
        assertThat(folder.text()).contains("- Highlight of B: `ctr` 0.500000\n");
    }

    /** Of 600 users with the weights 3 to 1, 450 and 150; the five of C are not among those that are expected. */
    @Test
    void thePageHasTheUsersThatTheWeightsAskFor() {
        ExperimentLogs logs = new ExperimentLogs(temp).of("e1");
        for (int i = 0; i < 600; i++) {
            logs.request("u" + i, i < 440 ? "A" : "B", i % 2);
        }
        for (int i = 0; i < 5; i++) {
            logs.request("c" + i, "C", 0);
        }
        logs.asDataset();
        folder.config(EVALUATION
                .replace("{A: 50, B: 50}", "{A: 3, B: 1}")
                .replace("decision: {", "decision: {candidate_variant: B, "));
        folder.run("--output-format=md");
        assertThat(folder.text().replaceAll(" +", " "))
                .contains(
                        "| Variant | Observed | Expected | Expected Share |",
                        "| A | 440 | 450.0 | 0.7500 |",
                        "| B | 160 | 150.0 | 0.2500 |",
                        "| C | 5 | 0.0 | 0.0000 |");
        folder.run("--output-format=html");
        assertThat(folder.text().split("<table class=\"stack\">", -1)).hasSizeGreaterThan(4);
        assertThat(folder.text()).contains("data-label=\"Pass\"");
    }

    private List<String> lines(String name) {
        try {
            return Files.readAllLines(temp.resolve(name));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private void failsWith(String why) {
        Cli run = folder.run();
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.err()).contains(why);
    }
}
