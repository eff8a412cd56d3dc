package io.github.recsyseval.cli;

import static io.github.recsyseval.cli.ExperimentLogs.comparison;
import static io.github.recsyseval.cli.ExperimentLogs.decision;
import static io.github.recsyseval.cli.ExperimentLogs.experiment;
import static io.github.recsyseval.cli.ExperimentLogs.guardrail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.testing.Cli;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Revenue whose refunds outweigh its sales: the difference decides, and there is no lift over it. */
class NegativeControlTest {
    private static final String METRIC = "revenue_per_exposure";

    @TempDir
    Path folder;

    /** 3,500 users an arm; every seventh returns something, the others buy for 2.495 on average. */
    private ExperimentLogs refunds(double ofA, double ofB) {
        ExperimentLogs logs = new ExperimentLogs(folder);
        for (int i = 0; i < 3500; i++) {
            sale(logs, "A", i, ofA);
            sale(logs, "B", i, ofB);
        }
        return logs;
    }

    private static void sale(ExperimentLogs logs, String arm, int i, double refund) {
        logs.request(arm + i, arm, 1, "\"context\":{\"surface\":\"home\"}")
                .conversion(arm + i, i % 7 == 0 ? refund : 2 + (i % 100) / 100.0);
    }

    /** Means by hand: (refund + 6 * 2.495) / 7, so -1.004 with refunds of 22 and -1.719 with refunds of 27. */
    @Test
    void aGreaterLossIsNotShipped() {
        Cli run = refunds(-22, -27).run("--control", "A", "--primary", METRIC);
        JsonNode row = comparison(run, METRIC);
        assertThat(row.get("control").doubleValue()).isNegative();
        assertThat(row.get("value").doubleValue() - row.get("control").doubleValue())
                .isCloseTo(-5 / 7.0, within(1e-12));
        assertThat(row.get("verdict").asString()).isEqualTo("worse");
        assertThat(run.exitCode()).isEqualTo(ExitCode.ROLL_BACK);
        assertThat(decision(run).get("reasons").get(0).asString())
                .startsWith(METRIC + " is worse in B than in A: difference -0.714, between ")
                .doesNotContain("lift");
    }

    @Test
    void aSmallerLossIsShippedAndNoLiftIsTold() {
        Cli run = refunds(-27, -22).run("--control", "A", "--primary", METRIC);
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        JsonNode row = comparison(run, METRIC);
        assertThat(row.get("verdict").asString()).isEqualTo("better");
        for (String none : new String[] {"lift", "lift_interval", "decision_lift_interval", "detectable_lift"}) {
            assertThat(row.get(none).isNull()).as(none).isTrue();
        }
        assertThat(row.get("users_needed").isEmpty()).isTrue();
        assertThat(row.get("reason").asString()).isEqualTo("the control is negative, over which there is no lift");
        JsonNode effect = decision(run).get("effects").get(0);
        assertThat(effect.get("min_effect_unit").asString()).isEqualTo("difference");
        assertThat(effect.get("lift").isNull()).isTrue();
        assertThat(decision(run).get("what_would_change").toString()).doesNotContain("lift");
    }

    @Test
    void whatNeedsALiftCannotBeJudgedAndSaysWhatCanBe() {
        ExperimentLogs logs = refunds(-27, -22);
        Cli lift = logs.run("--control", "A", "--primary", METRIC, "--min-lift", "1%");
        assertThat(lift.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(decision(lift).get("reasons").get(0).asString())
                .contains(METRIC + " of A is negative (-1.72), over which there is no lift")
                .contains("--min-difference " + METRIC + "=VALUE asks for a difference")
                .doesNotContain("conversions");
        assertThat(logs.run("--control", "A", "--primary", METRIC, "--min-difference", "0.1")
                        .exitCode())
                .isEqualTo(ExitCode.OK);

        Cli rule = logs.run("--control", "A", "--primary", METRIC, "--guardrail", METRIC + ": max_relative_drop=5%");
        assertThat(rule.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(guardrail(rule, METRIC).get("verdict").asString()).isEqualTo("unknown");
        assertThat(guardrail(rule, METRIC).get("message").asString())
                .contains("the control is negative (-1.72), over which there is no lift")
                .contains("max_drop=VALUE limits the difference instead");
        assertThat(logs.run("--control", "A", "--primary", METRIC, "--guardrail", METRIC + ": max_drop=0.5")
                        .exitCode())
                .isEqualTo(ExitCode.OK);
    }

    /** One arm's logs as two weeks: -1.004 and -1.719. */
    @Test
    void twoReportsHaveNoRelativeChangeOverItEither() {
        Cli compared = Run.of("compare", report("before", -22), report("after", -27), "--format", "json");
        for (JsonNode move : compared.json().get("moves")) {
            JsonNode change = move.get("change");
            if (change.get("name").asString().equals(METRIC)) {
                assertThat(change.get("delta").doubleValue()).isCloseTo(-5 / 7.0, within(1e-12));
                assertThat(change.get("verdict").asString()).isEqualTo("worse");
                assertThat(change.get("relative_delta").isNull()).isTrue();
                assertThat(change.get("relative_interval").isNull()).isTrue();
                return;
            }
        }
        throw new AssertionError("no move of " + METRIC);
    }

    private String report(String name, double refund) {
        ExperimentLogs logs = new ExperimentLogs(folder);
        for (int i = 0; i < 3500; i++) {
            sale(logs, "A", i, refund);
        }
        logs.writeAs("e.jsonl", "o.jsonl");
        String file = folder.resolve(name + ".json").toString();
        String exposures = folder.resolve("e.jsonl").toString();
        String outcomes = folder.resolve("o.jsonl").toString();
        Run.of("report", "--exposures", exposures, "--outcomes", outcomes, "--output", "json=" + file);
        return file;
    }

    @Test
    void slicesHaveNoLiftOverItEither() {
        Cli run = refunds(-22, -27).run("--control", "A", "--primary", METRIC, "--slice", "surface");
        JsonNode slice = experiment(run).get("slices").get(0);
        assertThat(slice.get("verdict").asString()).isEqualTo("worse");
        assertThat(slice.get("lift").isNull()).isTrue();
        assertThat(slice.get("reason").asString()).isEqualTo("the control is negative, over which there is no lift");
    }
}
