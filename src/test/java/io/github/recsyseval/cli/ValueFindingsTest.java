package io.github.recsyseval.cli;

import static io.github.recsyseval.cli.ExperimentLogs.comparison;
import static io.github.recsyseval.cli.ExperimentLogs.decision;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What values of conversions are like is nobody's business but that of figures of values: prices, refunds, placeholders. */
class ValueFindingsTest {
    @TempDir
    Path folder;

    private ExperimentLogs logs;

    @BeforeEach
    void begin() {
        logs = new ExperimentLogs(folder);
    }

    /** Clicks that ship; 300 conversions, the i-th with this value. */
    private void withValues(IntToDoubleFunction value) {
        for (int i = 0; i < 600; i++) {
            for (String arm : new String[] {"A", "B"}) {
                logs.request(arm + i, arm, arm.equals("B") ? i % 2 : i % 5 / 4);
                if (i % 4 == 0) {
                    logs.conversion(arm + i, value.applyAsDouble(i / 4));
                }
            }
        }
    }

    private static double price(int i) {
        return 10 + i * 7 % 80;
    }

    @ParameterizedTest
    @CsvSource({"9.99, 1", "9.99, 0.9", "1, 1"})
    void onePriceForAllShipsByClicks(double price, double share) {
        withValues(i -> i % 10 < 10 * share ? price : price(i));
        Cli run = logs.run("--control", "A");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.json().get("summary").get("trusted").booleanValue()).isTrue();
        JsonNode finding = finding(run, "J13").orElseThrow();
        assertThat(finding.get("severity").asString()).isEqualTo("warn");
        // 1 is what conversions are counted by, not what they are worth
        assertThat(finding.get("spoils").isNull()).isEqualTo(price != 1);
        assertThat(comparison(run, "revenue_per_exposure")
                        .get("verdict")
                        .asString()
                        .equals("unknown"))
                .isEqualTo(price == 1);
    }

    @Test
    void refundsAreValues() {
        withValues(i -> i % 4 == 0 ? -price(i - 1) : price(i));
        Cli run = logs.run("--control", "A");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(finding(run, "J13")).isEmpty();
    }

    /** What stands for "unknown" in many a column: a quarter of the conversions. */
    @ParameterizedTest
    @ValueSource(doubles = {0, -1, -999, 999_999, 9_999_999.99, 2_147_483_647})
    void placeholdersSpoilFiguresOfValuesOnly(double placeholder) {
        withValues(i -> i % 4 == 0 ? placeholder : price(i));
        Cli run = logs.run("--control", "A");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        JsonNode finding = finding(run, "J13").orElseThrow();
        // 150 conversions of each arm: every fourth of them
        assertThat(finding.get("count").asInt()).isEqualTo(76);
        assertThat(finding.get("n").asInt()).isEqualTo(300);
        assertThat(finding.get("spoils").asString()).isEqualTo("value");
        Cli byRevenue = logs.run("--control", "A", "--primary", "revenue_per_exposure");
        assertThat(byRevenue.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(decision(byRevenue).get("reasons").get(0).asString())
                .startsWith(
                        "revenue_per_exposure cannot be judged: J13 value: conversions with missing or doubtful values: ");
        Cli tolerant = logs.run("--control", "A", "--primary", "revenue_per_exposure", "--tolerate", "J13");
        assertThat(decision(tolerant).get("reasons").toString()).doesNotContain("J13");
        assertThat(finding(tolerant, "J13").orElseThrow().get("spoils").isNull())
                .isTrue();
    }

    /** What holds is named; what is proven besides is no reason to hold. */
    @Test
    void whatIsProvenIsNoReasonToHold() {
        withValues(i -> i % 4 == 0 ? 0 : price(i));
        Cli run = logs.run("--control", "A", "--primary", "ctr,revenue_per_exposure");
        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(run.err())
                .contains("hold: revenue_per_exposure cannot be judged")
                .doesNotContain("hold: ctr is better");
        assertThat(decision(run).get("reasons")).hasSize(1);
        assertThat(comparison(run, "ctr").get("verdict").asString()).isEqualTo("better");
    }

    /** A few are lost among many: worth a look, and the figures stand. */
    @Test
    void aFewZerosAreWorthALook() {
        withValues(i -> i % 20 == 0 ? 0 : price(i));
        Cli run = logs.run("--control", "A");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(finding(run, "J13").orElseThrow().get("spoils").isNull()).isTrue();
    }

    /** Baskets of one currency that spread widely, all on one item. */
    @ParameterizedTest
    @ValueSource(doubles = {0.55, 0.7, 1})
    void widelySpreadBasketsAreInOneCurrency(double sigma) {
        Random random = new Random(3);
        for (int i = 0; i < 3_000; i++) {
            for (String arm : new String[] {"A", "B"}) {
                logs.request(arm + i, arm, 0);
                logs.conversion(arm + i, 20 * Math.exp(sigma * random.nextGaussian()));
                logs.request(arm + "without" + i, arm, 0);
            }
        }
        Cli run = logs.run("--control", "A");
        assertThat(run.json().at("/data_quality/findings").valueStream())
                .extracting(finding -> finding.get("code").asString())
                .containsExactly("J28"); // Each list has its outcomes on the first item here.
    }

    /** Every conversion is logged twice, which deduplication mends: the rest is decided as ever. */
    @Test
    void whatDeduplicationLeftOutHoldsNothing() {
        for (int i = 0; i < 600; i++) {
            for (String arm : new String[] {"A", "B"}) {
                logs.request(arm + i, arm, arm.equals("B") ? i % 2 : i % 5 / 4);
                if (i % 4 == 0) {
                    logs.conversion(arm + i, price(i)).conversion(arm + i, price(i));
                }
            }
        }
        Cli doubled = logs.run("--control", "A");
        assertThat(doubled.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(finding(doubled, "J20").orElseThrow().get("count").asInt()).isEqualTo(300);
        for (String rule : new String[] {"exact", "window:2s"}) {
            Cli run = logs.run("--control", "A", "--outcome-dedupe", rule);
            assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
            assertThat(finding(run, "J20")).isEmpty();
        }
    }

    /** Repetitions at another moment are not exact ones, and stay in the figures. */
    @Test
    void whatDeduplicationLeavesIsStillAFinding() {
        for (int i = 0; i < 100; i++) {
            logs.request("u" + i, i % 2 == 0 ? "A" : "B", 1);
            logs.conversion("u" + i, price(i)).conversion("u" + i, price(i) + 1);
        }
        assertThat(finding(logs.run("--control", "A", "--outcome-dedupe", "exact"), "J20")
                        .orElseThrow()
                        .get("count")
                        .asInt())
                .isEqualTo(100);
    }

    private static Optional<JsonNode> finding(Cli run, String code) {
        for (JsonNode row : run.json().get("data_quality").get("findings")) {
            if (row.get("code").asString().equals(code)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
