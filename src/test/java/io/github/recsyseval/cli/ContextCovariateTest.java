package io.github.recsyseval.cli;

import static io.github.recsyseval.cli.ExperimentLogs.comparison;
import static io.github.recsyseval.cli.ExperimentLogs.experiment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.testing.Cli;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** CUPED by a number that exposures log about users. */
class ContextCovariateTest {
    private static final Offset<Double> EXACT = within(1e-12);

    @TempDir
    private Path folder;

    /** 120 users with one to three requests; the number of every seventh is unknown, and later requests say another one. */
    private ExperimentLogs logs() {
        ExperimentLogs logs = new ExperimentLogs(folder);
        for (int i = 0; i < 120; i++) {
            double before = i * 3 % 11 / 4.0;
            for (int r = 0; r <= i % 3; r++) {
                int clicks = i * 3 % 11 + i % 5 + r + i % 2 > 8 ? 1 : 0;
                String known = i % 7 == 3 ? "" : ",\"before\":\"" + (before + 10 * r) + "\"";
                request(logs, "u" + i, i % 2 == 0 ? "A" : "B", clicks, known);
            }
        }
        return logs;
    }

    private static void request(ExperimentLogs logs, String user, String arm, int clicks, String context) {
        logs.request(user, arm, clicks, "\"context\":{\"surface\":\"home\"" + context + "}");
    }

    @Test
    void theFirstExposureOfAUserCounts() {
        Cli run = logs().run("--control", "A", "--cuped-covariate", "before");
        // x of the first request; X = x - mean of the known, 0 and Z = 1 where unknown; y = (m - R n) / mean(n) by arm;
        // theta by
        // np.linalg.lstsq of y on X, Z and a dummy for each arm; R + mean of y - theta' (W - mean of W); Welch of the
        // residuals
        JsonNode ctr = comparison(run, "ctr");
        JsonNode covariate = ctr.get("covariate");
        assertThat(covariate.get("theta").doubleValue()).isCloseTo(0.48152849402718967, EXACT);
        assertThat(covariate.get("coverage").doubleValue()).isCloseTo(0.8583333333333333, EXACT);
        assertThat(covariate.get("variance_reduction").doubleValue()).isCloseTo(0.5262652604796819, EXACT);
        assertThat(covariate.get("adjusted_control").doubleValue()).isCloseTo(0.41665359444232297, EXACT);
        assertThat(covariate.get("adjusted_value").doubleValue()).isCloseTo(0.5166797388910103, EXACT);
        assertThat(covariate.get("unadjusted_difference").doubleValue()).isCloseTo(0.1166666666666667, EXACT);
        assertThat(ctr.get("difference").doubleValue()).isCloseTo(0.10002614444868729, EXACT);
        assertThat(ctr.get("p_value").doubleValue()).isCloseTo(0.11227225142735438, EXACT);
        assertThat(ctr.get("interval").get("lower").doubleValue()).isCloseTo(-0.023774705157233317, EXACT);
        JsonNode found = experiment(run).get("context_covariate");
        assertThat(found.get("key").asString()).isEqualTo("before");
        assertThat(found.get("users").asLong()).isEqualTo(120);
        assertThat(found.get("known").asLong()).isEqualTo(103);
        assertThat(found.get("changing").asLong()).isEqualTo(69);
        assertThat(found.get("used").asBoolean()).isTrue();
        // stats.ttest_ind(x of A, x of B, equal_var=False), the same of Z
        assertThat(found.get("imbalance_p").doubleValue()).isCloseTo(0.8107917620957037, EXACT);
        assertThat(found.get("missing_imbalance_p").doubleValue()).isCloseTo(0.7955718442337957, EXACT);
        assertThat(found.get("note").asString()).startsWith("the arms do not differ in it beyond chance");
    }

    @Test
    void theOrderOfTheLinesChangesNothing() throws Exception {
        Cli run = logs().run("--control", "A", "--cuped-covariate", "before");
        Path exposures = folder.resolve("e.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(exposures));
        Collections.reverse(lines);
        Files.write(exposures, lines);
        Cli again = Run.of(
                "experiment",
                "--format=json",
                "--exposures=" + exposures,
                "--outcomes=" + folder.resolve("o.jsonl"),
                "--assignments=" + folder.resolve("a.jsonl"),
                "--control=A",
                "--cuped-covariate=before",
                "--memory=64m",
                "--threads=2");
        assertThat(again.exitCode()).as(again.err()).isEqualTo(ExitCode.HOLD);
        for (String part : List.of("comparisons", "context_covariate")) {
            assertThat(experiment(again).get(part)).isEqualTo(experiment(run).get(part));
        }
    }

    /** A value that the candidate raises would take a part of its own effect away. */
    @Test
    void aValueThatTheExperimentChangesIsNotUsed() {
        ExperimentLogs logs = new ExperimentLogs(folder);
        for (int i = 0; i < 400; i++) {
            boolean b = i % 2 == 1;
            request(logs, "u" + i, b ? "B" : "A", i % 5 == 0 ? 1 : 0, ",\"seen\":\"" + (i % 7 + (b ? 3 : 0)) + "\"");
        }
        Cli run = logs.run("--control", "A", "--cuped-covariate", "seen");
        JsonNode found = experiment(run).get("context_covariate");
        assertThat(found.get("used").asBoolean()).isFalse();
        assertThat(found.get("imbalance_p").doubleValue()).isLessThan(1e-6);
        assertThat(found.get("note").asString()).startsWith("the arms differ in it (p = ");
        assertThat(comparison(run, "ctr").get("covariate").isNull()).isTrue();
        assertThat(run.json().get("warnings").toString())
                .contains("the covariate seen is not used: the arms differ in it");
    }

    /** As where only the candidate's service logs it, or where it is the same for everybody in an arm. */
    @ParameterizedTest
    @CsvSource({"known, how many users lack it", "constant, it"})
    void differencesWithoutVariationAreDifferences(String key, String in) {
        ExperimentLogs logs = new ExperimentLogs(folder);
        for (int i = 0; i < 400; i++) {
            boolean b = i % 2 == 1;
            String known = b || i % 20 == 0 ? ",\"known\":\"" + i % 7 + "\"" : "";
            request(
                    logs,
                    "u" + i,
                    b ? "B" : "A",
                    i % 5 == 0 ? 1 : 0,
                    known + ",\"constant\":\"" + (b ? 0.3 : 0.1) + "\"");
        }
        Cli run = logs.run("--control", "A", "--cuped-covariate", key);
        JsonNode found = experiment(run).get("context_covariate");
        assertThat(found.get("used").asBoolean()).isFalse();
        assertThat(found.get("note").asString()).startsWith("the arms differ in " + in + " (p");
    }

    @Test
    void aValueThatDoesNotVaryIsOfNoUse() {
        ExperimentLogs logs = new ExperimentLogs(folder);
        for (int i = 0; i < 400; i++) {
            request(logs, "u" + i, i % 2 == 0 ? "A" : "B", i % 5 == 0 ? 1 : 0, ",\"before\":\"0.1\"");
        }
        Cli run = logs.run("--control", "A", "--cuped-covariate", "before");
        JsonNode covariate = comparison(run, "ctr").get("covariate");
        assertThat(covariate.get("theta").doubleValue()).isZero();
        assertThat(covariate.get("note").asString()).startsWith("of no use");
    }

    /** One such line must not end the run: beyond 1e100 a number is unknown, and below 1e-100 it is 0. */
    @ParameterizedTest
    @CsvSource({"1e160, 119", "-1e308, 119", "1e100, 120", "-1e100, 120", "1e-160, 120", "-1e-308, 120"})
    void extremeNumbersAreUnknownOrComputedWith(String number, long known) {
        ExperimentLogs logs = new ExperimentLogs(folder);
        for (int i = 0; i < 120; i++) {
            String before = i == 17 ? number : "" + i * 3 % 11;
            request(logs, "u" + i, i % 2 == 0 ? "A" : "B", i % 3 == 0 ? 1 : 0, ",\"before\":\"" + before + "\"");
        }
        Cli run = logs.run("--control=A", "--cuped-covariate=before");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.HOLD);
        assertThat(experiment(run).get("context_covariate").get("known").asLong())
                .isEqualTo(known);
        JsonNode ctr = comparison(run, "ctr");
        assertThat(Math.abs(ctr.get("difference").doubleValue())).isLessThan(1);
        assertThat(ctr.get("p_value").doubleValue()).isBetween(0.0, 1.0);
    }

    /** Values of the period before are added up exactly, but their squares may be beyond all numbers. */
    @ParameterizedTest
    @ValueSource(doubles = {1e150, 1e160, 1e200, 1e307, 1e-160, 1e-300})
    void extremeValuesOfThePeriodBeforeDoNotEndTheRun(double value) {
        ExperimentLogs logs = new ExperimentLogs(folder).at("2026-11-01T00:00:00Z");
        for (int i = 0; i < 120; i++) {
            logs.request("u" + i, null, i % 4 == 0 ? 1 : 0);
            if (i % 5 == 0) {
                logs.conversion("u" + i, i == 20 ? value : i);
            }
        }
        logs.at("2026-11-03T00:00:00Z");
        for (int i = 0; i < 120; i++) {
            logs.request("u" + i, i % 2 == 0 ? "A" : "B", i % 3 == 0 ? 1 : 0);
            if (i % 7 == 0) {
                logs.conversion("u" + i, i + 1);
            }
        }
        Cli run = logs.run("--control=A", "--pre-until=2026-11-02");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.HOLD);
        assertThat(comparison(run, "ctr").get("covariate").get("coverage").doubleValue())
                .isEqualTo(1);
        assertThat(comparison(run, "revenue_per_exposure").get("p_value").doubleValue())
                .isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--cuped-covariate=befor | no exposure has the context key \"befor\"",
                "--cuped-covariate=surface | no value of the context key \"surface\" is a number",
                "--cuped-covariate= | takes a context key, not an empty text"
            })
    void aKeyWithoutNumbersIsAMistake(String option, String why) {
        Cli run = logs().run("--control=A", option);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(why);
    }

    @Test
    void oneCovariateIsEnough() {
        Cli run = logs().run("--control=A", "--cuped-covariate=before", "--pre-until=2026-11-02");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("give one of them");
    }

    @ParameterizedTest
    @CsvSource({"markdown", "html"})
    void everyFormSaysWhatWasAdjustedBy(String form) {
        Cli run =
                logs().run("--control=A", "--cuped-covariate=before", "--output=" + form + "=" + folder.resolve("out"));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.HOLD);
        assertThat(folder.resolve("out"))
                .content()
                .satisfies(text -> assertThat(text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
                        .contains("users with a value", "another one later, which does not count"));
    }
}
