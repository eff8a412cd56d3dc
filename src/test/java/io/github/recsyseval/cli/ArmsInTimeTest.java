package io.github.recsyseval.cli;

import static io.github.recsyseval.cli.ExperimentLogs.decision;
import static io.github.recsyseval.cli.ExperimentLogs.experiment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Arms are compared under the same conditions, or not at all. */
class ArmsInTimeTest {
    private static final String[] DAYS = {"2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05"};

    @TempDir
    private Path folder;

    private ExperimentLogs logs;

    @BeforeEach
    void begin() {
        logs = new ExperimentLogs(folder);
    }

    /** New users of both arms, one after the other, with a request each; every {@code nth} clicks. */
    private void come(String moment, int ofA, int ofB, int nth) {
        logs.at(moment);
        for (int i = 0; i < Math.max(ofA, ofB); i++) {
            if (i < ofA) {
                logs.request("A" + moment + i, "A", i % nth == 0 ? 1 : 0);
            }
            if (i < ofB) {
                logs.request("B" + moment + i, "B", i % nth == 0 ? 1 : 0);
            }
        }
    }

    private static JsonNode overlap(Cli run) {
        return experiment(run).get("overlaps").get(0);
    }

    /** Nobody's click depends on the arm; on the later days everybody clicks more often. */
    @Test
    void armsThatRanOneAfterTheOtherAreHeld() {
        come(DAYS[0] + "T10:00:00Z", 400, 0, 5);
        come(DAYS[1] + "T10:00:00Z", 400, 0, 5);
        come(DAYS[2] + "T10:00:00Z", 0, 400, 2);
        come(DAYS[3] + "T10:00:00Z", 0, 400, 2);
        Cli run = logs.run("--control", "A");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(decision(run).get("reasons").get(0).asString())
                .startsWith("the arms B and A were not shown at the same time: 0 % of the exposures of B");
        assertThat(decision(run).get("what_would_change").toString())
                .contains("show both arms at the same time", "--since")
                .doesNotContain("fix the logs");
        assertThat(overlap(run).get("verdict").asString()).isEqualTo("apart");
        assertThat(overlap(run).get("shift").doubleValue()).isEqualTo(1);
    }

    /** Every day has both arms, each in hours of its own. */
    @Test
    void soAreArmsThatTookTurnsByTheHour() {
        for (String day : DAYS) {
            come(day + "T08:00:00Z", 100, 0, 5);
            come(day + "T09:00:00Z", 0, 100, 2);
        }
        Cli run = logs.run("--control", "A");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(overlap(run).get("per").asString()).isEqualTo("hour");
        assertThat(overlap(run).get("verdict").asString()).isEqualTo("apart");
    }

    /** Of the 600 exposures of A 100 are in the hour of B's, all of which are with A's. */
    @Test
    void anArmThatRanMuchLongerIsComparedInTheTimeOfBoth() {
        for (int hour = 10; hour < 16; hour++) {
            come(DAYS[0] + "T" + hour + ":00:00Z", 100, hour == 15 ? 100 : 0, hour == 15 ? 2 : 5);
        }
        Cli run = logs.run("--control", "A", "--expected-split", "A=6,B=1");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(overlap(run).get("share").doubleValue()).isEqualTo(1);
        assertThat(overlap(run).get("control_share").doubleValue()).isEqualTo(1.0 / 6);
        Cli both = logs.run("--control", "A", "--since", DAYS[0] + "T15:00:00Z");
        assertThat(overlap(both).get("verdict").asString()).isEqualTo("together");
        assertThat(overlap(both).get("control_share").doubleValue()).isEqualTo(1);
    }

    /**
     * B has 10 % of the users of two days and then half of them. No arm has an effect, and users of the later days click more often.
     * Shares of new users by day: A 180, 180, 100, 100 of 560, B 20, 20, 100, 100 of 240: half the sum of the differences is
     * 180/560 - 20/240 twice = 0.47619. stats.chi2_contingency([[180, 180, 100, 100], [20, 20, 100, 100]], correction=False): 152.4
     */
    @Test
    void aRampIsAWarningAndSaysWhatToDo() {
        ramp();
        Cli run = logs.run("--control", "A", "--expected-split", "A=7,B=3");
        assertThat(overlap(run).get("verdict").asString()).isEqualTo("drifting");
        assertThat(overlap(run).get("shift").doubleValue()).isCloseTo(0.47619, within(1e-5));
        assertThat(overlap(run).get("shift_p").doubleValue()).isLessThan(1e-30);
        assertThat(run.json().get("warnings").toString())
                .contains("10 % (2026-11-02) to 50 % (2026-11-04) were in B", "--since");
        assertThat(run.err()).contains("warning: the split between A and B moved while the experiment ran");
        Cli late = logs.run("--control", "A", "--since", DAYS[2]);
        assertThat(overlap(late).get("verdict").asString()).isEqualTo("together");
        assertThat(late.exitCode()).isEqualTo(ExitCode.HOLD);
    }

    private void ramp() {
        for (int day = 0; day < 4; day++) {
            come(DAYS[day] + "T10:00:00Z", day < 2 ? 180 : 100, day < 2 ? 20 : 100, day < 2 ? 5 : 2);
        }
    }

    /**
     * On every day both arms click alike, on the later ones more. With w = n_A n_B / (n_A + n_B) = 18, 18, 50, 50 both have
     * sum w m / sum w = 0.42059; variances sum w^2 v / (sum w)^2 with v = y.var(ddof=1) / n; Fieller's interval with stats.t.ppf(.975, df) of
     * Welch's df for 560 and 240 users.
     */
    @Test
    void whatOnlyTheDaysDifferByIsNotShipped() {
        ramp();
        Cli run = logs.run("--control", "A", "--expected-split", "A=7,B=3");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(decision(run).get("reasons").get(0).asString())
                .startsWith("ctr is better only over all days together, between which the split moved; among users who"
                        + " came first on the same day: lift 0 %, between -17.8 % and +21 % at level 95 %");
    }

    @Test
    void aChangeThatIsBetterOnEveryDayIsShippedThroughARamp() {
        for (int day = 0; day < 4; day++) {
            logs.at(DAYS[day] + "T10:00:00Z");
            for (int i = 0; i < 180; i++) {
                boolean early = day < 2;
                if (early || i < 100) {
                    logs.request("A" + day + "x" + i, "A", i % (early ? 5 : 3) == 0 ? 1 : 0);
                }
                if (i < (early ? 20 : 100)) {
                    logs.request("B" + day + "x" + i, "B", i % (early ? 5 : 3) == 0 ? 0 : 1);
                }
            }
        }
        Cli run = logs.run("--control", "A", "--expected-split", "A=7,B=3");
        assertThat(overlap(run).get("verdict").asString()).isEqualTo("drifting");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    }

    /** Two users a day in each arm: which hours they come in says nothing. */
    @Test
    void fewUsersAreComparedByTheDay() {
        for (int day = 1; day < 31; day++) {
            String date = "2026-11-" + (day < 10 ? "0" : "") + day;
            come(date + "T07:00:00Z", 2, 0, 3);
            come(date + "T19:00:00Z", 0, 2, 3);
        }
        Cli run = logs.run("--control", "A");
        assertThat(overlap(run).get("per").asString()).isEqualTo("day");
        assertThat(overlap(run).get("verdict").asString()).isEqualTo("together");
        assertThat(overlap(run).get("shift").doubleValue()).isZero();
    }

    @Test
    void whoComesOnceAWeekSaysNothing() {
        for (int day = 1; day < 31; day++) {
            come("2026-11-" + (day < 10 ? "0" : "") + day + "T07:00:00Z", day % 2, 1 - day % 2, 3);
        }
        Cli run = logs.run("--control", "A");
        assertThat(overlap(run).get("verdict").asString()).isEqualTo("unknown");
        assertThat(overlap(run).get("per").isNull()).isTrue();
        assertThat(overlap(run).get("message").asString()).contains("too few users a day");
    }

    /** Users come back, on the days of both arms: only their first exposure counts for the split. */
    @Test
    void usersWhoComeBackDoNotMoveTheSplit() {
        for (int day = 0; day < 4; day++) {
            logs.at(DAYS[day] + "T10:00:00Z");
            for (int i = 0; i < 200; i++) {
                logs.request("A" + i, "A", 0);
                if (day == 0 || i % 2 == 0) {
                    logs.request("B" + i, "B", 0);
                }
            }
        }
        Cli run = logs.run("--control", "A");
        assertThat(overlap(run).get("shift").doubleValue()).isZero();
        assertThat(overlap(run).get("verdict").asString()).isEqualTo("together");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "html", "github", "junit"})
    void everyFormOfTheReportSaysIt(String format) throws IOException {
        come(DAYS[0] + "T10:00:00Z", 100, 0, 5);
        come(DAYS[2] + "T10:00:00Z", 0, 100, 2);
        Path file = folder.resolve("report");
        logs.run("--control", "A", "--output", format + "=" + file);
        assertThat(Files.readString(file).replaceAll("\\s+", " ")).contains("were not shown at the same time");
    }
}
