package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Five requests of four users, each with one click. Reciprocal ranks of the run: 1, 1/2 (u1), 1 (u2), 1/2 (u3), 1/4 (u4), mean 0.65;
 * of the older lists for the same requests: 1/2, 1/2, 1, 1/4, 1/4, mean 0.5.
 */
class OfflineGateTest {

    @TempDir
    private Path temp;

    private String run;
    private String older;

    @BeforeEach
    void write() {
        run = clicks(new LogFolder(temp.resolve("run"))
                        .exposure("r1", "u1", "home", "x", "b", "c", "d")
                        .exposure("r2", "u1", "home", "a", "x", "c", "d")
                        .exposure("r3", "u2", "home", "x", "b", "c", "d")
                        .exposure("r4", "u3", "pdp", "a", "x", "c", "d")
                        .exposure("r5", "u4", "pdp", "a", "b", "c", "x"))
                .write();
        older = clicks(new LogFolder(temp.resolve("older"))
                        .exposure("r1", "u1", "home", "b", "x", "c", "d")
                        .exposure("r2", "u1", "home", "a", "x", "c", "d")
                        .exposure("r3", "u2", "home", "x", "b", "c", "d")
                        .exposure("r4", "u3", "pdp", "a", "d", "c", "x")
                        .exposure("r5", "u4", "pdp", "a", "b", "c", "x"))
                .write();
    }

    private static LogFolder clicks(LogFolder log) {
        return log.click("r1", "u1", "x")
                .click("r2", "u1", "x")
                .click("r3", "u2", "x")
                .click("r4", "u3", "x")
                .click("r5", "u4", "x");
    }

    @Test
    void aGateThatHoldsChangesNothing() {
        CommandRun result = offline(run, "--gate", "mrr: min=0.65, max=0.65");
        assertThat(result.exit()).isZero();
        assertThat(result.err()).isEmpty();
        JsonNode gates = result.report().get("gates");
        assertThat(gates).hasSize(2);
        assertThat(gates.get(0).get("verdict").asString()).isEqualTo("pass");
        assertThat(gates.get(0).get("reason").isNull()).isTrue();
    }

    @Test
    void aGateThatFailsEndsWithExit4AndItsReason() {
        CommandRun result = offline(run, "--gate", "mrr: min=0.66");
        assertThat(result.exit()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(result.err())
                .isEqualTo("recsys-eval: gate \"mrr: min=0.66\" failed: mrr is 0.65; at least 0.66 is demanded\n");
        assertThat(result.report().get("gates").get(0).get("value").asDouble()).isCloseTo(0.65, within(1e-12));
    }

    @Test
    void markdownShowsTheVerdictBeforeTheFigures() {
        CommandRun result = CommandRun.of(
                "offline",
                "--exposures",
                run + "/exposures.jsonl",
                "--outcomes",
                run + "/outcomes.jsonl",
                "--metrics",
                "mrr",
                "--gate",
                "mrr: min=0.66");
        assertThat(result.out().indexOf("**Gates fail.**"))
                .isPositive()
                .isLessThan(result.out().indexOf("## Ranking"));
    }

    @Test
    void aDropNeedsABaseline() {
        CommandRun result = offline(run, "--gate", "mrr: max_drop=0.01");
        assertThat(result.exit()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(result.err()).contains("it needs a baseline: give --baseline report.json");
    }

    @Test
    void anUnknownMetricIsToldBeforeAnythingIsRead() {
        CommandRun result = CommandRun.on(
                temp.resolve("nowhere").toString(), "offline", "--metrics", "ndcg@10", "--gate", "ndgc@10: min=0.1");
        assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--metrics has no \"ndgc@10\"; did you mean ndcg@10?");
    }

    /** 2 for 2 %: a metric from 0 to 1 cannot lose more than all of itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {"mrr: max_relative_drop=2", "mrr: max_drop=5", "mrr: max=1", "gini: max_drop=1", "mrr: min=-1"})
    void aGateThatCanNeverFailIsRefused(String gate) {
        CommandRun result =
                CommandRun.on(temp.resolve("nowhere").toString(), "offline", "--metrics", "mrr,gini", "--gate", gate);
        assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .contains("gate \"" + gate + "\" can never fail")
                .contains("always from 0 to 1");
    }

    /** A Gini coefficient may double, and a catalogue of many items may lose more than one. */
    @ParameterizedTest
    @ValueSource(
            strings = {"gini: max_relative_drop=2", "effective_catalogue: max_drop=5", "mrr: max_relative_drop=99%"})
    void aGateThatCanFailIsNot(String gate) {
        CommandRun result = CommandRun.on(
                temp.resolve("nowhere").toString(),
                "offline",
                "--metrics",
                "mrr,gini,effective_catalogue",
                "--gate",
                gate);
        assertThat(result.exit()).isEqualTo(ExitCode.INPUT);
    }

    @Test
    void slicesAreGatedByName() {
        CommandRun result = offline(
                run,
                "--slice",
                "surface",
                "--slice-floor",
                "1",
                "--gate",
                "mrr[surface=pdp]: min=0.375",
                "--gate",
                "mrr[surface=home]: min=0.84",
                "--gate",
                "mrr[surface=mars]: min=0");
        JsonNode gates = result.report().get("gates");
        assertThat(result.exit()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(gates.get(0).get("verdict").asString()).isEqualTo("pass");
        // (1 + 1/2 + 1) / 3
        assertThat(gates.get(1).get("value").asDouble()).isCloseTo(2.5 / 3, within(1e-12));
        assertThat(gates.get(1).get("verdict").asString()).isEqualTo("fail");
        assertThat(gates.get(2).get("reason").asString()).isEqualTo("no exposure falls into the slice surface=mars");
    }

    @Test
    void aSliceGateNeedsItsBreakdown() {
        CommandRun result = offline(run, "--gate", "mrr[surface=home]: min=0");
        assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("needs --slice surface");
    }

    @Test
    void untrustedDataFailsEveryGateUnlessAllowed() {
        String orphans = clicks(new LogFolder(temp.resolve("orphans"))
                        .exposure("r1", "u1", "home", "x", "b", "c", "d")
                        .exposure("r2", "u1", "home", "x", "b", "c", "d"))
                .write();
        CommandRun result = offline(orphans, "--gate", "mrr: min=0");
        assertThat(result.exit()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(result.err()).contains("the data is not trusted: outcome join rate is 40 %");
        assertThat(offline(orphans, "--gate", "mrr: min=0", "--allow-untrusted").exit())
                .isZero();
    }

    @Test
    void pairsRequestsOfOtherLists() {
        CommandRun result = offline(run, "--baseline-exposures", older + "/exposures.jsonl", "--slice", "surface");
        JsonNode baseline = result.report().get("offline").get("baseline");
        JsonNode delta = baseline.get("deltas").get(0);
        assertThat(result.exit()).isZero();
        assertThat(baseline.get("pairs").asLong()).isEqualTo(5);
        assertThat(delta.get("before").asDouble()).isCloseTo(0.5, within(1e-12));
        assertThat(delta.get("after").asDouble()).isCloseTo(0.65, within(1e-12));
        assertThat(delta.get("delta").asDouble()).isCloseTo(0.15, within(1e-12));
        assertThat(delta.get("relative_delta").asDouble()).isCloseTo(0.3, within(1e-12));
        assertThat(delta.get("wins").asLong()).isEqualTo(2);
        assertThat(delta.get("ties").asLong()).isEqualTo(3);
        assertThat(delta.get("losses").asLong()).isZero();
        /* differences by user: .5 of 2 requests, 0, .25, 0 of 1 each; e = (m - .15 n) / 5 = .04, -.03, .02, -.03;
         * se = sqrt(4/3 (.0016 + .0009 + .0004 + .0009)) = 0.0711805; t(.975, 3) = 3.1824463 */
        double half = 3.1824463 * Math.sqrt(4.0 / 3 * 0.0038);
        assertThat(delta.get("interval").get("lower").asDouble()).isCloseTo(0.15 - half, within(1e-7));
        assertThat(delta.get("interval").get("upper").asDouble()).isCloseTo(0.15 + half, within(1e-7));
        assertThat(delta.get("verdict").asString()).isEqualTo("inconclusive");
        JsonNode home = baseline.get("by_segment").get("surface=home").get(0);
        assertThat(home.get("delta").asDouble()).isCloseTo(0.5 / 3, within(1e-12));
    }

    @Test
    void pairsUsersWhereRequestsDiffer() {
        String lastWeek = new LogFolder(temp.resolve("lastWeek"))
                .exposure("s1", "u1", "home", "b", "x")
                .exposure("s2", "u3", "home", "x", "b")
                .exposure("s3", "u9", "home", "x", "b")
                .click("s1", "u1", "x")
                .click("s2", "u3", "x")
                .click("s3", "u9", "x")
                .write();
        CommandRun result = offline(
                run,
                "--baseline-exposures",
                lastWeek + "/exposures.jsonl",
                "--baseline-outcomes",
                lastWeek + "/outcomes.jsonl",
                "--pair-by",
                "user");
        JsonNode baseline = result.report().get("offline").get("baseline");
        JsonNode delta = baseline.get("deltas").get(0);
        assertThat(baseline.get("pairs").asLong()).isEqualTo(2);
        assertThat(baseline.get("only_after").asLong()).isEqualTo(2);
        assertThat(baseline.get("only_before").asLong()).isEqualTo(1);
        // u1: 1, 1/2 against 1/2; u3: 1/2 against 1
        assertThat(delta.get("after").asDouble()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(delta.get("before").asDouble()).isCloseTo(0.75, within(1e-12));
        assertThat(delta.get("wins").asLong()).isEqualTo(1);
        assertThat(delta.get("losses").asLong()).isEqualTo(1);
    }

    @Test
    void dropsAreGatedAgainstOtherLists() {
        // from 0.65 to 0.5: a drop of 0.15, relative 3/13
        assertThat(exitBelowRun("mrr: max_drop=0.15")).isZero();
        assertThat(exitBelowRun("mrr: max_drop=0.149")).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(exitBelowRun("mrr: max_relative_drop=23.1%")).isZero();
        assertThat(exitBelowRun("mrr: max_relative_drop=23%")).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(exitBelowRun("mrr: max_drop=0, mode=ci")).isZero();
    }

    /** How a gate ends that holds the older lists against those of the run. */
    private int exitBelowRun(String gate) {
        return offline(older, "--baseline-exposures", run + "/exposures.jsonl", "--gate", gate)
                .exit();
    }

    /**
     * Two of the five outcomes of the older lists find them. Reciprocal ranks rise by 3/4 and by 2/3: the mean is 17/24 with standard error
     * 1/24, and t(.975, 1) = 12.706 of them are 0.529, so the interval lies above 0.
     */
    @Test
    void nothingIsBetterThanWhatIsNotTrusted() {
        String lost = clicks(new LogFolder(temp.resolve("lostToo"))
                        .exposure("r1", "u1", "home", "b", "c", "d", "x")
                        .exposure("r3", "u2", "home", "b", "c", "x", "d"))
                .write();
        JsonNode delta = delta(runAgainst(lost));
        assertThat(delta.get("delta").asDouble()).isCloseTo(17.0 / 24, within(1e-12));
        assertThat(delta.get("interval").get("lower").asDouble()).isCloseTo((17 - 12.7062047) / 24, within(1e-7));
        assertThat(delta.get("verdict").asString()).isEqualTo("untrusted");
        JsonNode allowed = delta(runAgainst(lost, "--allow-untrusted"));
        assertThat(allowed.get("verdict").asString()).isEqualTo("better");
    }

    private static JsonNode delta(CommandRun result) {
        return result.report().get("offline").get("baseline").get("deltas").get(0);
    }

    /** Two of the five outcomes of the older lists find them. */
    @Test
    void aBaselineWhoseOwnLogsDoNotJoinFailsItsGates() {
        String lost = clicks(new LogFolder(temp.resolve("lost"))
                        .exposure("r1", "u1", "home", "b", "x", "c", "d")
                        .exposure("r2", "u1", "home", "a", "x", "c", "d"))
                .write();
        CommandRun result = runAgainst(lost, "--gate", "mrr: max_drop=0.1");
        assertThat(result.exit()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(result.err()).contains("is not trusted: outcome join rate is 40 %");
        JsonNode told = result.report().get("offline").get("baseline");
        assertThat(told.get("trusted").asBoolean()).isFalse();
        assertThat(told.get("untrusted_because").get(0).asString()).contains("outcome join rate is 40 %");
        assertThat(result.report().get("summary").get("trusted").asBoolean()).isTrue();
        assertThat(runAgainst(lost, "--gate", "mrr: max_drop=0.1", "--allow-untrusted")
                        .exit())
                .isZero();
    }

    @Test
    void aBaselineOfBrokenListsFailsItsGates() {
        String twice = clicks(new LogFolder(temp.resolve("twice"))
                        .exposure("r1", "u1", "home", "b", "x", "x", "d")
                        .exposure("r2", "u1", "home", "a", "x", "x", "d")
                        .exposure("r3", "u2", "home", "x", "x", "c", "d")
                        .exposure("r4", "u3", "pdp", "a", "d", "x", "x")
                        .exposure("r5", "u4", "pdp", "a", "x", "c", "x"))
                .write();
        CommandRun result =
                offline(run, "--baseline-exposures", twice + "/exposures.jsonl", "--gate", "mrr: max_drop=0.1");
        assertThat(result.exit()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(result.err()).contains("is not trusted: J16 dup-item: 100 % of the lists");
    }

    /** Outcomes of the run name its items, not those of the older lists. */
    @Test
    void otherListsNeedNotHoldTheItemsThatWereClicked() {
        String others = clicks(new LogFolder(temp.resolve("others"))
                        .exposure("r1", "u1", "home", "a", "b")
                        .exposure("r2", "u1", "home", "a", "x")
                        .exposure("r3", "u2", "home", "x", "b")
                        .exposure("r4", "u3", "pdp", "a", "d"))
                .write();
        CommandRun result =
                offline(run, "--baseline-exposures", others + "/exposures.jsonl", "--gate", "mrr: max_drop=0");
        assertThat(result.exit()).isZero();
        assertThat(result.report().get("offline").get("baseline").get("trusted").asBoolean())
                .isTrue();
    }

    /** Lists that did not change, as in a pull request about something else, establish no drop; that others would not drop they cannot prove. */
    @Test
    void equalListsHaveNoIntervalToGateBy() {
        String[] same = {"--baseline-exposures", run + "/exposures.jsonl"};
        CommandRun strict = offline(run, same[0], same[1], "--gate", "mrr: max_drop=0, mode=ci_strict");
        assertThat(strict.exit()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(strict.err()).contains("mode=ci_strict needs an interval: no variation between users");
        for (String gate :
                List.of("mrr: max_relative_drop=0, mode=ci", "mrr: max_drop=0, mode=ci", "mrr: max_drop=0")) {
            assertThat(offline(run, same[0], same[1], "--gate", gate).exit()).isZero();
        }
    }

    /** Each request's two lists are different by one place, so users do not vary: a drop all the same, and none that ci can judge. */
    @Test
    void equalDropsAreNoEqualLists() {
        String before = clicks(new LogFolder(temp.resolve("before"))
                        .exposure("r1", "u1", "home", "b", "x")
                        .exposure("r2", "u1", "home", "a", "x")
                        .exposure("r3", "u2", "home", "x", "c"))
                .write();
        String after = clicks(new LogFolder(temp.resolve("after"))
                        .exposure("r1", "u1", "home", "y", "b", "x")
                        .exposure("r2", "u1", "home", "y", "a", "x"))
                .write();
        CommandRun result = offline(
                after,
                "--baseline-exposures",
                before + "/exposures.jsonl",
                "--allow-untrusted",
                "--gate",
                "mrr: max_drop=0.9, mode=ci");
        assertThat(result.exit()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(result.err()).contains("mode=ci needs an interval: ");
    }

    /**
     * Lists of a new ranker, which nobody was shown, held against those that were: clicks on items that only the latter have say nothing
     * against ids.
     */
    @Test
    void newListsNeedNotHoldTheItemsThatWereClicked() {
        String candidate = clicks(new LogFolder(temp.resolve("candidate"))
                        .exposure("r1", "u1", "home", "x", "e")
                        .exposure("r2", "u1", "home", "e", "f")
                        .exposure("r3", "u2", "home", "f", "x")
                        .exposure("r4", "u3", "pdp", "e", "f")
                        .exposure("r5", "u4", "pdp", "f"))
                .write();
        String[] gate = {"--baseline-exposures", run + "/exposures.jsonl", "--gate", "mrr: max_drop=0.01"};
        CommandRun result = offline(candidate, gate);
        assertThat(result.exit()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(result.err()).contains("mrr went from ").doesNotContain("not trusted");
        JsonNode report = result.report();
        assertThat(report.get("summary").get("trusted").asBoolean()).isTrue();
        JsonNode finding = report.get("data_quality").get("findings").get(0);
        assertThat(finding.get("code").asString()).isEqualTo("J09");
        assertThat(finding.get("severity").asString()).isEqualTo("warn");
        assertThat(finding.get("evidence").asString())
                .endsWith("or the lists of the baseline were shown, and these were not");

        CommandRun both = offline(candidate, "--baseline-exposures", candidate + "/exposures.jsonl", gate[2], gate[3]);
        assertThat(both.err()).contains(" is not trusted: J09 item-not-shown: 60 % of the joined outcomes");
    }

    @Test
    void aFailedLimitOutranksAFailedGate() {
        CommandRun result = offline(run, "--gate", "mrr: min=1", "--strict");
        assertThat(result.exit()).isEqualTo(ExitCode.GATE_FAILED);
        String empty = new LogFolder(temp.resolve("empty"))
                .exposure("r1", "u1", "home", "x")
                .write();
        CommandRun both = offline(empty, "--gate", "mrr: min=1", "--strict");
        assertThat(both.exit()).isEqualTo(ExitCode.LIMIT_FAILED);
        assertThat(both.err()).contains("gate \"mrr: min=1\" failed");
    }

    /** The run with a baseline that has outcomes of its own. */
    private CommandRun runAgainst(String baseline, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "--baseline-exposures", baseline + "/exposures.jsonl",
                "--baseline-outcomes", baseline + "/outcomes.jsonl"));
        args.addAll(List.of(more));
        return offline(run, args.toArray(String[]::new));
    }

    private CommandRun offline(String folder, String... more) {
        String[] args = new String[more.length + 2];
        args[0] = "--metrics";
        args[1] = "mrr";
        System.arraycopy(more, 0, args, 2, more.length);
        return CommandRun.on(folder, "offline", args);
    }
}
