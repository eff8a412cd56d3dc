package io.github.recsyseval.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.recsyseval.schema.UnusableSchemaException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCatalogTest {
    @TempDir
    Path folder;

    @Test
    void findsEveryPublishedSchemaByName() {
        for (String name : SchemaCatalog.names()) {
            LoadedSchema schema = SchemaCatalog.load(name);
            assertThat(schema.name()).isEqualTo(name);
            assertThat(schema.text()).contains("\"https://recsyseval.github.io/schemas/" + name + ".json\"");
            assertThat(schema.library()).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "exposures.v1, exposure.v1",
        "outcome, outcome.v1",
        "exposure.v2, exposure.v1",
        "asignment.v1, assignment.v1"
    })
    void suggestsTheNameThatWasMeant(String wrong, String meant) {
        UnusableSchemaException e = refusal(wrong);
        assertThat(e.reason()).isEqualTo(Reason.UNKNOWN);
        assertThat(e)
                .hasMessage(
                        "no schema \"" + wrong + "\"; did you mean " + meant
                                + "?; there are exposure.v1, outcome.v1, assignment.v1, ranklist.v1, report.v1, or the path of a .json file");
    }

    @Test
    void namesTheSchemasWhenNothingIsClose() {
        assertThat(refusal("clicks"))
                .hasMessage(
                        "no schema \"clicks\"; there are exposure.v1, outcome.v1, assignment.v1, ranklist.v1, report.v1,"
                                + " or the path of a .json file");
    }

    @Test
    void readsAUsersOwnSchema() throws IOException {
        Path file = write("{\"type\":\"object\",\"required\":[\"a\"]}");
        assertThat(Lines.violations(file.toString(), "{}"))
                .containsExactly(" required: required property \"a\" is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://json-schema.org/draft-04/schema#",
                "http://json-schema.org/draft-06/schema#",
                "http://json-schema.org/draft-07/schema#",
                "http://json-schema.org/draft-07/schema",
                "https://json-schema.org/draft/2019-09/schema",
                "https://json-schema.org/draft/2020-12/schema",
            })
    void knowsTheDialects(String dialect) throws IOException {
        Path file = write("{\"$schema\":\"" + dialect + "\",\"required\":[\"a\"]}");
        assertThat(Lines.violations(file.toString(), "{}"))
                .containsExactly(" required: required property \"a\" is missing");
    }

    @Test
    void readsSchemasOfLaterDraftsByTheirOwnRules() throws IOException {
        Path file =
                write("{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"prefixItems\":[{\"const\":1}]}");
        assertThat(Lines.violations(file.toString(), "[2]")).containsExactly("/0 const: is not 1");
    }

    @Test
    void followsReferencesWithinTheFile() throws IOException {
        Path file = write("""
                {"$id":"things.json","properties":{"a":{"$ref":"#/definitions/positive"}},
                 "definitions":{"positive":{"exclusiveMinimum":0}}}""");
        Violation violation =
                Lines.judge(file.toString(), "{\"a\":0}").violations().get(0);
        assertThat(violation.pointer()).isEqualTo("/a");
        assertThat(violation.schemaLocation()).isEqualTo("#/definitions/positive/exclusiveMinimum");
        assertThat(violation.message()).isEqualTo("is not above 0");
    }

    @Test
    void saysThatAFileCannotBeRead() {
        UnusableSchemaException e = refusal(folder.resolve("exposure.v1.json").toString());
        assertThat(e.reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(e.getMessage())
                .startsWith("cannot read schema ")
                .endsWith("exposure.v1.json: there is no such file (the published schema is named exposure.v1)");
        assertThat(refusal(folder + "/")).hasMessageEndingWith(": it is a directory");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":|ends before the object is closed; file cut off?",
                "[]|the schema is an array, must be an object or a boolean",
                "{\"type\":\"strng\"}|/type is none of \"array\", \"boolean\", \"integer\", \"null\", \"number\", \"object\", \"string\"",
                "{\"properties\":{\"a\":{\"minimum\":\"1\"}}}|/properties/a/minimum is a string, must be a number",
                "{\"properties\":[]}|/properties is an array, must be an object",
                "{\"pattern\":\"(\"}|/pattern is not a valid regex",
                "{\"type\":\"object\",\"type\":\"array\"}|/type stands there twice",
                "{\"$schema\":\"https://example.com/mine\"}|it is written in a dialect that is not known (\"$schema\"); use draft-07",
                "{\"$ref\":\"#/definitions/a\"}|Reference /definitions/a cannot be resolved",
                "{\"$ref\":\"#\"}|it refers to itself without end",
                "{\"items\":{\"$ref\":\"https://example.com/x.json#/a\"}}|it refers to https://example.com/x.json, and nothing outside the file is read; only references such as #/definitions/item work",
                "{\"$ref\":\"other.json\"}|it refers to other.json, and nothing outside the file is read; only references such as #/definitions/item work",
                "{\"$ref\":\"file:///etc/hostname\"}|it refers to file:///etc/hostname, and nothing outside the file is read; only references such as #/definitions/item work",
                "{\"$ref\":\"classpath:/schemas/exposure.v1.json\"}|it refers to classpath:/schemas/exposure.v1.json, and nothing outside the file is read; only references such as #/definitions/item work",
            })
    void saysInOneSentenceWhyASchemaIsBroken(String text, String why) throws IOException {
        Path file = write(text);
        UnusableSchemaException e = refusal(file.toString());
        assertThat(e.reason()).isEqualTo(Reason.BROKEN);
        assertThat(e).hasMessage("schema " + file + " cannot be used: " + why);
    }

    @Test
    void givesUpOnRecordsForWhichASchemaIsTooComplex() throws IOException {
        StringBuilder definitions = new StringBuilder("\"d0\":{\"type\":\"object\"}");
        for (int i = 1; i <= 40; i++) {
            String before = "{\"$ref\":\"#/definitions/d" + (i - 1) + "\"}";
            definitions.append(",\"d" + i + "\":{\"properties\":{\"a\":{\"allOf\":[" + before + "," + before + "]}}}");
        }
        Path file = write("{\"definitions\":{" + definitions + "},\"$ref\":\"#/definitions/d40\"}");
        String line = "{\"a\":".repeat(41) + "{}" + "}".repeat(41);
        assertThat(Lines.violations(file.toString(), line))
                .containsExactly(" schema-limit: checking was given up: the schema is too complex for this record");
    }

    private Path write(String schema) throws IOException {
        return Files.write(folder.resolve("mine.json"), schema.getBytes(UTF_8));
    }

    private static UnusableSchemaException refusal(String nameOrPath) {
        return catchThrowableOfType(UnusableSchemaException.class, () -> SchemaCatalog.load(nameOrPath));
    }
}
