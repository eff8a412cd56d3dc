package io.github.recsyseval.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A decision is the same by itself and in a report, whose schema ReportSchemaTest holds against the records. */
class DecisionSchemaTest {
    private static JsonNode schema(String name) {
        return JsonMapper.shared().readTree(Path.of("schemas", name).toFile());
    }

    @Test
    void isTheDefinitionOfTheReport() {
        JsonNode report = schema("report.v1.json").get("definitions");
        JsonNode decision = schema("decision.v1.json");
        for (String part : List.of("required", "properties", "additionalProperties", "title", "description")) {
            assertThat(decision.get(part))
                    .as(part)
                    .isEqualTo(report.get("Decision").get(part));
        }
        decision.get("definitions")
                .properties()
                .forEach(
                        entry -> assertThat(entry.getValue()).as(entry.getKey()).isEqualTo(report.get(entry.getKey())));
    }
}
