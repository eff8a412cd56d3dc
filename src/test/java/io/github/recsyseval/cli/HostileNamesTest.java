package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names of slices come from logs, and whoever writes logs may mean harm: every form shows them, none obeys them. */
class HostileNamesTest {
    private static final List<String> NAMES = List.of(
            "</script><script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "a|b",
            "`code` **bold** [link](http://example.org)",
            "=cmd|'/c calc'!A1",
            "line\nbreak ::error::owned\n::error::owned",
            "right\u202Eto\u2066left",
            "\u001b[31mred\u001b]0;title\u0007",
            "\u2028\u0000\u007f\u200b",
            "100%0A::error::owned",
            "]]>&lt;");

    @TempDir
    Path folder;

    private Logs logs;

    @BeforeEach
    void writeLogs() {
        logs = new Logs(folder);
        for (int i = 0; i < NAMES.size(); i++) {
            String context = JsonMapper.shared().writeValueAsString(Map.of("surface", NAMES.get(i)));
            logs.exposure("r" + i, "u" + i, 2, "\"context\":" + context);
        }
    }

    private String report(String format) {
        FixedRun run = FixedRun.of(logs.command("report", "--slice", "surface", "--format", format));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out().codePoints().filter(c -> c != '\n').mapToObj(Character::getType))
                .as("no control or format character may reach a terminal or browser")
                .doesNotContain((int) Character.CONTROL, (int) Character.FORMAT, (int) Character.LINE_SEPARATOR, (int)
                        Character.SURROGATE);
        return run.out();
    }

    @Test
    void jsonGivesEveryNameBackAsItWas() {
        JsonNode slices =
                JsonMapper.shared().readTree(report("json")).path("kpis").path("by_segment");

        assertThat(slices.propertyNames())
                .containsExactlyInAnyOrderElementsOf(NAMES.stream()
                        .map(name -> "surface="
                                + name.replace("\\", "\\\\").replace("|", "\\|").replace("=", "\\="))
                        .toList());
    }

    /** Few JSON parsers take half a surrogate pair in the name of a field, where by_segment has the names of slices. */
    @Test
    void aReportWithANameThatIsNoUnicodeCanBeRead() throws IOException {
        logs.exposure("half", "u", 2, "\"context\":{\"surface\":\"a\\ud800b\"}");

        String report = report("json");

        assertThat(JsonMapper.shared().readTree(report).at("/kpis/by_segment").propertyNames())
                .contains("surface=a\ufffdb");
        String file = Files.writeString(folder.resolve("report.json"), report).toString();
        assertThat(Run.of("compare", file, file).err()).isEmpty();
    }

    @Test
    void markdownKeepsItsTablesAndHoldsNoHtml() {
        String markdown = report("markdown");

        assertThat(markdown)
                .doesNotContain("<")
                .contains("&lt;/script&gt;")
                .contains("U+202E")
                .contains("U+001B");
        assertThat(markdown).doesNotContain("**bold**").doesNotContainPattern("(?<!\\\\)\\]\\(");
        int columns = -1;
        for (String line : markdown.split("\n")) {
            if (!line.startsWith("|")) {
                assertThat(line).doesNotStartWith("::");
                columns = -1;
                continue;
            }
            int cells = line.split("\\|", -1).length;
            assertThat(cells).as(line).isEqualTo(columns < 0 ? cells : columns);
            columns = cells;
        }
    }

    @Test
    void htmlHoldsNoElementAndNoAttributeFromData() throws Exception {
        String html = report("html");

        assertThat(html).doesNotContain("<script").doesNotContain("<img").contains("&lt;/script&gt;");
        assertThat(html).doesNotContain("@import").doesNotContain("url(");
        Document document = Plain.xml(
                html.substring(html.indexOf("<body>")).replace("</html>", "").strip());
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        for (int i = 0; i < document.getElementsByTagName("*").getLength(); i++) {
            NamedNodeMap attributes = document.getElementsByTagName("*").item(i).getAttributes();
            assertThat(attributes.getNamedItem("onerror")).isNull();
            assertThat(attributes.getNamedItem("src")).isNull();
            if (attributes.getNamedItem("href") != null) {
                assertThat(attributes.getNamedItem("href").getNodeValue()).startsWith("#");
            }
        }
    }

    @Test
    void junitStaysWellFormed() throws Exception {
        Document document = Plain.xml(report("junit"));

        assertThat(document.getElementsByTagName("testsuite").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void githubRunsNoCommandFromData() {
        assertThat(report("github").lines().filter(line -> line.startsWith("::")))
                .allMatch(line -> line.startsWith("::notice title=") || line.startsWith("::warning title="))
                .noneMatch(line -> line.contains("owned"));
    }

    @Test
    void githubEscapesWhatFileNamesSay() throws Exception {
        Path odd = folder.resolve("a%0A::error::x.jsonl");
        Files.writeString(odd, "{\n");
        FixedRun run = FixedRun.of(
                "report", "--exposures", odd.toString(), "--outcomes", odd.toString(), "--format", "github");

        assertThat(run.out().lines().filter(line -> line.startsWith("::error::")))
                .isEmpty();
    }
}
