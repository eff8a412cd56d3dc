package io.github.recsyseval.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.CheckData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON-Schema-Test-Suite (MIT licence), the draft-07 files of the keywords that the contracts use. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JsonSchemaTestSuiteTest {
    private final JsonMapper mapper = new JsonMapper();
    private final List<String> disagreements = new ArrayList<>();
    private final List<String> wronglyAccepted = new ArrayList<>();
    private int tests;
    private int accepted;

    @BeforeAll
    void runAll(@TempDir Path folder) throws IOException {
        Path suite = CheckData.file("json_schema_draft7/tests");
        try (Stream<Path> files = Files.walk(suite)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = suite.relativize(file).toString().replace('\\', '/');
                for (JsonNode group : mapper.readTree(Files.readAllBytes(file)).values()) {
                    run(folder, name, group);
                }
            }
        }
    }

    /** What differs must be written down in docs/validation.md, one list item {@code `file: group: test`} each. */
    @Test
    void agreesWithTheSuiteButForWhatIsDocumented() throws IOException {
        assertThat(tests).isEqualTo(368);
        assertThat(disagreements).containsExactlyInAnyOrderElementsOf(documented());
    }

    @Test
    void acceptsWithoutTheLibraryOnlyWhatTheSuiteCallsValid() {
        assertThat(wronglyAccepted).isEmpty();
        assertThat(accepted).isGreaterThan(50);
    }

    private void run(Path folder, String file, JsonNode group) throws IOException {
        Path schemaFile = Files.write(folder.resolve("schema.json"), text(group.get("schema")));
        for (JsonNode test : group.get("tests").values()) {
            String title = file + ": " + group.get("description").stringValue() + ": "
                    + test.get("description").stringValue();
            run(title, schemaFile, text(test.get("data")), test.get("valid").booleanValue());
            tests++;
        }
    }

    private void run(String title, Path schemaFile, byte[] data, boolean valid) {
        LoadedSchema schema;
        try {
            schema = SchemaCatalog.load(schemaFile.toString());
        } catch (UnusableSchemaException e) {
            disagreements.add(title);
            return;
        }
        if (schema.newValidator().judgeByLibrary(data, 0, data.length).isValid() != valid) {
            disagreements.add(title);
        }
        if (schema.newAcceptor().isPresent() && schema.newAcceptor().get().accepts(data, 0, data.length)) {
            accepted++;
            if (!valid) {
                wronglyAccepted.add(title);
            }
        }
    }

    private byte[] text(JsonNode node) {
        return mapper.writeValueAsBytes(node);
    }

    private static List<String> documented() throws IOException {
        String page = Files.readString(Path.of("docs/validation.md"), UTF_8);
        return Pattern.compile("^- `(\\S+\\.json: [^`]+)`", Pattern.MULTILINE)
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
