package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whether tests keep their promise on a log. */
class AaCheckTest {
    @TempDir
    Path folder;

    private Cli clean(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "aa-check",
                "--exposures",
                "testdata/clean/exposures.jsonl",
                "--outcomes",
                "testdata/clean/outcomes.jsonl",
                "--format",
                "json"));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    @Test
    void ordinaryDataPasses() {
        Cli run = clean();
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        JsonNode check = run.json().get("aa_check");
        assertThat(check.get("verdict").asString()).isEqualTo("pass");
        assertThat(check.get("users").asLong()).isEqualTo(76);
        assertThat(check.get("user_groups").isNull()).isTrue();
        assertThat(check.get("metrics").size()).isEqualTo(4);
        for (JsonNode metric : check.get("metrics")) {
            double rate = metric.get("false_positive_rate").doubleValue();
            assertThat(metric.get("rejected").asLong() / 1000.0).isEqualTo(rate);
            assertThat(metric.get("interval").get("level").doubleValue()).isEqualTo(0.999);
            assertThat(metric.get("interval").get("lower").doubleValue()).isLessThan(0.05);
            assertThat(metric.get("interval").get("upper").doubleValue()).isGreaterThan(0.05);
        }
    }

    @Test
    void splitsDependOnTheSeedAndNothingElse() {
        JsonNode one = clean("--threads", "1").json().get("aa_check");
        assertThat(clean("--threads", "3").json().get("aa_check")).isEqualTo(one);
        assertThat(clean("--seed", "2").json().get("aa_check")).isNotEqualTo(one);
    }

    @Test
    void aUserWithNearlyAllClicksBreaksTheTest() {
        // Whoever gets that user has all the clicks. With D exposures of that user and N of the others in the arm, z is
        // about (D + N) / N = 350 / 150 = 2.33, whatever the split: all are rejected at 5 %.
        ExperimentLogs logs = new ExperimentLogs(folder);
        for (int i = 0; i < 300; i++) {
            logs.request("u" + i, null, i % 100 == 0 ? 1 : 0);
        }
        for (int i = 0; i < 200; i++) {
            logs.request("heavy", null, 10);
        }
        logs.writeAs("e.jsonl", "o.jsonl");
        Cli run = Run.of(
                "aa-check",
                "--exposures",
                folder.resolve("e.jsonl").toString(),
                "--outcomes",
                folder.resolve("o.jsonl").toString(),
                "--metrics",
                "ctr",
                "--format",
                "json");
        assertThat(run.exitCode()).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(run.json().get("aa_check").get("verdict").asString()).isEqualTo("fail");
        assertThat(run.json()
                        .get("aa_check")
                        .get("metrics")
                        .get(0)
                        .get("false_positive_rate")
                        .doubleValue())
                .isEqualTo(1);
        assertThat(run.err())
                .contains("(Kolmogorov-Smirnov, p < 1e-300)", "do not decide by it")
                .doesNotContain("10^");
    }

    @Test
    void aMetricThatCannotBeTestedFailsOnlyWhereItIsNamed() {
        ExperimentLogs logs = new ExperimentLogs(folder);
        for (int i = 0; i < 400; i++) {
            logs.request("u" + i, null, i % 3 == 0 ? 1 : 0);
        }
        logs.writeAs("e.jsonl", "o.jsonl");
        String[] args = {
            "aa-check",
            "--exposures",
            folder.resolve("e.jsonl").toString(),
            "--outcomes",
            folder.resolve("o.jsonl").toString()
        };
        assertThat(Run.of(args).exitCode()).isEqualTo(ExitCode.OK);
        List<String> named = new ArrayList<>(List.of(args));
        named.addAll(List.of("--metrics", "ctr,conversion_rate"));
        Cli run = Run.of(named.toArray(String[]::new));
        assertThat(run.exitCode()).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(run.err()).contains("conversion_rate cannot be checked: nothing varies between users");
    }

    @Test
    void withoutExposuresNothingCanBeChecked() {
        new ExperimentLogs(folder).writeAs("e.jsonl", "o.jsonl");
        Cli run = Run.of(
                "aa-check",
                "--exposures",
                folder.resolve("e.jsonl").toString(),
                "--outcomes",
                folder.resolve("o.jsonl").toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(run.out())
                .contains("The tests cannot be checked.", "ctr cannot be checked: there are no exposures")
                .doesNotContain("are off", "split at random into two arms 1,000 times");
    }

    @Test
    void namesAndNumbersAreChecked() {
        assertThat(clean("--metrics", "crt").err()).contains("--metrics: no KPI \"crt\"; did you mean ctr?");
        assertThat(clean("--replicates", "10").exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
