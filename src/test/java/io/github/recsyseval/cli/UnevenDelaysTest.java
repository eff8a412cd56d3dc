package io.github.recsyseval.cli;

import static io.github.recsyseval.cli.ExperimentLogs.decision;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An arm whose conversions come sooner has more of them while many of both are still to come. */
class UnevenDelaysTest {
    private static final Instant END = Instant.parse("2026-11-20T11:00:00Z");
    private static final int DAY = 86_400;

    @TempDir
    Path folder;

    /** Ten days of 60 new users an arm with a request each; those below {@code ofA}, or {@code ofB}, of three convert after some days. */
    private Cli run(int ofA, IntUnaryOperator daysOfA, int ofB, IntUnaryOperator daysOfB, String control) {
        ExperimentLogs logs = new ExperimentLogs(folder);
        for (int day = 0; day < 10; day++) {
            users(logs, day, 60, "A", ofA, daysOfA);
            users(logs, day, 60, "B", ofB, daysOfB);
        }
        return logs.run("--control", control, "--primary", "conversion_rate", "--tolerate", "J13");
    }

    private static void users(ExperimentLogs logs, int day, int count, String arm, int of, IntUnaryOperator days) {
        for (int i = 0; i < count; i++) {
            request(logs, day, i, arm, i % 3 < of ? days.applyAsInt(i) : -1);
        }
    }

    private static void request(ExperimentLogs logs, int day, int i, String arm, int later) {
        String user = arm + day + "x" + i;
        Instant at = Instant.parse("2026-11-11T10:00:00Z").plusSeconds((long) day * DAY + i);
        logs.at(at.toString()).request(user, arm, i % 2);
        Instant converted = at.plusSeconds(60 + (long) later * DAY);
        if (later >= 0 && converted.isBefore(END)) {
            logs.at(converted.toString()).conversion(user, 5 + i % 7);
        }
    }

    private static String reason(Cli run) {
        return decision(run).get("reasons").get(0).asString();
    }

    /** Everybody converts in the end: in B on the same day, in A one to four days later. */
    @Test
    void conversionsThatComeSoonerAreNotMore() {
        Cli run = run(3, i -> 1 + i % 4, 3, i -> 0, "A");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.HOLD);
        assertThat(reason(run))
                .startsWith(
                        "conversion_rate is better as far as conversions have come: those of B come sooner than those"
                                + " of A (p < 1e-")
                .contains("of all are still to come");
    }

    @Test
    void norAreThoseLessThatComeLater() {
        Cli run = run(3, i -> 1 + i % 4, 3, i -> 0, "B");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.HOLD);
        assertThat(reason(run)).startsWith("conversion_rate is worse as far as conversions have come: those of B come");
    }

    @Test
    void armsWhoseConversionsTakeAsLongAreCompared() {
        Cli run = run(1, i -> 1 + i % 4, 3, i -> 1 + i % 4, "A");
        assertThat(run.json().get("warnings").toString()).contains("conversions are still to come: at least");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    }

    /** Of younger exposures only the short delays are known, so those of an arm that grew look shorter. */
    @Test
    void anArmThatGrewIsNotTakenForOneWhoseConversionsComeSooner() {
        ExperimentLogs logs = new ExperimentLogs(folder);
        for (int day = 0; day < 10; day++) {
            users(logs, day, day < 5 ? 180 : 24, "A", 1, i -> 1 + i % 4);
            users(logs, day, day < 5 ? 24 : 180, "B", 3, i -> 1 + i % 4);
        }
        Cli run = logs.run("--control", "A", "--primary", "conversion_rate", "--tolerate", "J13");
        assertThat(run.json().get("experiment").get("overlaps").toString()).contains("drifting");
        assertThat(reason(run)).doesNotContain("as far as");
    }

    /** What comes later and is more already will be no less. */
    @Test
    void anArmThatIsBetterAlthoughItsConversionsComeLaterIsShipped() {
        Cli run = run(1, i -> 0, 3, i -> 1 + i % 4, "A");
        assertThat(run.json().get("warnings").toString()).contains("conversions are still to come: at least");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    }
}
