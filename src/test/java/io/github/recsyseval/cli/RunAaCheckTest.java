package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.testing.Cli;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Mode aa-check of the Go tool's command line. */
class RunAaCheckTest {
    private static final String EVALUATION = """
            mode: aa-check
            experiment:
              aa_check: {enabled: true}
            """;

    @TempDir
    private Path temp;

    private RunFolder folder;

    @BeforeEach
    void files() {
        folder = new RunFolder(temp)
                .logs(Path.of("testdata/clean").toAbsolutePath())
                .config(EVALUATION);
    }

    private JsonNode check() {
        return folder.report().get("aa_check");
    }

    @Test
    void aBaselineIsForModeOffline() {
        Cli run = folder.run("--baseline=nowhere.json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        String sentence = "--baseline has no effect: only mode offline compares with an earlier report";
        assertThat(run.err()).contains("warning: " + sentence);
        assertThat(folder.report().get("warnings").toString()).contains(sentence);
    }

    @Test
    void hasTheGoToolsFieldsAndTheFiguresOfTheCommand() {
        Cli run = folder.run();
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(folder.report().get("run_id").asString()).startsWith("aa-check-");
        assertThat(folder.report().get("mode").asString()).isEqualTo("aa-check");
        assertThat(folder.report().get("summary").get("cases_evaluated").asInt())
                .isEqualTo(500);
        assertThat(folder.report()
                        .get("summary")
                        .get("executive")
                        .get("decision")
                        .asString())
                .isEqualTo("pass");
        assertThat(folder.report().has("experiment")).isFalse();
        assertThat(folder.report().has("warnings")).isFalse();
        assertThat(folder.report()
                        .get("data_quality")
                        .get("assignment_completeness")
                        .get("total")
                        .asInt())
                .isEqualTo(500);
        assertThat(check().get("uniformish").asBoolean()).isTrue();
        assertThat(check().get("thresholds").toString()).isEqualTo("[0.05,0.01,0.001]");
        assertThat(check().get("total_tests").asInt()).isEqualTo(2000);
        assertThat(check().get("users").asInt()).isEqualTo(76);
        assertThat(check().get("metrics")).hasSize(2);
        assertThat(check().get("metrics").get(0).get("metric").asString()).isEqualTo("conversion_rate");
        JsonNode ctr = check().get("metrics").get(1);
        assertThat(ctr.get("metric").asString()).isEqualTo("ctr");
        assertThat(ctr.get("by_segment").asBoolean()).isFalse();
        assertThat(ctr.get("counts").get("0.05").asInt())
                .isEqualTo((int) Math.round(ctr.get("false_positive_rate").asDouble() * 1000));
        assertThat(ctr.get("counts").get("0.001").asInt())
                .isLessThanOrEqualTo(ctr.get("counts").get("0.01").asInt());
        JsonNode command = Run.of(
                        "aa-check",
                        "--exposures",
                        "testdata/clean/exposures.jsonl",
                        "--outcomes",
                        "testdata/clean/outcomes.jsonl",
                        "--metrics=ctr",
                        "--format=json")
                .json()
                .get("aa_check")
                .get("metrics")
                .get(0);
        assertThat(ctr.get("counts")).isEqualTo(command.get("rejected_below"));
        assertThat(ctr.get("counts").get("0.05")).isEqualTo(command.get("rejected"));
        assertThat(ctr.get("uniformity_p")).isEqualTo(command.get("uniformity_p"));
    }

    @Test
    void countsBelowTheThresholdsOfTheFile() {
        folder.config(EVALUATION.replace("true}", "true, thresholds: [0.5, 1e-9]}"));
        assertThat(folder.run().exitCode()).isZero();
        JsonNode counts = check().get("metrics").get(1).get("counts");
        assertThat(counts.propertyNames()).containsExactly("0.5", "0.000000001");
        // 500 of 1000 are expected, with a standard deviation of 15.8 if splits were independent
        assertThat(counts.get("0.5").asInt()).isBetween(400, 600);
        assertThat(counts.get("0.000000001").asInt()).isZero();
    }

    /** Whoever gets the user with nearly all clicks has them all: z is about (200 + 150) / 150 = 2.33, whatever the split. */
    private void heavyUser() {
        ExperimentLogs logs = new ExperimentLogs(temp);
        for (int i = 0; i < 300; i++) {
            logs.request("u" + i, i % 2 == 0 ? "A" : "B", i % 100 == 0 ? 1 : 0);
        }
        for (int i = 0; i < 200; i++) {
            logs.request("heavy", "A", 10);
        }
        logs.asDataset();
    }

    @Test
    void aTestThatIsOffEndsWithOne() {
        heavyUser();
        Cli run = folder.run();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("warning: aa_check_false_positives: ctr rejects 100 % of the splits")
                .contains("recsys-eval: aa-check: the tests of ctr cannot be relied on");
        assertThat(check().get("uniformish").asBoolean()).isFalse();
        assertThat(check().get("total_tests").asInt()).isEqualTo(1000);
        JsonNode ctr = check().get("metrics").get(1);
        assertThat(ctr.get("verdict").asString()).isEqualTo("fail");
        assertThat(ctr.get("counts").get("0.05").asInt()).isEqualTo(1000);
        // of 1000 in 1000 at 99.9 %: 0.0005^(1/1000)
        assertThat(ctr.get("ci").get("lower").asDouble()).isCloseTo(0.99242791, within(1e-7));
        // no conversions at all, and none asked for
        assertThat(check().get("metrics").get(0).get("verdict").asString()).isEqualTo("unknown");
        assertThat(folder.report().get("warnings").toString()).contains("conversion_rate cannot be checked");
        JsonNode executive = folder.report().get("summary").get("executive");
        assertThat(executive.get("decision").asString()).isEqualTo("fail");
        assertThat(executive.get("next_steps").get(0).asString()).startsWith("Do not decide by ctr: ");
    }

    @Test
    void aPrimaryMetricHasToBeTestable() {
        ExperimentLogs logs = new ExperimentLogs(temp);
        for (int i = 0; i < 400; i++) {
            logs.request("u" + i, "A", i % 3 == 0 ? 1 : 0);
        }
        logs.asDataset();
        assertThat(folder.run().exitCode()).isZero();
        folder.config(EVALUATION + "  primary_metrics: [revenue_per_request]\n");
        Cli run = folder.run();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("aa-check: the tests of ");
        assertThat(check().get("metrics")).hasSize(3);
        assertThat(check().get("metrics").get(2).get("metric").asString()).isEqualTo("revenue_per_request");
    }

    @Test
    void everyFormHasTheFacts() {
        assertThat(folder.run("--output-format=md").exitCode()).isZero();
        assertThat(folder.text())
                .startsWith("# Recsys Eval Report\n\n**Pass.**")
                .contains("## A/A Check", "| `ctr`");
        heavyUser();
        assertThat(folder.run("--output-format=html").exitCode()).isEqualTo(1);
        assertThat(folder.text())
                .contains("A/A Check", "The tests of ctr cannot be relied on.", "aa_check_false_positives");
    }

    @Test
    void whatHasNoEffectIsSaid() {
        folder.config(EVALUATION + "  slice_keys: [surface]\n");
        assertThat(folder.run("--experiment-id=e1").err())
                .contains("warning: experiment_id has no effect")
                .contains("warning: slice_keys have no effect");
        folder.dataset("""
                exposures: {type: jsonl, path: testdata/clean/exposures.jsonl}
                outcomes: {type: jsonl, path: testdata/clean/outcomes.jsonl}
                """);
        Cli run = folder.run();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("assignments.type is missing; mode aa-check reads assignments");
    }
}
