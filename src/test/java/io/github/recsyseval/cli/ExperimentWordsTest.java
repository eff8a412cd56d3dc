package io.github.recsyseval.cli;

import static io.github.recsyseval.cli.ExperimentLogs.comparison;
import static io.github.recsyseval.cli.ExperimentLogs.decision;
import static io.github.recsyseval.cli.ExperimentLogs.experiment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Decisions say why, and what to do, in sentences that are true. */
class ExperimentWordsTest {
    @TempDir
    Path folder;

    private ExperimentLogs logs;

    @BeforeEach
    void begin() {
        logs = new ExperimentLogs(folder);
    }

    /** Users with one request each, of whom the first {@code clicking} click. */
    private void arm(String name, int users, int clicking) {
        for (int i = 0; i < users; i++) {
            logs.request(name + i, name, i < clicking ? 1 : 0);
        }
    }

    private static String reason(Cli run) {
        return decision(run).get("reasons").get(0).asString();
    }

    /** Any improvement is one of the difference, too, where there is nothing to divide by. */
    @Test
    void aControlWithoutClicksIsBeatenByTheDifference() {
        arm("A", 300, 0);
        arm("B", 300, 25);
        Cli run = logs.run("--control", "A");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        // y = 25 ones among 300: y.mean() -+ stats.t.ppf(.975, 299) * y.std(ddof=1) / sqrt(300)
        assertThat(reason(run)).startsWith("ctr is better: difference +8.33 pp, between +5.19 pp and +11.5 pp");
        assertThat(decision(run).get("effects").get(0).get("min_effect_unit").asString())
                .isEqualTo("difference");
    }

    @Test
    void aLiftOverNothingIsRefusedWithTheWayOut() {
        arm("A", 300, 0);
        arm("B", 300, 60);
        Cli run = logs.run("--control", "A", "--min-lift", "ctr=5%");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(reason(run))
                .isEqualTo(
                        "ctr cannot be judged: ctr of A is 0, over which there is no lift; --min-difference ctr=VALUE asks"
                                + " for a difference instead, and more clicks would bound the lift");
    }

    @Test
    void planningForFarTooManyUsersIsNamedAsTheReason() {
        arm("A", 300, 30);
        arm("B", 300, 60);
        Cli run = logs.run("--control", "A", "--monitoring", "--planned-users", "1000000000", "--min-lift", "ctr=5%");
        assertThat(reason(run))
                .contains("ctr of A is not distinguishable from 0 at level 95 %")
                .endsWith(
                        "intervals are wide because --planned-users 1,000,000,000 is far more than the 600 users there are:"
                                + " give the number that the experiment is to end with");
        assertThat(reason(logs.run("--control", "A", "--monitoring", "--planned-users", "1000000000")))
                .startsWith("ctr is inconclusive: difference +10 pp")
                .contains("--planned-users 1,000,000,000 is far more");
        assertThat(reason(logs.run("--control", "A", "--monitoring"))).doesNotContain("planned");
    }

    @Test
    void tooFewDataIsNotAnIntervalThatIsTooLow() {
        arm("A", 40, 4);
        arm("B", 40, 30);
        Cli run = logs.run("--control", "A", "--min-difference", "ctr=0.01");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(reason(run))
                .contains(", all of it above +1 pp; an arm has 40 users, and fewer than 50 prove nothing")
                .doesNotContain("not all of it");
    }

    @Test
    void fewEventsAreCounted() {
        arm("A", 400, 2);
        arm("B", 400, 12);
        assertThat(reason(logs.run("--control", "A")))
                .endsWith("with both arms alike one would have about 7 clicks, and fewer than 10 prove nothing");
    }

    /**
     * d = -.3, se = sqrt(.3 * .7 / 199), c = scipy.stats.t.ppf(.975, 199): (d + c * se) / .3 = -0.7864698551523416, and the other end
     * below -1.
     */
    @Test
    void theLiftOfAnArmWithoutClicksHasAWidth() {
        arm("A", 200, 60);
        arm("B", 200, 0);
        Cli run = logs.run("--control", "A");
        assertThat(run.exitCode()).isEqualTo(ExitCode.ROLL_BACK);
        JsonNode interval = comparison(run, "ctr").get("lift_interval");
        assertThat(interval.get("lower").doubleValue()).isEqualTo(-1);
        assertThat(interval.get("upper").doubleValue()).isCloseTo(-0.7864698551523416, within(1e-9));
        assertThat(reason(run)).contains("lift -100 %, between -100 % and -78.6 %");
    }

    @Test
    void whereEverybodyCrossedOverThatIsSaid() {
        for (String arm : new String[] {"A", "B"}) {
            for (int i = 0; i < 120; i++) {
                logs.request("u" + i, arm, arm.equals("A") ? 0 : 1);
            }
        }
        Cli run = logs.run("--control", "A");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(reason(run))
                .isEqualTo(
                        "every user was served by several arms, all 120 users: assignment does not stick to users (is it"
                                + " drawn anew for every request?), and nobody is left to compare");
        assertThat(reason(logs.run("--control", "A", "--crossover", "first")))
                .endsWith("and no user saw one arm alone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A ", "\u0410", "a"})
    void armsThatLookTheSameAreToldApart(String other) {
        arm("A", 300, 30);
        arm("B", 300, 60);
        arm(other, 20, 2);
        String spelled = other.equals("A ") ? "A\\u0020" : other.equals("a") ? "a" : "\\u0410";
        Cli run = logs.run("--control", "A", "--candidate", "B", "--expected-split", "A=50,B=50");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(experiment(run).get("sample_ratio").get("message").asString())
                .contains("the arm " + spelled + ", which the expected split does not name")
                .contains("the arms \"A\" and \"" + spelled + "\" look the same");
        // as data the name stays what it is
        assertThat(experiment(run).get("sample_ratio").get("unexpected").get(0).asString())
                .isEqualTo(other);
        assertThat(logs.run("--control", "A").err())
                .contains("choose one by --candidate (")
                .contains(spelled);
    }

    @Test
    void aShipSaysNothingOfHolding() {
        arm("A", 500, 50);
        arm("B", 500, 150);
        Cli run = logs.run("--control", "A");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(decision(run).get("reasons").toString())
                .contains("no guardrail is broken; within its limit: empty rate")
                .doesNotContain("hold");
    }

    /** 50 users are needed in each of two arms of 40, whatever the test says: 50 / 40 * 80 = 100. */
    @Test
    void whatWouldChangeTooFewUsersIsEnoughUsers() {
        arm("A", 40, 4);
        arm("B", 40, 30);
        assertThat(decision(logs.run("--control", "A")).get("what_would_change").toString())
                .contains("ctr: about 100 users in both arms (20 more) would prove it");
    }

    /**
     * m = .3, R_C = .1, V = p (1 - p) / 199 by arm, k = st.t.ppf(.975, df) + st.norm.ppf(.8) with Welch's df = 392.917: 400 * k**2 *
     * (V_T + (1 + L)**2 * V_C) / ((m - L) * R_C)**2 = 3575.67 for L = 0 and 5382.84 for L = .05.
     */
    @Test
    void usersThatWouldProveWhatIsSeenFollowTheFormulaOfTheTable() {
        arm("A", 200, 20);
        arm("B", 200, 26);
        assertThat(decision(logs.run("--control", "A")).get("what_would_change").toString())
                .contains("ctr: about 3,576 users in both arms");
        assertThat(decision(logs.run("--control", "A", "--min-lift", "5%"))
                        .get("what_would_change")
                        .toString())
                .contains("ctr: about 5,383 users in both arms");
    }

    /** What is told at the top is not told again below. */
    @Test
    void everyReasonStandsOnceInThePage() throws IOException {
        arm("A", 500, 50);
        arm("B", 500, 150);
        assertThat(reasonsOnce(logs.run("--control", "A", "--output", "markdown=" + page())))
                .isEqualTo(2);
        for (int i = 0; i < 100; i++) {
            logs.request(
                    "y" + i, "A", 0, "\"latency_ms\":5,\"error\":false,\"items\":[{\"item_id\":\"i1\",\"rank\":3}]");
        }
        assertThat(reasonsOnce(logs.run("--control", "A", "--output", "markdown=" + page())))
                .isGreaterThan(0);
    }

    @Test
    void aGuardrailThatDecidesIsToldOnce() throws IOException {
        arm("A", 500, 50);
        arm("B", 500, 150);
        String rule = "error_rate: max_increase=0.1%";
        Cli run = logs.run("--control", "A", "--guardrail", rule, "--output", "markdown=" + page());
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(reasonsOnce(run)).isEqualTo(1);
    }

    private Path page() {
        return folder.resolve("page.md");
    }

    /** How many reasons there are, each of which stands once in the page. */
    private int reasonsOnce(Cli run) throws IOException {
        String page = Files.readString(page()).replace("\\", "");
        assertThat(run.exitCode()).isIn(ExitCode.OK, ExitCode.HOLD);
        int reasons = 0;
        for (String line : page.split("\n## ")[0].split("\n")) {
            if (line.startsWith("- ")) {
                assertThat(page.split(Pattern.quote(line.substring(2)), -1))
                        .as(line)
                        .hasSize(2);
                reasons++;
            }
        }
        return reasons;
    }
}
