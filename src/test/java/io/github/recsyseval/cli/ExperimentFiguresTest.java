package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.testing.Cli;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures of an experiment are those that NumPy and SciPy find in the same logs: {@code src/test/resources/oracle/experiment.py}. */
class ExperimentFiguresTest {
    private static final JsonNode ORACLE = JsonMapper.shared()
            .readTree(Path.of("src/test/resources/oracle/experiment.json").toFile());

    private static JsonNode experiment(String... more) {
        List<String> args = new ArrayList<>(List.of("experiment", "--control", "A", "--format", "json"));
        for (String log : List.of("exposures", "outcomes", "assignments")) {
            args.addAll(List.of("--" + log, "testdata/clean/" + log + ".jsonl"));
        }
        args.addAll(List.of(more));
        Cli run = Run.of(args.toArray(String[]::new));
        return run.json().get("experiment");
    }

    private static JsonNode row(JsonNode rows, String metric) {
        return rows.valueStream()
                .filter(row -> row.get("metric").asString().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static void assertClose(JsonNode found, JsonNode expected, String what) {
        if (expected.isNull()) {
            assertThat(found.isNull()).as(what).isTrue();
            return;
        }
        double value = expected.doubleValue();
        assertThat(found.doubleValue()).as(what).isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
    }

    private static void assertCompared(JsonNode row, JsonNode expected) {
        String metric = row.get("metric").asString();
        assertClose(row.get("difference"), expected.get("difference"), metric);
        assertClose(row.at("/interval/lower"), expected.get("lower"), metric);
        assertClose(row.at("/interval/upper"), expected.get("upper"), metric);
        assertClose(row.get("p_value"), expected.get("p_value"), metric);
        assertClose(row.get("lift"), expected.get("lift"), metric);
        assertClose(row.at("/lift_interval/lower"), expected.get("lift_lower"), metric);
        assertClose(row.at("/lift_interval/upper"), expected.get("lift_upper"), metric);
        assertClose(row.get("detectable_difference"), expected.get("detectable_difference"), metric);
        assertClose(row.get("detectable_lift"), expected.get("detectable_lift"), metric);
    }

    @Test
    void differencesLiftsAndPowerAreThoseOfScipy() {
        JsonNode found = experiment();
        ORACLE.get("kpis")
                .forEachEntry((metric, expected) -> assertCompared(row(found.get("comparisons"), metric), expected));
        assertClose(found.at("/sample_ratio/p_value"), ORACLE.get("split"), "split");
    }

    @Test
    void soIsTheAdjustmentByThePeriodBefore() {
        JsonNode found = experiment("--pre-until", "2026-11-03");
        ORACLE.get("cuped")
                .forEachEntry((metric, expected) -> assertCompared(row(found.get("comparisons"), metric), expected));
    }

    @Test
    void soAreTheCorrectionsForSeveralClaimsAndSlices() {
        JsonNode found = experiment(
                "--primary", "ctr,conversion_rate,revenue_per_exposure", "--slice", "surface", "--slice-floor", "10");
        ORACLE.get("kpis")
                .forEachEntry((metric, expected) -> assertClose(
                        row(found.get("comparisons"), metric).get("adjusted_p"), expected.get("adjusted_p"), metric));
        List<JsonNode> tested = found.get("slices")
                .valueStream()
                .filter(row -> !row.get("p_value").isNull())
                .toList();
        assertThat(tested).hasSize(ORACLE.get("slices").size());
        for (JsonNode expected : ORACLE.get("slices")) {
            JsonNode row = tested.stream()
                    .filter(one -> one.get("metric").equals(expected.get("metric"))
                            && one.get("slice").equals(expected.get("slice")))
                    .findFirst()
                    .orElseThrow();
            for (String figure : List.of("difference", "p_value", "adjusted_p")) {
                assertClose(row.get(figure), expected.get(figure), row.toString());
            }
        }
        ORACLE.get("heterogeneity").forEachEntry((metric, expected) -> {
            JsonNode row = row(found.get("heterogeneity"), metric);
            assertClose(row.get("statistic"), expected.get("statistic"), metric);
            assertClose(row.get("p_value"), expected.get("p_value"), metric);
        });
    }
}
