package io.github.recsyseval.cli;

import static io.github.recsyseval.cli.ExperimentLogs.comparison;
import static io.github.recsyseval.cli.ExperimentLogs.decision;
import static io.github.recsyseval.cli.ExperimentLogs.experiment;
import static io.github.recsyseval.cli.ExperimentLogs.guardrail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What users of an experiment can arrange: arms, cross-over, a period before, slices, monitoring, guardrails. */
class ExperimentDesignTest {
    private static final Offset<Double> EXACT = within(1e-12);

    @TempDir
    Path folder;

    private ExperimentLogs logs() {
        return new ExperimentLogs(folder);
    }

    private static void users(ExperimentLogs logs, String arm, int users, int clicking) {
        for (int i = 0; i < users; i++) {
            logs.request(arm + i, arm, i < clicking ? 1 : 0);
        }
    }

    @Test
    void differencesLiftsAndIntervalsAreThoseOfNumpy() {
        String data = "testdata/clean/";
        Cli run = Run.of(
                "experiment",
                "--exposures",
                data + "exposures.jsonl",
                "--outcomes",
                data + "outcomes.jsonl",
                "--assignments",
                data + "assignments.jsonl",
                "--control",
                "A",
                "--format",
                "json");
        // Sums m, n of clicks and exposures of each user; R = m.sum()/n.sum(); e = m - R*n; v =
        // (e@e)/(K-1)/(K*n.mean()**2);
        // q = stats.t.ppf(.975, df of Welch); np.roots([c*c - q*q*vc, -2*c*t, t*t - q*q*vt]) - 1
        JsonNode ctr = comparison(run, "ctr");
        assertThat(ctr.get("control").doubleValue()).isEqualTo(0.2833333333333333);
        assertThat(ctr.get("value").doubleValue()).isEqualTo(0.365);
        assertThat(ctr.get("difference").doubleValue()).isCloseTo(0.08166666666666667, EXACT);
        assertThat(ctr.get("interval").get("lower").doubleValue()).isCloseTo(-0.030317690054873225, EXACT);
        assertThat(ctr.get("interval").get("upper").doubleValue()).isCloseTo(0.19365102338820656, EXACT);
        assertThat(ctr.get("p_value").doubleValue()).isCloseTo(0.15038065325719147, EXACT);
        assertThat(ctr.get("lift_interval").get("lower").doubleValue()).isCloseTo(-0.09254239624169913, EXACT);
        assertThat(ctr.get("lift_interval").get("upper").doubleValue()).isCloseTo(0.8439299556954316, EXACT);
        // k = q + stats.norm.ppf(.8); np.roots([c*c - k*k*vc, -2*k*k*vc, -k*k*(vt + vc)]); 76*k*k*(vt +
        // 1.05**2*vc)/(.05*c)**2
        assertThat(ctr.get("detectable_difference").doubleValue()).isCloseTo(0.1592711753109776, EXACT);
        assertThat(ctr.get("detectable_lift").doubleValue()).isCloseTo(0.7675840435230857, EXACT);
        assertThat(ctr.get("users_needed").get(2).get("users").asLong()).isEqualTo(10_007);
        JsonNode revenue = comparison(run, "revenue_per_exposure");
        assertThat(revenue.get("difference").doubleValue()).isCloseTo(0.5100666666666667, EXACT);
        assertThat(revenue.get("p_value").doubleValue()).isCloseTo(0.6755550791615131, EXACT);
        assertThat(revenue.get("lift_interval").get("upper").doubleValue()).isCloseTo(3.2200568684751225, EXACT);
        // stats.chisquare([36, 40])
        JsonNode split = experiment(run).get("sample_ratio");
        assertThat(split.get("statistic").doubleValue()).isCloseTo(0.21052631578947367, EXACT);
        assertThat(split.get("p_value").doubleValue()).isCloseTo(0.6463551955394902, EXACT);
    }

    @Test
    void armsMayComeFromTheContextOfExposures() {
        ExperimentLogs logs = logs();
        for (int i = 0; i < 120; i++) {
            String arm = i % 2 == 0 ? "A|1" : "B=2";
            logs.request(
                    "u" + i,
                    null,
                    i % 3 == 0 ? 1 : 0,
                    "\"context\":{\"experiment_id\":\"e\",\"experiment_variant\":\"" + arm + "\"}");
        }
        logs.request("outside", null, 1, "\"context\":{\"surface\":\"home\"}");
        Cli run = logs.run("--control", "A|1");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(experiment(run).get("assignment_source").asString()).isEqualTo("context");
        assertThat(experiment(run).get("experiment_id").asString()).isEqualTo("e");
        assertThat(experiment(run).get("candidate").asString()).isEqualTo("B=2");
        assertThat(experiment(run).get("arms").get(1).get("users").asLong()).isEqualTo(60);
        assertThat(experiment(run).get("crossover").get("unassigned_exposures").asLong())
                .isEqualTo(1);
    }

    @Test
    void usersWhoCrossOverAreCountedAndLeftOut() {
        ExperimentLogs logs = logs();
        users(logs, "A", 60, 20);
        users(logs, "B", 60, 20);
        logs.request("both", "A", 5).request("both", "B", 0).request("both", null, 1);
        logs.request("torn", "A", 1).alsoAssigned("torn", "B");
        Cli left = logs.run("--control", "A");
        JsonNode crossover = experiment(left).get("crossover");
        assertThat(crossover.get("users").asLong()).isEqualTo(2);
        assertThat(crossover.get("of").asLong()).isEqualTo(122);
        // two of "both", whose third is outside of the experiment, and the one of "torn"
        assertThat(crossover.get("exposures").asLong()).isEqualTo(3);
        assertThat(crossover.get("of_exposures").asLong()).isEqualTo(123);
        assertThat(crossover.get("exposure_share").doubleValue()).isEqualTo(3 / 123.0);
        assertThat(crossover.get("by_first_variant").get("A").asLong()).isEqualTo(1);
        assertThat(crossover.get("contradicting_exposures").asLong()).isEqualTo(1);
        assertThat(experiment(left).get("arms").get(0).get("exposures").asLong())
                .isEqualTo(60);

        Cli first = logs.run("--control", "A", "--crossover", "first");
        JsonNode control = experiment(first).get("arms").get(0);
        assertThat(control.get("users").asLong()).isEqualTo(61);
        assertThat(control.get("exposures").asLong()).isEqualTo(62);
        // 20 clicks of the others and the 5 of "both", whose request outside of the experiment plays no part
        assertThat(control.get("kpis").get(0).get("numerator").doubleValue()).isEqualTo(25);
    }

    /** One of 1,001 users, but 150 of 1,150 exposures. */
    @Test
    void anIdThatManyPeopleShareHoldsWhatWouldShip() {
        ExperimentLogs logs = logs();
        users(logs, "A", 500, 100);
        users(logs, "B", 500, 250);
        assertThat(logs.run("--control", "A").exitCode()).isEqualTo(ExitCode.OK);
        for (int i = 0; i < 150; i++) {
            logs.request("anonymous", i % 2 == 0 ? "A" : "B", 0, "\"items\":[{\"item_id\":\"x" + i + "\",\"rank\":1}]");
        }
        for (String policy : List.of("exclude", "first")) {
            Cli run = logs.run("--control", "A", "--crossover", policy);
            assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
            assertThat(decision(run).get("steps").get(0).get("verdict").asString())
                    .isEqualTo("hold");
            assertThat(decision(run).get("reasons").get(0).asString())
                    .startsWith("150 of 1,150 exposures (13 %) are of 1 user who was served by several arms");
        }
    }

    @Test
    void whatIsAnalysedAndWhatIsLeftOutIsTold() throws IOException {
        ExperimentLogs logs = logs();
        users(logs, "A", 60, 20);
        users(logs, "B", 50, 20);
        logs.request("both", "A", 5).request("both", "B", 0).request("B1", "B", 0);
        Path file = folder.resolve("report.md");
        logs.run("--control", "A", "--output", "markdown=" + file);
        String page = Files.readString(file);
        assertThat(page).contains("B against A, 50 and 60 users, 51 and 60 exposures analysed.");
        assertThat(page)
                .contains("1 of 111 users (0.901 %) was served by more than one arm and is left out,"
                        + " with 2 of 113 exposures (1.77 %)");
    }

    @Test
    void crossingOverFromOneArmOnlyIsNoChance() {
        ExperimentLogs logs = logs();
        users(logs, "A", 300, 30);
        users(logs, "B", 300, 90);
        for (int i = 0; i < 40; i++) {
            logs.request("B" + i, "A", 0);
        }
        Cli run = logs.run("--control", "A");
        // stats.chi2_contingency([[0, 40], [300, 260]], correction=False): p = 6e-11
        assertThat(experiment(run).get("crossover").get("p_value").doubleValue())
                .isLessThan(1e-9);
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(decision(run).get("reasons").get(0).asString()).contains("0 from A, 40 from B");
    }

    @ParameterizedTest
    @CsvSource({
        "--alpha, 0.999999, from 0.000000001 to 0.4",
        "--alpha, 0.5, from 0.000000001 to 0.4",
        "--alpha, 1e-300, from 0.000000001 to 0.4",
        "--alpha, NaN, from 0.000000001 to 0.4",
        "--power, 0.05, above alpha (0.05) and below 1",
        "--power, 1, above alpha (0.05) and below 1",
        "--min-lift, ctr=-100%, a lift above -100 %",
        "--min-lift, -1.5, a lift above -100 %",
        "--min-difference, ctr=x, takes METRIC=NUMBER",
        "--min-difference, ctr=-5, a difference between -1 and 1",
        "--min-difference, -5, did you mean -5%?",
        "--min-difference, ctr=1, did you mean 1%?",
        "--min-difference, ctr=-100%, not ctr=-100%",
        "--guardrail, latency_p50_ms: max_increase=10%, did you mean max_relative_increase?",
        "--guardrail, error_rate: max=-1, takes a share from 0 to 1"
    })
    void whatNoExperimentCanShowIsRefusedBeforeReading(String option, String value, String sentence) {
        String log = "testdata/clean/exposures.jsonl";
        Cli run = Run.of("experiment", "--exposures", log, "--outcomes", log, "--control", "A", option, value);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(option.substring(2), sentence);
    }

    @Test
    void aDifferenceInPercentIsOfSharesOnly() {
        String log = "testdata/clean/exposures.jsonl";
        String[] args = {
            "experiment", "--exposures", log, "--outcomes", log, "--control", "A", "--primary", "revenue_per_exposure"
        };
        for (String effect : List.of("revenue_per_exposure=1%", "1%")) {
            Cli run = Run.of(Stream.concat(Stream.of(args), Stream.of("--min-difference", effect))
                    .toArray(String[]::new));
            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err())
                    .contains("--min-difference of revenue_per_exposure takes an amount", "did you mean --min-lift?");
        }
    }

    @Test
    void aSplitThatIsOffNamesTheOptionThatSaysHowItShouldBe() {
        ExperimentLogs logs = logs();
        users(logs, "A", 400, 40);
        users(logs, "B", 200, 80);
        Cli unsaid = logs.run("--control", "A");
        assertThat(unsaid.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(decision(unsaid).get("reasons").get(0).asString())
                .endsWith("equal shares are expected, since no --expected-split says otherwise");
        assertThat(decision(unsaid).get("what_would_change").get(0).asString())
                .startsWith(
                        "if the arms were meant to differ in size, say so with --expected-split; if not, find where");
        assertThat(logs.run("--control", "A", "--expected-split", "A=2,B=1").exitCode())
                .isEqualTo(ExitCode.OK);
        Cli said = logs.run("--control", "A", "--expected-split", "A=1,B=2");
        assertThat(said.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(decision(said).toString()).doesNotContain("--expected-split");
    }

    @Test
    void levelsCloseToOneAreNotRoundedToIt() throws IOException {
        ExperimentLogs logs = logs();
        users(logs, "A", 60, 20);
        users(logs, "B", 60, 20);
        Path file = folder.resolve("report.md");
        String told = decision(logs.run("--control", "A", "--alpha", "1e-9")).toString();
        logs.run("--control", "A", "--alpha", "1e-9", "--output", "markdown=" + file);
        assertThat(told).contains("at level 99.9999999 %").doesNotContain("100 %");
        assertThat(Files.readString(file))
                .contains("intervals at level 99.9999999 % (0.0000001 % shared by 1 claim)")
                .contains("each with a confidence of 99.9999999 %")
                .doesNotContain("level 100 %", "confidence of 100 %");
    }

    @Test
    void plannedUsersWithoutMonitoringAreTold() {
        ExperimentLogs logs = logs();
        users(logs, "A", 60, 20);
        users(logs, "B", 60, 20);
        assertThat(logs.run("--control", "A", "--planned-users", "100").err())
                .contains("--planned-users has no effect without --monitoring");
        assertThat(logs.run("--control", "A", "--planned-users", "100", "--monitoring")
                        .err())
                .doesNotContain("--planned-users");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A ", "\u0410", "a"})
    void aNameInTwoWaysIsToBeWrittenInOne(String other) {
        ExperimentLogs logs = logs();
        users(logs, "A", 60, 20);
        users(logs, other, 60, 20);
        users(logs, "B", 120, 40);
        Cli run = logs.run("--control", "A", "--candidate", "B");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(decision(run).get("what_would_change").toString())
                .contains("write the name of the arm in one way")
                .doesNotContain("start the experiment anew");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-9", "0.4"})
    void theOutermostAlphasGiveADecision(String alpha) {
        ExperimentLogs logs = logs();
        users(logs, "A", 100, 40);
        users(logs, "B", 100, 45);
        users(logs, "C", 100, 50);
        for (String monitoring : new String[] {"--quiet", "--monitoring"}) {
            Cli run = logs.run(
                    "--control",
                    "A",
                    "--candidate",
                    "B",
                    "--alpha",
                    alpha,
                    "--primary",
                    "ctr,click_rate,conversion_rate,revenue_per_exposure",
                    "--guardrail",
                    "latency_p95_ms: max_relative_increase=10%",
                    "--guardrail",
                    "ctr: max_drop=1%",
                    monitoring);
            assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.HOLD);
        }
    }

    @Test
    void severalExperimentsAskForAChoice() {
        ExperimentLogs logs = logs();
        users(logs, "A", 60, 10);
        users(logs, "B", 60, 10);
        logs.of("other").request("x", "A", 0);
        Cli run = logs.run("--control", "A");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("there are several experiments: choose one by --experiment-id (exp, other)");
        assertThat(logs.run("--control", "A", "--experiment-id", "exq").err())
                .contains("there is no experiment exq; did you mean exp?");
        assertThat(logs.run("--control", "A", "--experiment-id", "exp").exitCode())
                .isEqualTo(ExitCode.HOLD);
    }

    @Test
    void moreThanTwoArmsAskForACandidateAndShareAlpha() {
        ExperimentLogs logs = logs();
        users(logs, "A", 400, 40);
        users(logs, "B", 400, 60);
        users(logs, "C", 400, 50);
        assertThat(logs.run("--control", "A").err()).contains("choose one by --candidate (B, C)");
        Cli run = logs.run("--control", "A", "--candidate", "B", "--primary", "ctr,click_rate");
        assertThat(decision(run).get("claims").asLong()).isEqualTo(4);
        assertThat(decision(run).get("level").doubleValue()).isEqualTo(0.9875);
        // With one click at most both metrics are the same, so Holm multiplies the two smallest of four p-values by 4
        // and then
        // keeps the order: stats.ttest_ind([1]*60 + [0]*340, [1]*40 + [0]*360, equal_var=False).pvalue is about .0327
        JsonNode ctr = comparison(run, "ctr");
        assertThat(ctr.get("adjusted_p").doubleValue())
                .isCloseTo(4 * ctr.get("p_value").doubleValue(), within(1e-12));
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(ctr.get("verdict").asString()).isEqualTo("better");
    }

    @Test
    void thePeriodBeforeSharpensTheComparison() {
        ExperimentLogs logs = logs();
        logs.at("2026-11-01T00:00:00Z");
        for (int i = 0; i < 120; i++) {
            int requests = 1 + i * 7 % 3;
            int clicks = Math.min(requests, i * 5 % 4);
            for (int r = 0; r < (i % 5 == 0 ? 0 : requests); r++) {
                logs.request("u" + i, null, r < clicks ? 1 : 0);
            }
        }
        logs.at("2026-11-10T00:00:00Z");
        for (int i = 0; i < 120; i++) {
            int requests = 2 + i * 11 % 4;
            int clicks = Math.min(requests, (i * 5 % 4 + i * 3 % 3) / 2 + (i % 2 == 1 && i % 3 == 0 ? 1 : 0));
            for (int r = 0; r < requests; r++) {
                logs.request("u" + i, i % 2 == 0 ? "A" : "B", r < clicks ? 1 : 0);
            }
        }
        Cli run = logs.run("--control", "A", "--pre-until", "2026-11-10T00:00:00Z");
        // X = (pm - R pn) / mean(pn), 0 and Z = 1 where unknown; y = (m - R n) / mean(n) by arm; theta by
        // np.linalg.lstsq of y on
        // X, Z and a dummy for each arm; residual variances; Welch; Fieller with covariance - V_C of the residuals
        JsonNode ctr = comparison(run, "ctr");
        JsonNode covariate = ctr.get("covariate");
        assertThat(covariate.get("coverage").doubleValue()).isCloseTo(0.8, EXACT);
        assertThat(covariate.get("theta").doubleValue()).isCloseTo(0.28852982954545453, EXACT);
        assertThat(covariate.get("correlation").doubleValue()).isCloseTo(0.6139175289359817, EXACT);
        assertThat(covariate.get("variance_reduction").doubleValue()).isCloseTo(0.37689473233486226, EXACT);
        assertThat(covariate.get("imbalance_p").doubleValue()).isCloseTo(0.00010406168442212164, EXACT);
        assertThat(covariate.get("unadjusted_difference").doubleValue()).isCloseTo(0.041666666666666685, EXACT);
        assertThat(covariate.get("unadjusted_p").doubleValue()).isCloseTo(0.18573531285883169, EXACT);
        assertThat(ctr.get("difference").doubleValue()).isCloseTo(-0.035274621212121215, EXACT);
        assertThat(ctr.get("interval").get("lower").doubleValue()).isCloseTo(-0.0843660500576392, EXACT);
        assertThat(ctr.get("p_value").doubleValue()).isCloseTo(0.15658711842738618, EXACT);
        assertThat(ctr.get("lift").doubleValue()).isCloseTo(-0.2116477272727273, EXACT);
        assertThat(ctr.get("lift_interval").get("lower").doubleValue()).isCloseTo(-0.49696616, within(1e-8));
        assertThat(ctr.get("lift_interval").get("upper").doubleValue()).isCloseTo(0.08703837, within(1e-8));
        assertThat(covariate.get("note").asString()).startsWith("the arms differed before the experiment began");
        assertThat(experiment(run).get("pre_period").get("users").asLong()).isEqualTo(96);
        assertThat(run.json().get("summary").get("users").asLong()).isEqualTo(120);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPeriodBeforeThatIsAssignedAlreadyIsTold(boolean differing) {
        ExperimentLogs logs = logs();
        logs.at("2026-11-01T00:00:00Z");
        for (int i = 0; i < 400; i++) {
            boolean b = i % 2 == 1;
            logs.request("u" + i, i < 100 ? b ? "B" : "A" : null, i % 4 < 2 || differing && b ? 1 : 0);
        }
        logs.at("2026-11-10T00:00:00Z");
        for (int i = 0; i < 400; i++) {
            logs.request("u" + i, i % 2 == 1 ? "B" : "A", i % 3 == 0 ? 1 : 0);
        }
        Cli run = logs.run("--control", "A", "--pre-until", "2026-11-10T00:00:00Z");
        String told = "100 of 400 exposures before the experiment are already assigned to it";
        assertThat(run.err()).contains("warning: " + told);
        assertThat(run.json().get("warnings").toString()).contains(told);
        JsonNode before = experiment(run).get("pre_period");
        assertThat(before.get("assigned").asLong()).isEqualTo(100);
        // scipy.stats.ttest_ind([1, 0] * 100, [1] * 200, equal_var=False): p below 1e-30
        assertThat(before.get("used").asBoolean()).isEqualTo(!differing);
        assertThat(comparison(run, "ctr").get("covariate").isNull()).isEqualTo(differing);
    }

    @Test
    void nobodyWithAPeriodBeforeAdjustsNothing() {
        ExperimentLogs logs = logs();
        users(logs, "A", 60, 20);
        users(logs, "B", 60, 20);
        Cli run = logs.run("--control", "A", "--pre-until", "2020-01-01");
        assertThat(run.err()).contains("warning: no user of the experiment has a period before it");
        assertThat(comparison(run, "ctr").get("covariate").isNull()).isTrue();
        assertThat(experiment(run).get("pre_period").get("used").asBoolean()).isFalse();
    }

    @Test
    void aPeriodBeforeThatReachesIntoTheExperimentIsRefused() {
        ExperimentLogs before = new ExperimentLogs(folder).at("2026-11-10T00:00:30Z");
        before.request("u1", null, 1);
        before.writeAs("pre-e.jsonl", "pre-o.jsonl");
        ExperimentLogs logs = logs();
        users(logs, "A", 60, 10);
        users(logs, "B", 60, 10);
        Cli run = logs.run(
                "--control",
                "A",
                "--pre-exposures",
                folder.resolve("pre-e.jsonl").toString(),
                "--pre-outcomes",
                folder.resolve("pre-o.jsonl").toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("the period before the experiment reaches into it");
    }

    @Test
    void slicesAreExploredAndNeverDecide() {
        ExperimentLogs logs = logs();
        for (int i = 0; i < 400; i++) {
            String surface = i % 4 < 2 ? "home" : "cart";
            boolean good = surface.equals("cart") && i % 2 == 1;
            logs.request(
                    "u" + i,
                    i % 2 == 0 ? "A" : "B",
                    i % 5 == 0 || good && i % 3 == 0 ? 1 : 0,
                    "\"context\":{\"surface\":\"" + surface + "\"}");
        }
        logs.request("one", "A", 0, "\"context\":{\"surface\":\"tiny\"}");
        JsonNode section = experiment(logs.run("--control", "A", "--slice", "surface"));
        assertThat(section.get("slices").size()).isEqualTo(3);
        JsonNode cart = section.get("slices").get(0);
        assertThat(cart.get("slice").asString()).isEqualTo("surface=cart");
        JsonNode home = section.get("slices").get(1);
        // Benjamini-Hochberg of two: the smaller p-value doubles unless the larger one is smaller
        double smaller =
                Math.min(cart.get("p_value").doubleValue(), home.get("p_value").doubleValue());
        double larger =
                Math.max(cart.get("p_value").doubleValue(), home.get("p_value").doubleValue());
        assertThat(Math.min(
                        cart.get("adjusted_p").doubleValue(),
                        home.get("adjusted_p").doubleValue()))
                .isCloseTo(Math.min(2 * smaller, larger), EXACT);
        assertThat(section.get("slices").get(2).get("reason").asString()).isEqualTo("fewer than 30 users in an arm");
        assertThat(section.get("heterogeneity").get(0).get("slices").asLong()).isEqualTo(2);
    }

    @Test
    void monitoringCostsWidth() {
        ExperimentLogs logs = logs();
        users(logs, "A", 1000, 100);
        users(logs, "B", 1000, 140);
        Cli fixed = logs.run("--control", "A");
        assertThat(fixed.exitCode()).isEqualTo(ExitCode.OK);
        Cli monitored = logs.run("--control", "A", "--monitoring", "--planned-users", "2000");
        assertThat(monitored.exitCode()).isEqualTo(ExitCode.HOLD);
        JsonNode ctr = comparison(monitored, "ctr");
        assertThat(ctr.get("interval").get("method").asString()).isEqualTo("confidence_sequence");
        // c = sqrt(2 (x + 1) / x ln(sqrt(x + 1) / .05)) with x = -2 ln .05 + ln(1 - 2 ln .05), times the Welch standard
        // error:
        // np.sqrt(.1*.9/999 + .14*.86/999)
        double half = ctr.get("interval").get("upper").doubleValue() - 0.04;
        assertThat(half).isCloseTo(3.035208990376253 * Math.sqrt((0.1 * 0.9 + 0.14 * 0.86) / 999), within(1e-9));
        assertThat(experiment(monitored).get("sample_ratio").get("method").asString())
                .isEqualTo("sequential");
        assertThat(experiment(monitored).get("monitoring").get("planned_users").asLong())
                .isEqualTo(2000);
    }

    @Test
    void aMinimumEffectHasToBeExceededByTheWholeInterval() {
        ExperimentLogs logs = logs();
        users(logs, "A", 1000, 100);
        users(logs, "B", 1000, 145);
        assertThat(logs.run("--control", "A", "--min-lift", "ctr=20%").exitCode())
                .isEqualTo(ExitCode.HOLD);
        assertThat(logs.run("--control", "A", "--min-difference", "ctr=0.01").exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(logs.run("--control", "A", "--min-difference", "ctr=0.02").exitCode())
                .isEqualTo(ExitCode.HOLD);
    }

    @Test
    void aMarginLetsInWhatIsNotWorseThanThat() {
        ExperimentLogs logs = logs();
        users(logs, "A", 2000, 600);
        users(logs, "B", 2000, 600);
        assertThat(logs.run("--control", "A").exitCode()).isEqualTo(ExitCode.HOLD);
        Cli run = logs.run("--control", "A", "--min-lift", "-15%");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(decision(run).get("reasons").get(0).asString())
                .startsWith("ctr is not worse than the margin allows");
    }

    @Test
    void aGuardrailOfTheUserHasToBeShownToHold() {
        ExperimentLogs logs = logs();
        for (int i = 0; i < 600; i++) {
            logs.request(
                    "A" + i,
                    "A",
                    i % 10 == 0 ? 1 : 0,
                    "\"error\":" + (i % 20 == 0) + ",\"latency_ms\":" + (50 + i % 100));
            logs.request(
                    "B" + i,
                    "B",
                    i % 4 == 0 ? 1 : 0,
                    "\"error\":" + (i % 17 == 0) + ",\"latency_ms\":" + (50 + i % 100));
        }
        assertThat(logs.run("--control", "A").exitCode()).isEqualTo(ExitCode.OK);
        Cli strict = logs.run("--control", "A", "--guardrail", "error_rate: max_increase=2%");
        assertThat(strict.exitCode()).isEqualTo(ExitCode.HOLD);
        JsonNode row = guardrail(strict, "error_rate");
        // pc, pt = 30/600, 36/600; se = sqrt(pc(1-pc)/599 + pt(1-pt)/599); pt - pc + stats.t.ppf(.95, df) se;
        // stats.t.sf((.02-.01)/se, df)
        assertThat(row.get("change").doubleValue()).isCloseTo(0.01, EXACT);
        assertThat(row.get("upper").doubleValue()).isCloseTo(0.03168003838793585, within(1e-9));
        assertThat(row.get("p_value").doubleValue()).isCloseTo(0.22391585028926464, within(1e-9));
        assertThat(row.get("verdict").asString()).isEqualTo("undecided");
        assertThat(decision(strict).get("what_would_change").toString()).contains("would show that it holds");
        assertThat(logs.run("--control", "A", "--guardrail", "error_rate: max_increase=4%")
                        .exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(guardrail(
                                logs.run("--control", "A", "--guardrail", "latency_p95_ms: max_relative_increase=20%"),
                                "latency_p95_ms")
                        .get("verdict")
                        .asString())
                .isEqualTo("holds");
    }

    @Test
    void usersThatCannotBeToldApartAreNotTested() {
        ExperimentLogs logs = logs();
        for (int i = 0; i < 200; i++) {
            logs.request("r" + i, i % 2 == 0 ? "A" : "B", i % 2);
        }
        Cli run = logs.run("--control", "A");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(comparison(run, "ctr").get("p_value").isNull()).isTrue();
        assertThat(decision(run).get("reasons").toString()).contains("no test is possible");
    }

    @Test
    void withoutAnyExposureNothingIsDecided() {
        ExperimentLogs logs = logs();
        users(logs, "A", 5, 1);
        users(logs, "B", 5, 1);
        Cli run = logs.run("--control", "A", "--since", "2030-01-01");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(decision(run).get("reasons").get(0).asString()).startsWith("there is no exposure to evaluate");
    }
}
