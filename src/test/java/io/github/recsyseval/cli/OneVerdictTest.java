package io.github.recsyseval.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What validate accepts, the evaluation commands evaluate; what it rejects, they do not. */
class OneVerdictTest {
    private static final String EXPOSURE = "{\"request_id\":\"r%d\",\"user_id\":\"u\",\"ts\":\"2026-11-20T10:00:00Z\","
            + "\"items\":[{\"item_id\":\"a\",\"rank\":1}]}";

    /** Replacements in a valid exposure, some of which leave it valid. */
    private static final List<List<String>> NASTY = List.of(
            List.of("\"rank\":1", "\"rank\":1.0"),
            List.of("\"rank\":1", "\"rank\":1e0"),
            List.of("\"rank\":1", "\"rank\":1.5"),
            List.of("\"rank\":1", "\"rank\":99999999999999999999"),
            List.of("\"rank\":1", "\"rank\":1e400"),
            List.of("\"rank\":1", "\"rank\":01"),
            List.of("\"rank\":1", "\"rank\":1,\"rank\":0"),
            List.of("\"rank\":1", "\"rank\":0,\"rank\":1"),
            List.of("\"rank\":1", "\"rank\":1,\"propensity\":-0.0"),
            List.of("\"rank\":1", "\"rank\":1,\"propensity\":NaN"),
            List.of("\"rank\":1", "\"rank\":1,\"x\":{\"y\":[1,{\"z\":null}]}"),
            List.of("10:00:00Z", "10:00:00z"),
            List.of("10:00:00Z", "10:00:00"),
            List.of("10:00:00Z", "24:00:00Z"),
            List.of("10:00:00Z", "10:00:00.123456789012Z"),
            List.of("2026-11-20T10:00:00Z", "2016-12-31T23:59:60Z"),
            List.of("2026-11-20", "2026-02-30"),
            List.of("\"u\"", "\"\\u0000\""),
            List.of("\"u\"", "\"\\ud800\""),
            List.of("\"u\"", "\"\u00e4\u2028\""),
            List.of("\"u\"", "\"\t\""),
            List.of("\"u\"", "\"\\x\""),
            List.of("\"u\"", "7"),
            List.of("\"u\"", "null"),
            List.of("\"items\":[{", "\"items\":[[],{"),
            List.of("}]}", "}],\"items\":[]}"),
            List.of("}]}", "}],\"context\":{\"surface\":1}}"),
            List.of("}]}", "}],\"context\":{\"surface\":\"a\",\"surface\":\"b\"}}"),
            List.of("}]}", "}],\"latency_ms\":-1}"),
            List.of("}]}", "}],\"latency_ms\":1e308,\"error\":true}"),
            List.of("}]}", "}],\"error\":\"true\"}"),
            List.of("}]}", "}]}}"),
            List.of("}]}", "}]} "),
            List.of("}]}", "}]},"),
            List.of("}]}", "}]"),
            List.of("{\"request_id\"", " \t{ \"request_id\" "),
            List.of("{\"request_id\"", "\uFEFF{\"request_id\""),
            List.of("{\"request_id\"", "{\"Request_id\""),
            List.of("{\"request_id\"", "[".repeat(100_000)),
            List.of("{\"request_id\"", "{\"extra\":1,\"request_id\""));

    @TempDir
    private Path folder;

    @Test
    void onThePlantedFaults() {
        assertSame("testdata/faults/exposures.jsonl", "testdata/faults/outcomes.jsonl");
    }

    @Test
    void onNastyLines() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes((String.format(EXPOSURE, 0) + "\n").getBytes(UTF_8));
        int n = 1;
        for (List<String> change : NASTY) {
            String line = String.format(EXPOSURE, n++);
            assertThat(line).contains(change.get(0));
            lines.writeBytes((line.replace(change.get(0), change.get(1)) + "\n").getBytes(UTF_8));
        }
        lines.writeBytes(new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}', '\n'});
        Path exposures = Files.write(folder.resolve("nasty.jsonl"), lines.toByteArray());

        int valid = assertSame(exposures.toString(), "testdata/clean/outcomes.jsonl");

        // Both kinds must be there, or the comparison says little.
        assertThat(valid).isBetween(10, NASTY.size() - 10);
    }

    /** Returns how many exposures are valid, in both. */
    private static int assertSame(String exposures, String outcomes) {
        Cli run = Run.of(
                "join",
                "--exposures",
                exposures,
                "--outcomes",
                outcomes,
                "--format",
                "json",
                "--max-invalid-rate",
                "1");
        JsonNode join = JsonMapper.shared().readTree(run.out());
        JsonNode e = validate("exposure.v1", exposures);
        JsonNode o = validate("outcome.v1", outcomes);
        JsonNode quality = join.at("/data_quality");

        assertThat(quality.at("/invalid_lines/exposures").asInt())
                .isEqualTo(e.at("/invalid").asInt());
        assertThat(quality.at("/invalid_lines/outcomes").asInt())
                .isEqualTo(o.at("/invalid").asInt());
        assertThat(quality.at("/join_integrity/exposure_count").asInt())
                .isEqualTo(e.at("/valid").asInt());
        assertThat(quality.at("/join_integrity/outcome_count").asInt())
                .isEqualTo(o.at("/valid").asInt());
        assertThat(rows(join, "exposures")).isEqualTo(rows(e, ""));
        assertThat(rows(join, "outcomes")).isEqualTo(rows(o, ""));
        return e.at("/valid").asInt();
    }

    /** Which defect was found how often and where first; evaluation reports say of which input, validate does not. */
    private static List<String> rows(JsonNode report, String input) {
        JsonNode rows = report.has("violations") ? report.at("/violations") : report.at("/data_quality/violations");
        return rows.values().stream()
                .filter(row -> input.isEmpty() || row.at("/input").asString().equals(input))
                .map(row -> row.at("/keyword") + " " + row.at("/schema_location") + " " + row.at("/count") + " "
                        + row.at("/first/line") + " " + row.at("/last/line"))
                .toList();
    }

    private static JsonNode validate(String schema, String file) {
        return JsonMapper.shared()
                .readTree(Run.of("validate", "--schema", schema, file, "--format", "json")
                        .out());
    }
}
