package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The set with planted faults: every count of the report equals what the generator wrote down beside it. */
class PlantedFaultsTest {
    private static final Path FAULTS = Path.of("testdata/faults");
    private static JsonNode truth = new JsonMapper().createObjectNode();
    private static JsonNode report = truth;

    @BeforeAll
    static void evaluate() {
        truth = new JsonMapper().readTree(FAULTS.resolve("truth.json").toFile()).get("totals");
        Cli run = Run.of(
                "report",
                "--exposures",
                FAULTS.resolve("exposures.jsonl").toString(),
                "--outcomes",
                FAULTS.resolve("outcomes.jsonl").toString(),
                "--assignments",
                FAULTS.resolve("assignments.jsonl").toString(),
                "--format",
                "json");
        assertThat(run.exitCode()).isEqualTo(5);
        report = run.json();
    }

    @ParameterizedTest
    @CsvSource({
        "/summary/cases_evaluated, /exposures/distinct",
        "/data_quality/join_integrity/exposure_count, /exposures/valid",
        "/data_quality/join_integrity/outcome_count, /outcomes/valid",
        "/data_quality/join_integrity/assignments_count, /assignments/valid",
        "/data_quality/join_integrity/identical_duplicates, /exposures/duplicates_identical",
        "/data_quality/join_integrity/conflicting_duplicates, /exposures/duplicates_conflicting",
        "/data_quality/exposure_completeness/missing, /exposures/completeness_missing",
        "/data_quality/outcome_completeness/missing, /outcomes/completeness_missing",
        "/data_quality/invalid_lines/exposures, /exposures/invalid_lines",
        "/data_quality/invalid_lines/outcomes, /outcomes/invalid_lines",
        "/data_quality/invalid_lines/assignments, /assignments/invalid_lines",
        "/data_quality/exposure_classes/joined, /exposures/with_outcome",
        "/data_quality/metrics/2/numerator, /assignments/joined",
        "/provenance/inputs/0/blank_lines, /exposures/blank_lines",
        "/provenance/inputs/1/blank_lines, /outcomes/blank_lines",
    })
    void countsAreThePlantedOnes(String figure, String planted) {
        assertThat(report.at(figure).asLong()).isEqualTo(truth.at(planted).asLong());
    }

    @Test
    void everyOutcomeIsInItsClass() {
        JsonNode classes = report.at("/data_quality/outcome_classes");
        JsonNode planted = truth.at("/outcomes/classes");
        for (Map.Entry<String, JsonNode> entry : classes.properties()) {
            long expected = planted.path(entry.getKey()).asLong(0);
            assertThat(entry.getValue().asLong()).as(entry.getKey()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exposures", "outcomes", "assignments"})
    void theBooksBalance(String stream) {
        JsonNode classes = report.at("/data_quality/" + stream.substring(0, stream.length() - 1) + "_classes");
        long sum = 0;
        for (JsonNode count : classes) {
            sum += count.asLong();
        }
        assertThat(sum).isEqualTo(truth.at("/" + stream + "/lines").asLong());
    }

    @Test
    void kpisRestOnThePlantedEvents() {
        assertThat(numerator("ctr")).isEqualTo(truth.at("/kpis/clicks").asDouble());
        assertThat(numerator("click_rate"))
                .isEqualTo(truth.at("/kpis/exposures_with_click").asDouble());
        assertThat(numerator("conversion_rate"))
                .isEqualTo(truth.at("/kpis/conversions").asDouble());
        assertThat(numerator("revenue_per_exposure"))
                .isEqualTo(truth.at("/kpis/revenue").asDouble());
    }

    private static double numerator(String kpi) {
        for (JsonNode metric : report.at("/kpis/metrics")) {
            if (metric.get("name").asString().equals(kpi)) {
                return metric.get("numerator").asDouble();
            }
        }
        throw new AssertionError("no " + kpi);
    }
}
