package io.github.recsyseval.schema;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.CheckData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSONTestSuite (N. Seriot, MIT licence): lines that every JSON reader must accept, and lines it must refuse. */
class JsonTestSuiteTest {
    private final SchemaValidator validator = SchemaCatalog.load("exposure.v1").newValidator();

    @Test
    void readsEveryLineThatIsJson() throws IOException {
        List<byte[]> lines = lines("json_parsing/accept_lines.jsonl");
        assertThat(lines).hasSize(93);
        for (byte[] line : lines) {
            assertThat(isJson(line)).as(new String(line, ISO_8859_1)).isTrue();
        }
    }

    @Test
    void refusesEveryLineThatIsNot() throws IOException {
        List<byte[]> lines = lines("json_parsing/reject_lines.jsonl");
        assertThat(lines).hasSize(181);
        for (byte[] line : lines) {
            assertThat(isJson(line)).as(new String(line, ISO_8859_1)).isFalse();
        }
    }

    @Test
    void comesToAVerdictOnLinesThatReadersMayTreatAsTheyLike() throws IOException {
        JsonMapper mapper = new JsonMapper();
        int judged = 0;
        for (byte[] line : lines("json_parsing/cases.jsonl")) {
            JsonNode testCase = mapper.readTree(line);
            if (testCase.has("base64")) {
                byte[] body = Base64.getDecoder().decode(testCase.get("base64").stringValue());
                assertThat(Lines.judge(validator, body).violations()).isNotEmpty();
                judged++;
            }
        }
        assertThat(judged).isGreaterThan(300);
    }

    /** The lines of a file as bytes; many of them are not text. */
    private static List<byte[]> lines(String name) throws IOException {
        String latin = Files.readString(CheckData.file(name), ISO_8859_1);
        return latin.lines().map(line -> line.getBytes(ISO_8859_1)).toList();
    }

    private boolean isJson(byte[] line) {
        return Lines.judge(validator, line).violations().stream()
                .noneMatch(violation -> violation.keyword().equals(Violation.JSON));
    }
}
