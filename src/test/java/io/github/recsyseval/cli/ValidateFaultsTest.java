package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The planted faults, whose true counts the generator wrote down, are found exactly; and the outputs are those agreed on. */
class ValidateFaultsTest {
    private static final Path FAULTS = Path.of("testdata/faults");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/validate");

    private final JsonNode truth =
            JsonMapper.shared().readTree(FAULTS.resolve("truth.json").toFile());

    private static JsonNode validate(String kind) {
        Cli run = Run.of("validate", "--schema", kind + ".v1", FAULTS + "/" + kind + "s.jsonl", "--format", "json");
        assertThat(run.exitCode()).isEqualTo(6);
        return JsonMapper.shared().readTree(run.out());
    }

    private JsonNode fault(String name) {
        return truth.at("/faults").values().stream()
                .filter(fault -> fault.at("/name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode finding(JsonNode report, String code, String kind) {
        return report.at("/findings").values().stream()
                .filter(f -> f.at("/code").asString().equals(code)
                        && f.at("/kind").asString("").equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static int form(JsonNode finding, String form) {
        return finding.at("/forms").values().stream()
                .filter(row -> row.at("/form").asString().equals(form))
                .mapToInt(row -> row.at("/count").asInt())
                .sum();
    }

    /** Records with a violation of a keyword whose messages contain some words. */
    private static int violations(JsonNode report, String keyword, String words) {
        return report.at("/violations").values().stream()
                .filter(violation -> violation.at("/keyword").asString().equals(keyword))
                .flatMap(violation -> violation.at("/messages").values().stream())
                .filter(message -> message.at("/message").asString().contains(words))
                .mapToInt(message -> message.at("/count").asInt())
                .sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exposure", "outcome", "assignment"})
    void countsLinesExactly(String kind) {
        JsonNode report = validate(kind);
        JsonNode totals = truth.at("/totals/" + kind + "s");

        assertThat(report.at("/records").asInt()).isEqualTo(totals.at("/lines").asInt());
        assertThat(report.at("/invalid").asInt())
                .isEqualTo(totals.at("/invalid_lines").asInt());
        assertThat(report.at("/valid").asInt()).isEqualTo(totals.at("/valid").asInt());
        assertThat(report.at("/blank_lines").asInt())
                .isEqualTo(totals.at("/blank_lines").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exposure", "outcome", "assignment"})
    void findsEveryPlantedDefectOfLines(String kind) {
        JsonNode report = validate(kind);
        String file = "/forms/" + kind + "s";

        assertThat(violations(report, "json", "UTF-8"))
                .isEqualTo(fault("not-utf8").at(file).asInt());
        assertThat(violations(report, "json", "file cut off?"))
                .isEqualTo(fault("bad-json").at(file).asInt());
        assertThat(violations(report, "json", "still being written"))
                .isEqualTo(fault("cut-last-line").at(file).asInt());
        assertThat(violations(report, "format", "RFC 3339"))
                .isEqualTo(fault("bad-timestamp").at(file).asInt());
        assertThat(violations(report, "additionalProperties", ""))
                .isEqualTo(fault("extra-field").at(file).asInt());
        assertThat(violations(report, "minimum", "1-based"))
                .isEqualTo(fault("rank-zero").at(file).asInt());
        int withoutRequestId =
                kind.equals("outcome") ? fault("out-no-rid").at("/forms/absent").asInt() : 0;
        assertThat(violations(report, "required", ""))
                .isEqualTo(fault("missing-field").at(file).asInt() + withoutRequestId);
    }

    @Test
    void findsEveryPlantedOddityOfExposures() {
        JsonNode report = validate("exposure");

        JsonNode repeated = finding(report, "J04", "");
        assertThat(form(repeated, "equal to the earlier record"))
                .isEqualTo(fault("identical-duplicates").at("/count").asInt());
        assertThat(form(repeated, "different from it"))
                .isEqualTo(fault("conflicting-duplicates").at("/count").asInt()
                        + fault("rid-reused").at("/count").asInt());
        for (Map.Entry<String, String> code : Map.of(
                        "J08", "uid-is-rid", "J15", "ranks", "J16", "dup-item", "J17", "slice-missing")
                .entrySet()) {
            JsonNode found = finding(report, code.getKey(), "");
            assertThat(found.at("/count").asInt())
                    .as(code.getValue())
                    .isEqualTo(fault(code.getValue()).at("/count").asInt());
            assertThat(found.at("/of").asInt())
                    .as(code.getValue())
                    .isEqualTo(fault(code.getValue()).at("/of").asInt());
        }
        JsonNode ranks = fault("ranks").at("/forms");
        JsonNode foundRanks = finding(report, "J15", "");
        assertThat(form(foundRanks, "with a repeated rank"))
                .isEqualTo(ranks.at("/all-one").asInt());
        assertThat(form(foundRanks, "with a gap")).isEqualTo(ranks.at("/gap").asInt());
        assertThat(form(foundRanks, "not beginning with 1"))
                .isEqualTo(ranks.at("/offset").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"card", "email", "ip", "phone"})
    void findsEveryPlantedPieceOfPersonalData(String kind) {
        JsonNode found = finding(validate("exposure"), "J12", kind);

        assertThat(found.at("/count").asInt())
                .isEqualTo(fault("pii").at("/forms/" + kind).asInt());
        assertThat(found.at("/of").asInt()).isEqualTo(fault("pii").at("/of").asInt());
        assertThat(found.at("/path").asString()).isEqualTo("/context/query");
    }

    @Test
    void findsEveryConversionWithoutValue() {
        JsonNode found = finding(validate("outcome"), "J13", "");

        assertThat(found.at("/count").asInt())
                .isEqualTo(fault("value-missing").at("/count").asInt());
        assertThat(found.at("/of").asInt())
                .isEqualTo(fault("value-missing").at("/of").asInt());
    }

    @Test
    void findsNothingInTheCleanSet() {
        for (String kind : Set.of("exposure", "outcome", "assignment")) {
            Cli run = Run.of(
                    "validate", "--schema", kind + ".v1", "testdata/clean/" + kind + "s.jsonl", "--format", "json");
            JsonNode report = JsonMapper.shared().readTree(run.out());

            assertThat(run.exitCode()).isZero();
            assertThat(report.at("/findings").size()).isZero();
            assertThat(report.at("/notes").size()).isZero();
        }
    }

    /**
     * The outputs on the planted faults. With the environment variable RECSYS_EVAL_WRITE_GOLDEN set they are written instead of
     * compared, for a person to read before they are committed.
     */
    @ParameterizedTest
    @CsvSource({
        "exposure,text",
        "outcome,text",
        "assignment,text",
        "exposure,json",
        "outcome,junit",
        "exposure,github",
        "outcome,github",
        "exposure,markdown"
    })
    void saysWhatWasAgreedOn(String kind, String format) throws IOException {
        Cli run = Run.of(
                "validate",
                "--schema",
                kind + ".v1",
                FAULTS + "/" + kind + "s.jsonl",
                "--format",
                format,
                "--threads",
                "1",
                "--max-errors",
                "2");
        String stable = run.out()
                .replaceAll("in [0-9.]+ s(, [0-9,]+ MB/s)?", "in 0.0 s")
                .replaceAll("time=\"[0-9.]+\"", "time=\"0.000\"")
                .replaceAll("\"seconds\" : [0-9.]+", "\"seconds\" : 0.0")
                .replaceAll("\"(version|commit)\" : \"[^\"]*\"", "\"$1\" : \"-\"");
        Path golden = GOLDEN.resolve(kind + "." + format);
        if (System.getenv("RECSYS_EVAL_WRITE_GOLDEN") != null) {
            Files.writeString(golden, stable);
        }

        assertThat(stable).isEqualTo(Files.readString(golden));
        assertThat(run.exitCode()).isEqualTo(6);
        if (format.equals("text")) {
            assertThat(stable.lines()).allMatch(line -> line.length() <= 80);
        }
    }

    @Test
    void theJsonMatchesItsPublishedSchema() throws IOException {
        Map<String, String> runs = new TreeMap<>();
        Path report = Files.createTempFile("validation", ".jsonl");
        try {
            for (String kind : Set.of("exposure", "outcome", "assignment")) {
                String json = Run.of(
                                "validate",
                                "--schema",
                                kind + ".v1",
                                FAULTS + "/" + kind + "s.jsonl",
                                "--format",
                                "json")
                        .out();
                runs.put(kind, JsonMapper.shared().readTree(json).toString());
            }
            Files.write(report, runs.values());

            Cli check = Run.of("validate", "--schema", "schemas/validation.v1.json", report.toString(), "--pii", "off");

            assertThat(check.out()).startsWith("VALID  all 3 records");
            assertThat(check.exitCode()).isZero();
        } finally {
            Files.delete(report);
        }
    }
}
