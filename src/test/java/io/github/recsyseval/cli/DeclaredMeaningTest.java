package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the user says about the data stands beside the figures it is about, in every form; what is not said is undeclared. */
class DeclaredMeaningTest {
    @TempDir
    private Path folder;

    private Logs logs() {
        return new Logs(folder)
                .exposure("r1", "u1", 2, "\"latency_ms\":30")
                .exposure("r2", "u2", 2, "\"latency_ms\":40")
                .click("r1", "u1", 2);
    }

    @Test
    void standsInTheConfigurationAndInEveryForm() throws Exception {
        Path config = Files.writeString(folder.resolve("c.yaml"), """
                version: 1
                meaning:
                  exposure_means: rendered
                  value_unit: EUR
                  latency_measured_at: client
                """);
        for (String form : List.of("markdown", "html", "junit")) {
            String text = Run.of(logs().command("report", "--config=" + config, "--format=" + form))
                    .out()
                    .replace("<wbr/>", "");
            assertThat(text).as(form).contains("rendered exposures", "in EUR", "measured at the client");
            assertThat(text).as(form).contains("revenue_per_exposure (EUR)", "latency_p95_ms (client)");
        }
        assertThat(Run.of(logs().command("report", "--config=" + config, "--format=github"))
                        .out())
                .contains("2 rendered exposures of 2 users");
        JsonNode json = Run.of(logs().command("report", "--config=" + config, "--format=json"))
                .json();
        assertThat(json.at("/summary/exposure_means").asString()).isEqualTo("rendered");
        assertThat(row(json.at("/kpis/metrics"), "revenue_per_exposure")
                        .path("value_unit")
                        .asString())
                .isEqualTo("EUR");
        assertThat(row(json.at("/kpis/metrics"), "ctr").path("value_unit").isNull())
                .isTrue();
        assertThat(row(json.at("/guardrails/by_day/2026-11-02"), "latency_p99_ms")
                        .path("measured_at")
                        .asString())
                .isEqualTo("client");
    }

    @Test
    void isUndeclaredWhereNothingIsSaid() {
        for (String form : List.of("markdown", "html", "junit")) {
            String text =
                    Run.of(logs().command("report", "--format=" + form)).out().replace("<wbr/>", "");
            assertThat(text)
                    .as(form)
                    .contains("exposures (rendered or served: undeclared)", "unit undeclared")
                    .contains("client or server: undeclared", "revenue_per_exposure (undeclared)");
        }
        JsonNode json = Run.of(logs().command("report", "--format=json")).json();
        assertThat(json.at("/summary/exposure_means").asString()).isEqualTo("undeclared");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --exposure-means=renderd     | takes rendered or served, not "renderd"; did you mean rendered?
            --latency-measured-at=phone  | takes client or server, not "phone"
            --value-unit=                | takes 1 to 32 printable characters
            """)
    void wrongWordIsASentence(String option, String sentence) {
        assertThat(Run.of(logs().command("report", option)).exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(Run.of(logs().command("report", option)).err()).contains(sentence);
    }

    @Test
    void unitIsEscapedLikeAnythingElse() {
        String unit = "<b>|`";
        assertThat(Run.of(logs().command("report", "--value-unit", unit, "--format=html"))
                        .out())
                .contains("in &lt;b&gt;|`")
                .doesNotContain("<b>|");
        assertThat(Run.of(logs().command("report", "--value-unit", "EUR\u001b[31m"))
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    private static JsonNode row(JsonNode rows, String name) {
        return rows.valueStream()
                .filter(row -> row.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
