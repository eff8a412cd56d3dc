package io.github.recsyseval.cli;

import static io.github.recsyseval.cli.ExperimentLogs.decision;
import static io.github.recsyseval.cli.ExperimentLogs.guardrail;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.nio.file.Path;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is decided by outcomes, or values of them, that are not logged of one arm, or come after the attribution window. */
class LostOutcomesTest {
    @TempDir
    Path folder;

    private ExperimentLogs logs;

    @BeforeEach
    void begin() {
        logs = new ExperimentLogs(folder);
    }

    private static String firstReason(Cli run) {
        return decision(run).get("reasons").get(0).asString();
    }

    private static String verdict(Cli run) {
        return decision(run).get("effects").get(0).get("verdict").asString();
    }

    private Cli clicksOfOneArm(int every, String control) {
        for (int i = 0; i < 600; i++) {
            logs.request("a" + i, "A", 0).request("b" + i, "B", i % every == 0 ? 1 : 0);
        }
        return logs.run("--control", control);
    }

    @Test
    void aControlWithoutAnyClickIsNotLoggedRatherThanBeaten() {
        Cli run = clicksOfOneArm(3, "A");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(verdict(run)).isEqualTo("doubtful");
        assertThat(firstReason(run))
                .startsWith(
                        "ctr is better only over a control without any event, where about 200 would be expected if the"
                                + " arms were alike");
    }

    @Test
    void aCandidateWithoutAnyIsRolledBackWithAWordAboutIt() {
        Cli run = clicksOfOneArm(3, "B");
        assertThat(run.exitCode()).isEqualTo(ExitCode.ROLL_BACK);
        assertThat(firstReason(run))
                .endsWith("; nothing at all is logged of A: look first whether only the log is missing");
    }

    /** 24 where none are: p = 1e-6 (Welch), and an effect may be as large. */
    @Test
    void aFewEventsOverAControlWithoutAnyAreAnEffect() {
        assertThat(verdict(clicksOfOneArm(25, "A"))).isEqualTo("proven");
    }

    /** 300 conversions of each arm, worth 10 each in A and 15 in B, as far as the value is logged. */
    private Cli revenue(IntPredicate valuedInA, IntPredicate valuedInB, String... more) {
        for (int i = 0; i < 600; i++) {
            logs.request("a" + i, "A", 1);
            if (i % 2 == 0) {
                convert("a" + i, valuedInA.test(i), 10 + i % 4);
            }
            logs.request("b" + i, "B", 1);
            if (i % 2 == 0) {
                convert("b" + i, valuedInB.test(i), 15 + i % 4);
            }
        }
        return logs.run(more);
    }

    private void convert(String user, boolean valued, double value) {
        if (valued) {
            logs.conversion(user, value);
        } else {
            logs.conversionWithoutValue(user);
        }
    }

    @Test
    void anArmThatLeavesOutValuesDoesNotEarnLess() {
        Cli run = revenue(i -> true, i -> i % 8 != 0, "--control", "B", "--primary", "revenue_per_exposure");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(verdict(run)).isEqualTo("unknown");
        assertThat(firstReason(run))
                .startsWith(
                        "revenue_per_exposure cannot be judged: value is logged by 100 % of the conversions of A and"
                                + " 75 % of those of B (p = ");
    }

    @Test
    void norDoesItKeepAGuardrail() {
        Cli run = revenue(
                i -> i % 8 != 0, i -> true, "--control", "A", "--guardrail", "revenue_per_exposure: max_drop=5");
        assertThat(guardrail(run, "revenue_per_exposure").get("verdict").asString())
                .isEqualTo("untrusted");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
    }

    @Test
    void valuesThatAreLeftOutOnPurposeAreWorthNothing() {
        Cli run = revenue(
                i -> true, i -> i % 8 != 0, "--control=A", "--primary=revenue_per_exposure", "--tolerate", "J13");
        assertThat(verdict(run)).isNotEqualTo("unknown");
    }

    @Test
    void valuesThatBothArmsLeaveOutAsOftenCanBeCompared() {
        Cli run = revenue(i -> i % 20 != 0, i -> i % 20 != 0, "--control", "A", "--primary", "revenue_per_exposure");
        assertThat(verdict(run)).isEqualTo("proven");
    }

    /** Six hours of requests; in A every second is clicked at once, in B of {@code of} so many at once, and so many after two hours. */
    private Cli late(int atOnce, int late, int of) {
        for (int hour = 10; hour < 16; hour++) {
            for (int i = 0; i < 200; i++) {
                String user = hour + "x" + i;
                String minute = (i / 4 < 10 ? "0" : "") + i / 4;
                logs.at("2026-11-12T" + hour + ":" + minute + ":00Z");
                logs.request("a" + user, "A", i % 2);
                logs.request("b" + user, "B", i % of < atOnce ? 1 : 0);
                if (i % of >= atOnce && i % of < atOnce + late) {
                    logs.at("2026-11-12T" + (hour + 2) + ":" + minute + ":00Z").alsoClicked("b" + user, "i1");
                }
            }
        }
        return logs.run("--control", "A", "--attribution-window", "1h");
    }

    @Test
    void anArmWhoseOutcomesComeAfterTheWindowIsNotWorse() {
        Cli run = late(1, 4, 10);
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(firstReason(run))
                .startsWith("ctr is worse only within the attribution window: 0.4 outcomes come after it for each"
                        + " exposure of B and 0 of A; with them: lift 0 %");
    }

    @Test
    void lateOutcomesDoNotMatterWhereTheyMakeNoDifference() {
        assertThat(verdict(late(8, 1, 10))).isEqualTo("proven");
    }
}
