package io.github.recsyseval.cli;

import static io.github.recsyseval.cli.ExperimentLogs.comparison;
import static io.github.recsyseval.cli.ExperimentLogs.decision;
import static io.github.recsyseval.cli.ExperimentLogs.experiment;
import static io.github.recsyseval.cli.ExperimentLogs.guardrail;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data that made other tools say "ship". */
class ExperimentTrapsTest {
    @TempDir
    Path folder;

    private ExperimentLogs logs;

    @BeforeEach
    void begin() {
        logs = new ExperimentLogs(folder);
    }

    /** An arm of users with one request each; every {@code nth} clicks. */
    private void arm(String name, int users, int nth) {
        for (int i = 0; i < users; i++) {
            logs.request(name + i, name, i % nth == 0 ? 1 : 0);
        }
    }

    @Test
    void aMisspelledPrimaryMetricStopsTheRun() {
        arm("A", 100, 2);
        arm("B", 100, 100);
        Cli run = logs.run("--control", "A", "--primary", "crt");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--primary: no KPI \"crt\"; did you mean ctr?");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aCandidateThatNobodyKnowsStopsTheRun() {
        arm("control", 100, 2);
        arm("treatment", 100, 2);
        Cli run = logs.run("--control", "control", "--candidate", "treatmnet");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("experiment exp has no variant treatmnet; did you mean treatment?");
    }

    /** "Give --assignments" is no help to somebody who did. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | , which is empty",
                "' ;' | , which has 1 line and no record",
                "x;{};{} | , which has 3 lines; most common reason, first at ",
                "\u0003\u0004! | , which has 1 line; most common reason, first at "
            })
    void assignmentsWithoutAnyAreNamed(String lines, String why) throws IOException {
        arm("A", 10, 2);
        logs.run("--control", "A");
        Path none = Files.writeString(folder.resolve("none.jsonl"), lines.replace(";", "\n"));
        Cli run = Run.of(
                "experiment",
                "--exposures=" + folder.resolve("e.jsonl"),
                "--outcomes=" + folder.resolve("o.jsonl"),
                "--assignments=" + none,
                "--control=A");
        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err())
                .contains("there is no valid assignment in " + none + why)
                .doesNotContain("give --assignments");
    }

    /** Each arm used to be compared with all others by name, which took minutes. */
    @Test
    @Timeout(60)
    void theIdOfAUserIsNoVariant() {
        for (int i = 0; i < 10_000; i++) {
            logs.request("u" + i, "variant of u" + i, i % 3 == 0 ? 1 : 0);
        }
        Cli run = logs.run("--control", "variant of u1", "--candidate", "variant of u2");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains(
                        "experiment exp has 10,000 arms, of which at most 1,000 can be compared: is the id of a user or"
                                + " request logged as variant?");
    }

    @Test
    @Timeout(60)
    void manyArmsAreComparedAndAskedAbout() {
        for (int i = 0; i < 3_000; i++) {
            logs.request("u" + i, "v" + i % 1_000, i % 3 == 0 ? 1 : 0);
        }
        Cli run = logs.run("--control", "v1", "--candidate", "v2");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.HOLD);
        assertThat(experiment(run).get("arms")).hasSize(1_000);
        assertThat(run.json().get("warnings").toString())
                .contains("the experiment has 1000 arms")
                .contains("is an id logged as variant?");
    }

    @Test
    void aCandidateThatIsExpectedAndNeverSeenIsHeld() {
        arm("A", 1000, 10);
        Cli run = logs.run("--control", "A", "--candidate", "B", "--expected-split", "A=50,B=50");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(decision(run).get("decision").asString()).isEqualTo("hold");
        assertThat(decision(run).get("reasons").toString())
                .contains("the users are not split as expected")
                .contains("B 0 users where 500 were expected");
        // stats.chisquare([1000, 0]): 1000, p = 1.8e-219
        assertThat(experiment(run).get("sample_ratio").get("statistic").doubleValue())
                .isEqualTo(1000);
        assertThat(experiment(run).get("sample_ratio").get("p_value").doubleValue())
                .isLessThan(1e-200);
    }

    @Test
    void anArmThatNobodyExpectsIsHeld() {
        arm("A", 900, 10);
        arm("B", 95, 10);
        arm("C", 5, 1);
        Cli run = logs.run("--control", "A", "--candidate", "B", "--expected-split", "A=90,B=10");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(decision(run).get("reasons").toString())
                .contains("users were served by the arm C, which the expected split does not name");
        assertThat(experiment(run).get("sample_ratio").get("unexpected").get(0).asString())
                .isEqualTo("C");
        assertThat(experiment(run).get("arms").get(2).get("role").asString()).isEqualTo("unexpected");
    }

    @Test
    void moreThanOneClickForAnExposureIsOrdinary() {
        for (int i = 0; i < 200; i++) {
            logs.request("A" + i, "A", 1 + i % 2);
            logs.request("B" + i, "B", 3 + i % 3);
        }
        Cli run = logs.run("--control", "A");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        // 300 clicks in 200 exposures; 67 * 3 + 67 * 4 + 66 * 5 = 799
        assertThat(comparison(run, "ctr").get("control").doubleValue()).isEqualTo(1.5);
        assertThat(comparison(run, "ctr").get("value").doubleValue()).isEqualTo(3.995);
        assertThat(decision(run).get("decision").asString()).isEqualTo("ship");
    }

    /** scipy.stats.fisher_exact([[60, 140], [0, 200]]): p = 3e-20. */
    @Test
    void aCandidateThatNobodyClicksIsRolledBack() {
        for (int i = 0; i < 200; i++) {
            logs.request("A" + i, "A", i < 60 ? 1 : 0);
            logs.request("B" + i, "B", 0);
        }
        Cli run = logs.run("--control", "A");
        assertThat(run.exitCode()).isEqualTo(ExitCode.ROLL_BACK);
        assertThat(decision(run).get("decision").asString()).isEqualTo("rollback");
    }

    @Test
    void usersInBothArmsHoldAnExperimentThatWouldShip() {
        for (int i = 0; i < 200; i++) {
            logs.request("A" + i, "A", 1 + i % 2);
            logs.request("B" + i, "B", 3 + i % 3);
            logs.request("both" + i % 100, i < 100 ? "A" : "B", 1);
        }
        Cli run = logs.run("--control", "A");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(decision(run).get("reasons").toString()).contains("100 of 500 users were served by several arms");
    }

    @Test
    void theSignOfADifferenceDoesNotShip() {
        // 105 of 1000 against 100 of 1000: half of all experiments without any effect look like this
        for (int i = 0; i < 1000; i++) {
            logs.request("A" + i, "A", i < 100 ? 1 : 0);
            logs.request("B" + i, "B", i < 105 ? 1 : 0);
        }
        Cli run = logs.run("--control", "A");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(comparison(run, "ctr").get("difference").doubleValue()).isPositive();
        assertThat(decision(run).get("reasons").get(0).asString()).startsWith("ctr is inconclusive: lift +5 %");
        Cli back = logs.run("--control", "B", "--candidate", "A");
        assertThat(back.exitCode()).isEqualTo(ExitCode.HOLD);
    }

    @Test
    void harmBeyondDoubtIsRolledBack() {
        for (int i = 0; i < 1000; i++) {
            logs.request("A" + i, "A", i < 200 ? 1 : 0);
            logs.request("B" + i, "B", i < 100 ? 1 : 0);
        }
        Cli run = logs.run("--control", "A");
        assertThat(run.exitCode()).isEqualTo(ExitCode.ROLL_BACK);
        assertThat(run.err()).contains("roll back: ctr is worse in B than in A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"error_rate: max=0", "empty_rate: max=0"})
    void zeroIsALimit(String rule) {
        for (int i = 0; i < 300; i++) {
            logs.request("A" + i, "A", i % 5 == 0 ? 1 : 0);
            logs.request("B" + i, "B", 0, "\"items\":[],\"error\":true,\"latency_ms\":5");
        }
        Cli run = logs.run("--control", "A", "--guardrail", rule, "--no-default-guardrails");
        assertThat(run.exitCode()).isEqualTo(ExitCode.ROLL_BACK);
        assertThat(experiment(run).get("guardrails").size()).isEqualTo(1);
        assertThat(experiment(run).get("guardrails").get(0).get("verdict").asString())
                .isEqualTo("broken");
    }

    /** 50 ms against 50 ms, 40 ms or 55 ms, where 10 ms are allowed. */
    @ParameterizedTest
    @CsvSource({"50, true", "40, true", "55, false"})
    void aLimitThatTheControlBreaksAsWellHoldsAndSaysWhetherGoingBackHelps(int latency, boolean useless) {
        for (int i = 0; i < 300; i++) {
            logs.request("A" + i, "A", i % 5 == 0 ? 1 : 0);
            logs.request("B" + i, "B", i % 2, "\"error\":false,\"latency_ms\":" + latency);
        }
        Cli run = logs.run("--control", "A", "--guardrail", "latency_p95_ms: max=10");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(decision(run).get("reasons").get(0).asString())
                .endsWith("where at most 10 ms is allowed; the control breaks this limit as well (50 ms)"
                        + (useless ? ", so going back would not help" : ""));
    }

    /** Errors rise from 1 % to 20 %: that the limit was broken before is no licence. */
    @Test
    void aLimitThatTheControlBreaksLeavesTheDefaultOneOnChanges() {
        for (int i = 0; i < 300; i++) {
            String field = ",\"latency_ms\":50";
            logs.request("A" + i, "A", i % 5 == 0 ? 1 : 0, "\"error\":" + (i % 100 == 0) + field);
            logs.request("B" + i, "B", i % 2, "\"error\":" + (i % 5 == 0) + field);
        }
        Cli run = logs.run("--control", "A", "--guardrail", "error_rate: max=0.001");
        assertThat(run.exitCode()).isEqualTo(ExitCode.ROLL_BACK);
        assertThat(decision(run).get("reasons").toString())
                .contains("error rate rose by 19 pp")
                .contains("the control breaks this limit as well (1 %)");
    }

    @Test
    void theLimitsOfReportsAreLimitsHereToo() {
        for (int i = 0; i < 300; i++) {
            logs.request("A" + i, "A", i % 5 == 0 ? 1 : 0);
            logs.request("B" + i, "B", 0, "\"items\":[],\"error\":true,\"latency_ms\":5");
        }
        Cli run = logs.run("--control", "A", "--max-error-rate", "0", "--max-empty-rate", "0");
        assertThat(run.exitCode()).isEqualTo(ExitCode.ROLL_BACK);
        assertThat(guardrail(run, "error_rate").get("value").doubleValue()).isEqualTo(1);
        assertThat(decision(run).get("reasons").get(0).asString())
                .startsWith("empty rate is 100 %")
                .contains("at most 0 % is allowed");
    }

    @Test
    void withoutAnyLimitEstablishedHarmIsStoppedAllTheSame() {
        for (int i = 0; i < 300; i++) {
            logs.request("A" + i, "A", i % 5 == 0 ? 1 : 0);
            logs.request("B" + i, "B", i % 2, "\"error\":true,\"latency_ms\":5");
        }
        assertThat(logs.run("--control", "A").exitCode()).isEqualTo(ExitCode.ROLL_BACK);
        assertThat(logs.run("--control", "A", "--no-default-guardrails").exitCode())
                .isEqualTo(ExitCode.OK);
    }

    /** As in a gate, where max_drop is "worse by at most": of errors it limits the harmless direction. */
    @Test
    void aLimitOnFewerErrorsLeavesTheDefaultOneOnMoreOfThem() {
        for (int i = 0; i < 300; i++) {
            logs.request("A" + i, "A", i % 5 == 0 ? 1 : 0);
            logs.request("B" + i, "B", i % 2, "\"error\":" + (i % 10 == 0) + ",\"latency_ms\":50");
        }
        Cli run = logs.run("--control", "A", "--guardrail", "error_rate: max_drop=0.005");
        assertThat(run.exitCode()).isEqualTo(ExitCode.ROLL_BACK);
        assertThat(decision(run).get("reasons").get(0).asString()).startsWith("error rate rose by 10 pp");
        // a limit on more of them is the user's word
        Cli allowed = logs.run("--control", "A", "--guardrail", "error_rate: max_increase=0.2");
        assertThat(allowed.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void dataThatIsNotTrustedIsHeld() {
        arm("A", 500, 10);
        arm("B", 500, 2);
        assertThat(logs.run("--control", "A").exitCode()).isEqualTo(ExitCode.OK);
        // a tenth of the outcomes belongs to requests that were never logged
        ExperimentLogs others = new ExperimentLogs(folder.resolve("."));
        for (int i = 0; i < 1100; i++) {
            others.request("x" + i, null, 1);
        }
        others.writeAs("unused.jsonl", "more-outcomes.jsonl");
        Cli run = logs.run(
                "--control",
                "A",
                "--outcomes",
                folder.resolve("more-outcomes.jsonl").toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(decision(run).get("reasons").get(0).asString()).contains("outcome join rate");
        assertThat(decision(run).get("what_would_change").get(0).asString()).startsWith("fix the logs");
    }
}
