package io.github.recsyseval.schema;

import static io.github.recsyseval.schema.Lines.judge;
import static io.github.recsyseval.schema.Lines.violations;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the published contracts accept and refuse, and in which words. */
class ContractsTest {
    private static final String EXPOSURE = """
            {"request_id":"r1","user_id":"u1","ts":"2026-11-20T10:00:00Z","items":[{"item_id":"a","rank":1}]}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exposure.v1|{\"request_id\":\"r\",\"user_id\":\"u\",\"ts\":\"2026-11-20T10:00:00Z\",\"items\":[]}",
                "exposure.v1|{\"request_id\":\"r\",\"user_id\":\"u\",\"ts\":\"2026-11-20t10:00:00.1z\",\"items\":[{\"item_id\":\"a\",\"rank\":1.0,\"propensity\":0,\"logging_propensity\":2.5,\"target_propensity\":1e-9,\"price\":[null]}],\"context\":{\"surface\":\"home\",\"\":\"\"},\"latency_ms\":0.5,\"error\":false}",
                "outcome.v1|{\"request_id\":\"r\",\"user_id\":\"u\",\"item_id\":\"a\",\"event_type\":\"conversion\",\"value\":-3,\"ts\":\"2026-11-20T10:00:00+02:00\"}",
                "assignment.v1|{\"experiment_id\":\"e\",\"variant\":\"control\",\"request_id\":\"r\",\"user_id\":\"u\",\"ts\":\"2026-11-20T10:00:00Z\",\"context\":{}}",
                "ranklist.v1|{\"request_id\":\"r\",\"user_id\":\"u\",\"ts\":\"2026-11-20T10:00:00Z\",\"items\":[\"a\",\"b\"]}",
            })
    void accepts(String schema, String line) {
        assertThat(violations(schema, line)).isEmpty();
    }

    @Test
    void findsAllViolationsOfALineInTheOrderOfThePlacesInIt() {
        String line = """
                {"user_id":7,"ts":"2026-11-20T10:00:00","items":[{"rank":0},3,{"item_id":"","rank":0.5}],
                "context":{"a/b~c":1},"latency_ms":-1,"error":"true","timestamp":1,"zzz":null}""".replace("\n", "");
        assertThat(violations("exposure.v1", line))
                .containsExactly(
                        " additionalProperties: unknown property \"timestamp\"; did you mean \"ts\"?",
                        " additionalProperties: unknown property \"zzz\"",
                        " required: required property \"request_id\" is missing",
                        "/context/a~1b~0c type: is an integer, must be a string",
                        "/error type: is a string, must be a boolean",
                        "/items/0 required: required property \"item_id\" is missing",
                        "/items/0/rank minimum: is below 1; ranks are 1-based",
                        "/items/1 type: is an integer, must be an object",
                        "/items/2/item_id minLength: is empty",
                        "/items/2/rank minimum: is below 1; ranks are 1-based",
                        "/items/2/rank type: is a number with fraction or exponent, must be an integer",
                        "/latency_ms minimum: is below 0",
                        "/ts format: no UTC offset, RFC 3339 needs one (…T10:00:00Z)",
                        "/user_id type: is an integer, must be a string");
    }

    @Test
    void sortsPlacesInListsByNumber() {
        String items = "{},".repeat(11) + "{}";
        String line = EXPOSURE.replace("{\"item_id\":\"a\",\"rank\":1}", items);
        assertThat(judge("exposure.v1", line).violations().stream()
                        .map(Violation::pointer)
                        .distinct())
                .endsWith("/items/9", "/items/10", "/items/11");
    }

    @Test
    void namesThePlaceInTheSchemaAndTheProperty() {
        assertThat(judge("outcome.v1", "{}").violations().get(0))
                .isEqualTo(new Violation(
                        "", "required", "#/required", "required property \"event_type\" is missing", "event_type"));
        String line = EXPOSURE.replace("\"rank\":1", "\"rank\":0");
        assertThat(judge("exposure.v1", line).violations().get(0).schemaLocation())
                .isEqualTo("#/properties/items/items/properties/rank/minimum");
    }

    @ParameterizedTest
    @CsvSource({
        "surface, context.surface",
        "tenant, context.tenant_id",
        "tenantId, context.tenant_id",
        "requestId, request_id",
        "user-id, user_id",
        "uesr_id, user_id",
        "latency, latency_ms",
        "recommendations, items",
        "erorr, error",
    })
    void suggestsWhatWasMeant(String unknown, String meant) {
        String line = EXPOSURE.replace("}]}", "}],\"" + unknown + "\":\"x\"}");
        assertThat(violations("exposure.v1", line))
                .containsExactly(
                        " additionalProperties: unknown property \"" + unknown + "\"; did you mean \"" + meant + "\"?");
    }

    @Test
    void suggestsOnlyWhatTheContractHas() {
        String line = """
                {"request_id":"r","user_id":"u","item_id":"a","event_type":"view","surface":"home","ts":"2026-11-20T10:00:00Z"}""";
        assertThat(violations("outcome.v1", line))
                .containsExactly(
                        " additionalProperties: unknown property \"surface\"",
                        "/event_type enum: is none of \"click\", \"conversion\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-20 10:00:00Z|no T between date and time; RFC 3339 needs one (2026-11-20T10:00:00Z)",
                "2026-11-20|a date without time; RFC 3339 date-times look like 2026-11-20T10:00:00Z",
                "1795168800|a number; RFC 3339 date-times look like 2026-11-20T10:00:00Z",
                "2026-11-20T10:00:00.250|no UTC offset, RFC 3339 needs one (…T10:00:00Z)",
                "2026-11-20T10:00Z|no seconds, RFC 3339 needs them (…T10:00:00Z)",
                "2026-11-20T10:00:00+0200|an offset without colon and minutes, RFC 3339 writes +02:00",
                "2026-11-20T10:00:00,25Z|a comma before the fraction, RFC 3339 writes 10:00:00.250Z",
                "2026-11-20T10:00:00Z[UTC]|a time zone in brackets, RFC 3339 has offsets only",
                "2026-11-20T10:00:60Z|second 60 where there was no leap second",
                "2026-02-30T10:00:00Z|a month, day, hour, minute, second or offset that does not exist",
                "''|empty; RFC 3339 date-times look like 2026-11-20T10:00:00Z",
                "yesterday|not an RFC 3339 date-time such as 2026-11-20T10:00:00Z",
            })
    void saysWhyATimeIsRefused(String time, String why) {
        String line = EXPOSURE.replace("2026-11-20T10:00:00Z", time);
        assertThat(violations("exposure.v1", line)).containsExactly("/ts format: " + why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e99999999999"})
    void refusesNumbersThatNoDoubleHolds(String number) {
        String line = EXPOSURE.replace("\"rank\":1", "\"rank\":1,\"score\":" + number);
        assertThat(violations("exposure.v1", line))
                .containsExactly(
                        "/items/0/score number-range: is beyond the range of a 64-bit floating point number, about 1.8e308");
    }

    @Test
    void refusesWholeNumbersThatNoDoubleHolds() {
        String tooMany = "9".repeat(1_000_000);
        String tooLarge = "2" + "0".repeat(308);
        for (String number : new String[] {tooMany, tooLarge, "-" + tooLarge}) {
            String line = EXPOSURE.replace("\"rank\":1", "\"rank\":1,\"score\":" + number);
            assertThat(judge("exposure.v1", line).violations()).singleElement().satisfies(violation -> {
                assertThat(violation.keyword()).isEqualTo(Violation.NUMBER_RANGE);
                assertThat(violation.pointer()).isEqualTo("/items/0/score");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e20", "9999999999999999999999999", "1.0", "1e308"})
    void acceptsRanksThatAreLargeOrWrittenWithFraction(String rank) {
        assertThat(violations("exposure.v1", EXPOSURE.replace("\"rank\":1", "\"rank\":" + rank)))
                .isEmpty();
    }

    @Test
    void reportsDuplicateKeysWithoutRefusingTheLine() {
        String line = EXPOSURE.replace("\"rank\":1", "\"rank\":2,\"r\\u0061nk\":1,\"x\":{\"y\":0,\"y\":1}")
                .replace("}]}", "}],\"user_id\":\"u2\"}");
        Verdict verdict = judge("exposure.v1", line);
        assertThat(verdict.isValid()).isTrue();
        assertThat(verdict.duplicateKeys()).containsExactly("/items/0/rank", "/items/0/x/y", "/user_id");
    }

    @Test
    void countsTheLastOfDuplicateKeys() {
        String line = EXPOSURE.replace("\"rank\":1", "\"rank\":1,\"rank\":0");
        assertThat(violations("exposure.v1", line))
                .containsExactly("/items/0/rank minimum: is below 1; ranks are 1-based");
    }

    @Test
    void showsNoValueAndOnlyPrintableNames() {
        String line = EXPOSURE.replace("\"u1\"", "{\"secret\":1}")
                .replace("}]}", "}],\"a\\u001b[31m\\u202e" + "b".repeat(100) + "\":\"secret\"}");
        assertThat(violations("exposure.v1", line))
                .containsExactly(
                        " additionalProperties: unknown property \"a\\u001B[31m\\u202E" + "b".repeat(57) + "…\"",
                        "/user_id type: is an object, must be a string");
    }

    @Test
    void stopsListingViolationsOfOneRecordAtSomePoint() {
        String line = EXPOSURE.replace("{\"item_id\":\"a\",\"rank\":1}", "0,".repeat(20_000) + "0");
        assertThat(judge("exposure.v1", line).violations())
                .hasSize(LibrarySchema.MAX_VIOLATIONS + 1)
                .last()
                .extracting(Lines::show)
                .isEqualTo(" schema-limit: has more than 10000 violations; the others are not listed");
    }

    /** A null where an interval may be is tried as an interval first; that it is none is no violation. */
    @Test
    void triedAlternativesAreNoViolationsHoweverManyThereAre() throws IOException {
        JsonMapper json = new JsonMapper();
        ObjectNode decision =
                (ObjectNode) json.readTree(Files.readString(Path.of("src/test/resources/golden/decision.json")));
        ObjectNode effect = (ObjectNode) decision.get("effects").get(0);
        effect.putNull("interval");
        effect.putNull("lift_interval");
        ArrayNode many = decision.putArray("effects");
        for (int i = 0; i < LibrarySchema.MAX_VIOLATIONS; i++) {
            many.add(effect);
        }
        assertThat(violations("schemas/decision.v1.json", decision.toString())).isEmpty();
        effect.put("interval", "none");
        assertThat(violations("schemas/decision.v1.json", decision.toString())).isNotEmpty();
    }
}
