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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Arms whose logs lose different records are not compared. B is better in all of these logs: half of its exposures are clicked, a fifth of
 * A's. Expected intervals are Welch's by user, made with scipy.stats.t from the totals of users: ratio R = sum m / sum d, variance K / (K - 1) *
 * sum (m - R d)^2 / (sum d)^2.
 */
class LoggedAlikeTest {
    private static final int USERS = 400;

    @TempDir
    private Path folder;

    private ExperimentLogs logs;

    @BeforeEach
    void begin() {
        logs = new ExperimentLogs(folder);
    }

    /** Whether the j-th exposure of the i-th user of an arm has what is asked. */
    private interface Which {
        boolean is(String arm, int i, int j);
    }

    private static int clicks(String arm, int i) {
        return i % (arm.equals("A") ? 5 : 2) == 0 ? 1 : 0;
    }

    /** Four exposures of each user, those of both arms in turn. */
    private void exposures(Which assigned) {
        for (int j = 0; j < 4; j++) {
            for (int i = 0; i < USERS; i++) {
                for (String arm : new String[] {"A", "B"}) {
                    logs.request(arm + i, assigned.is(arm, i, j) ? arm : null, clicks(arm, i));
                }
            }
        }
    }

    private static JsonNode check(Cli run, String name) {
        for (JsonNode row : experiment(run).get("arm_checks")) {
            if (row.get("check").asString().equals(name)) {
                return row;
            }
        }
        throw new AssertionError("no check of " + name + ": " + run.err());
    }

    private static void isHeld(Cli run, String check, String reason) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.HOLD);
        assertThat(decision(run).get("decision").asString()).isEqualTo("hold");
        assertThat(decision(run).get("reasons").get(0).asString()).contains(reason);
        assertThat(decision(run).get("what_would_change").toString()).doesNotContain("fix the logs");
        assertThat(check(run, check).get("verdict").asString()).isEqualTo("hold");
    }

    /** What the decision file says about data that it does not hold. */
    private static String evidence(Cli run) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        JsonNode step = decision(run).get("steps").get(0);
        assertThat(step.get("verdict").asString()).isEqualTo("pass");
        return step.get("reasons").toString();
    }

    private static void hasInterval(JsonNode row, double difference, double lower, double upper) {
        assertThat(row.get("difference").doubleValue()).isCloseTo(difference, within(1e-12));
        assertThat(row.get("interval").get("lower").doubleValue()).isCloseTo(lower, within(1e-9));
        assertThat(row.get("interval").get("upper").doubleValue()).isCloseTo(upper, within(1e-9));
        assertThat(row.get("p_value").doubleValue()).isLessThan(1e-50);
    }

    @Test
    void whatIsCompleteSaysNothing() {
        exposures((arm, i, j) -> true);
        Cli run = logs.run("--control", "A");
        assertThat(evidence(run)).isEqualTo("[]");
        assertThat(run.json().get("warnings").size()).isZero();
        assertThat(experiment(run).get("arm_checks"))
                .allSatisfy(row -> assertThat(row.get("verdict").asString()).isEqualTo("pass"));
        assertThat(check(run, "exposures_per_user").get("value").doubleValue()).isEqualTo(4);
    }

    /** Of three later exposures of B's users one or two have no assignment. */
    @Test
    void assignmentsThatOneArmLostHold() {
        exposures((arm, i, j) -> arm.equals("A") || j == 0 || j == 1 && i % 2 == 0 || j == 2);
        Cli run = logs.run("--control", "A");
        isHeld(run, "lost_assignments", "50 % of the later exposures of users of B and 0 % of those of A");
        JsonNode row = check(run, "lost_assignments");
        assertThat(row.get("n").longValue()).isEqualTo(3L * USERS);
        hasInterval(row, 0.5, 0.48359675564747345, 0.5164032443525265);
        assertThat(decision(run).get("what_would_change").get(0).asString()).contains("--where");
    }

    /** The same one of three of each user: nothing varies, and the shares are known exactly. */
    @Test
    void evenIfNothingVaries() {
        exposures((arm, i, j) -> arm.equals("A") || j < 3);
        isHeld(logs.run("--control", "A"), "lost_assignments", "33.3 % of the later exposures of users of B");
    }

    @Test
    void whatBothArmsLostAlikeIsTold() {
        exposures((arm, i, j) -> j == 0 || (i + j) % 2 == 0);
        assertThat(evidence(logs.run("--control", "A")))
                .contains(
                        "50 % of the later exposures of the candidate and 50 % of those of the control have no assignment"
                                + " of their own");
    }

    /** Users of B are in the experiment from their third exposure on, those of A from the first. */
    @Test
    void whatUsersSawBeforeTheyWereInTheExperimentIsNotLost() {
        exposures((arm, i, j) -> arm.equals("A") || j > 1);
        Cli run = logs.run("--control", "A");
        assertThat(check(run, "lost_assignments").get("verdict").asString()).isEqualTo("pass");
        assertThat(check(run, "lost_assignments").get("value").doubleValue()).isZero();
    }

    /** Every other user of B has an assignment of four without an exposure. */
    @Test
    void exposuresThatOneArmLostHold() {
        for (int j = 0; j < 4; j++) {
            for (int i = 0; i < USERS; i++) {
                logs.request("A" + i, "A", clicks("A", i));
                if (j == 3 && i % 2 == 1) {
                    logs.assignedOnly("B" + i, "B");
                } else {
                    logs.request("B" + i, "B", clicks("B", i));
                }
            }
        }
        Cli run = logs.run("--control", "A");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(decision(run).get("reasons").get(0).asString()).startsWith("J23 diff-loss");
        assertThat(run.json().get("warnings").toString())
                .contains("87.5 % of the assignments of B and 100 % of those of A have an exposure");
        hasInterval(check(run, "assignment_join_rate"), -0.125, -0.1373024332643949, -0.1126975667356051);
    }

    /** {@code others} assignments without an exposure to four with one. */
    @ParameterizedTest
    @CsvSource({"1, false", "4, false", "5, true"})
    void aLowJoinRateOfAssignmentsIsAWarning(int others, boolean warns) {
        exposures((arm, i, j) -> true);
        for (int i = 0; i < USERS; i++) {
            for (int j = 0; j < others; j++) {
                logs.assignedOnly("A" + i, "A").assignedOnly("B" + i, "B");
            }
        }
        Cli run = logs.run("--control", "A", "--min-assignment-join-rate", "0");
        assertThat(evidence(run)).contains(warns ? "most of the experiment is not in these logs" : "have no exposure");
        assertThat(run.json().get("warnings").toString().contains("of the assignments of B"))
                .isEqualTo(warns);
    }

    /** Three, four or five exposures of A's users, two, three or four of B's. */
    @Test
    void exposuresPerUserThatDifferAreAWarning() {
        for (int j = 0; j < 5; j++) {
            for (int i = 0; i < USERS; i++) {
                if (j < 3 + i % 3) {
                    logs.request("A" + i, "A", clicks("A", i));
                }
                if (j < 2 + i % 3) {
                    logs.request("B" + i, "B", clicks("B", i));
                }
            }
        }
        Cli run = logs.run("--control", "A");
        assertThat(evidence(run)).contains("users of B have 3 exposures each, those of A 4 (-25 %");
        assertThat(run.err()).contains("warning: users of B have 3 exposures each");
        hasInterval(check(run, "exposures_per_user"), -1, -1.1135427583845239, -0.8864572416154762);
    }

    private void orphans(String arm, int every) {
        for (int i = 0; i < USERS; i += every) {
            logs.orphan(arm + i);
        }
    }

    /** 50 of B's 850 outcomes match no exposure; more than 95 % of all do. */
    @Test
    void outcomesThatDoNotFindTheirExposuresInOneArmHold() {
        exposures((arm, i, j) -> true);
        orphans("B", 8);
        Cli run = logs.run("--control", "A");
        isHeld(run, "orphan_outcomes", "5.88 % of the outcomes of users of B and 0 % of those of A match none (p = ");
        JsonNode row = check(run, "orphan_outcomes");
        assertThat(row.get("n").longValue()).isEqualTo(850);
        assertThat(row.get("difference").doubleValue()).isCloseTo(50.0 / 850, within(1e-12));
        assertThat(row.get("interval").get("lower").doubleValue()).isCloseTo(0.04541893835256539, within(1e-9));
        assertThat(row.get("p_value").doubleValue()).isCloseTo(1.6825631230038174e-15, within(1e-20));
    }

    /** 20 of A's 340 outcomes and 50 of B's 850: the same share, though not the same number on each exposure. */
    @Test
    void outcomesThatBothArmsLoseAlikeDoNotMatter() {
        exposures((arm, i, j) -> true);
        orphans("A", 20);
        orphans("B", 8);
        Cli run = logs.run("--control", "A", "--min-outcome-join-rate", "0.9");
        assertThat(check(run, "orphan_outcomes").get("verdict").asString()).isEqualTo("pass");
    }

    @Test
    void whatUsersDidBeforeTheyWereInTheExperimentIsNotLost() {
        logs.at("2026-11-09T00:00:00Z");
        orphans("B", 8);
        logs.at("2026-11-10T00:00:00Z");
        exposures((arm, i, j) -> true);
        Cli run = logs.run("--control", "A");
        assertThat(check(run, "orphan_outcomes").get("verdict").asString()).isEqualTo("pass");
        assertThat(check(run, "orphan_outcomes").get("value").doubleValue()).isZero();
    }

    /** Two exposures of each user on either of two days; on the second those of A have no outcomes, while 200 users of B click. */
    private Cli silent(boolean onBothDays) {
        for (int day = 10; day <= 11; day++) {
            logs.at("2026-11-" + day + "T00:00:00Z");
            for (int j = 0; j < 2; j++) {
                for (int i = 0; i < USERS; i++) {
                    boolean logged = !onBothDays && day == 10;
                    logs.request("A" + i, "A", logged ? clicks("A", i) : 0).request("B" + i, "B", clicks("B", i));
                }
            }
        }
        return logs.run("--control", "A");
    }

    @Test
    void outcomesOfOneArmThatStopHold() {
        Cli run = silent(false);
        isHeld(
                run,
                "outcome_holes",
                "from 2026-11-11T00:00:00Z to 2026-11-11T01:00:00Z users of A have no outcome on 800 exposures, where"
                        + " about 200 would be expected");
        assertThat(check(run, "outcome_holes").get("control").doubleValue()).isEqualTo(0.5);
        assertThat(check(run, "outcome_holes").get("value").doubleValue()).isZero();
    }

    /** In the second hour B has one user, who clicks, and A has 60, who do not: by that one, 60 would be expected. */
    @Test
    void oneOutcomeOfTheOtherArmIsNothingToExpectManyBy() {
        exposures((arm, i, j) -> true);
        logs.at("2026-11-10T05:00:00Z").request("B0", "B", 1);
        for (int i = 0; i < 60; i++) {
            logs.request("A" + i, "A", 0);
        }
        Cli run = logs.run("--control", "A");
        assertThat(check(run, "outcome_holes").get("verdict").asString()).isEqualTo("pass");
    }

    /** That nobody clicks at all may be true, and is what the metrics say. */
    @Test
    void anArmWithoutAnyOutcomeHasNoHole() {
        assertThat(check(silent(true), "outcome_holes").get("verdict").asString())
                .isEqualTo("pass");
    }

    @Test
    void assignmentsOfOtherUsersAreAWarning() {
        for (int i = 0; i < USERS; i++) {
            logs.request("A" + i, "A", clicks("A", i));
            logs.request("B" + i, null, clicks("B", i)).alsoAssigned(i % 8 == 0 ? "nobody" + i : "B" + i, "B");
        }
        Cli run = logs.run("--control", "A");
        assertThat(evidence(run))
                .contains(
                        "12.5 % of the assignments of B and 0 % of those of A have another user_id than their exposure");
        assertThat(check(run, "other_users").get("n").longValue()).isEqualTo(USERS);
    }

    /** 400 users an arm, a fifth on ios; of those of B {@code lost} of five are lost there. */
    private Cli onPlatforms(int lost) {
        for (int i = 0; i < USERS; i++) {
            boolean ios = i % 5 == 0;
            String more = "\"error\":false,\"context\":{\"os\":\"" + (ios ? "ios" : "web") + "\"}";
            logs.request("A" + i, "A", clicks("A", i), more);
            if (!ios || i / 5 % 5 >= lost) {
                logs.request("B" + i, "B", clicks("B", i), more);
            }
        }
        return logs.run("--control", "A", "--slice", "os");
    }

    /**
     * 80 of 400 users of A and 16 of 336 of B: in all 400 to 336 (p = 0.0183, stats.chisquare). x = [1] * 80 + [0] * 320, y = [1] * 16 + [0] * 320:
     * stats.ttest_ind(y, x, equal_var=False).pvalue = 9.949480561581275e-11
     */
    @Test
    void usersWhoAreLostInOneSliceAreAWarning() {
        Cli run = onPlatforms(4);
        JsonNode row = check(run, "users_in_slice");
        assertThat(row.get("verdict").asString()).isEqualTo("warn");
        assertThat(row.get("control").doubleValue()).isEqualTo(0.2);
        assertThat(row.get("value").doubleValue()).isCloseTo(16 / 336.0, within(1e-15));
        assertThat(row.get("p_value").doubleValue()).isCloseTo(9.949480561581275e-11, within(1e-16));
        assertThat(run.err())
                .contains("4.76 % of the users of B and 20 % of those of A are in os=ios (p = ")
                .contains("users of one arm are lost there or added");
        assertThat(experiment(run).get("sample_ratio").get("verdict").asString())
                .isEqualTo("pass");
    }

    @Test
    void slicesWithTheSameUsersAreNone() {
        assertThat(check(onPlatforms(0), "users_in_slice").get("verdict").asString())
                .isEqualTo("pass");
    }

    private static String says(String experiment, String variant) {
        return "\"error\":false,\"context\":{\"experiment_id\":\"" + experiment + "\",\"experiment_variant\":\""
                + variant + "\"}";
    }

    /** One request of every user, in whose context {@code wrong} of 400 users of B are said to be in A. */
    private Cli stated(int wrong) {
        for (int i = 0; i < USERS; i++) {
            logs.request("A" + i, "A", clicks("A", i), says("exp", "A"));
            logs.request("B" + i, "B", clicks("B", i), says("exp", i < wrong ? "A" : "B"));
        }
        return logs.run("--control", "A");
    }

    @Test
    void aContextThatContradictsTheAssignmentsHolds() {
        Cli run = stated(8);
        isHeld(run, "contradictions", "2 % of the exposures of B and 0 % of those of A name another variant");
        assertThat(decision(run).get("what_would_change").get(0).asString()).contains("which is right");
    }

    @Test
    void fewContradictionsAreAWarning() {
        assertThat(evidence(stated(4))).contains("1 % of the exposures of B");
    }

    @Test
    void variantsThatNoAssignmentNamesContradictToo() {
        for (int i = 0; i < USERS; i++) {
            logs.request("A" + i, "A", clicks("A", i), says("exp", "a"));
            logs.request("B" + i, "B", clicks("B", i), says("exp", "B"));
        }
        isHeld(logs.run("--control", "A"), "contradictions", "0 % of the exposures of B and 100 % of those of A");
    }

    @Test
    void theVariantOfAnotherExperimentContradictsNothing() {
        for (int i = 0; i < USERS; i++) {
            logs.request("A" + i, "A", clicks("A", i), says("other", i % 2 == 0 ? "A" : "B"));
            logs.request("B" + i, "B", clicks("B", i), says("other", i % 2 == 0 ? "A" : "B"));
        }
        Cli run = logs.run("--control", "A");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(experiment(run).get("arm_checks").toString()).doesNotContain("contradictions");
    }

    /** Arms that the context names: a third of the later exposures of B name the experiment and no variant. */
    @ParameterizedTest
    @ValueSource(strings = {"\"experiment_id\":\"exp\"", ""})
    void aVariantThatTheContextLeavesOutIsLostToo(String context) {
        for (int j = 0; j < 4; j++) {
            for (int i = 0; i < USERS; i++) {
                logs.request("A" + i, null, clicks("A", i), says("exp", "A"));
                logs.request(
                        "B" + i,
                        null,
                        clicks("B", i),
                        j == 1 + i % 3 ? "\"error\":false,\"context\":{" + context + "}" : says("exp", "B"));
            }
        }
        Cli run = logs.run("--control", "A");
        isHeld(run, "lost_assignments", "33.3 % of the later exposures of users of B and 0 % of those of A");
        assertThat(experiment(run).get("arm_checks").toString()).doesNotContain("assignment_join_rate");
    }

    /** The candidate loses nothing; what another arm loses is listed and decides nothing. */
    @Test
    void whatAnotherArmLosesDecidesNothing() throws IOException {
        exposures((arm, i, j) -> true);
        for (int j = 0; j < 4; j++) {
            for (int i = 0; i < USERS; i++) {
                logs.request("C" + i, j == 3 ? null : "C", clicks("C", i));
            }
        }
        Cli run = logs.run("--control", "A", "--candidate", "B");
        assertThat(evidence(run)).isEqualTo("[]");
        Path file = folder.resolve("report");
        logs.run("--control", "A", "--candidate", "B", "--output", "markdown=" + file);
        assertThat(Files.readAllLines(file))
                .anyMatch(line -> line.startsWith("| unassigned exposures") && line.contains("33.33 %"))
                .noneMatch(line -> line.startsWith("| exposures per user") && line.contains("| C "))
                .contains("Checks that are not listed pass.");
    }
}
