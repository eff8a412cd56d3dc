package io.github.recsyseval;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Severity;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages lead somewhere, and describe what is there. */
class DocsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                Path target = page.toAbsolutePath().getParent().resolve(links.group(1));
                if (!Files.exists(target)) {
                    broken.add(page + ": " + links.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    /** {@code -Ddocs.accept=true} writes the tables anew. */
    @ParameterizedTest
    @CsvSource({"report,Report", "compare,Comparison"})
    void everyFieldIsDocumentedAsInItsSchema(String name, String root) throws IOException {
        Path page = Path.of("docs/" + name + ".md");
        JsonNode schema = JsonMapper.shared()
                .readTree(Path.of("schemas/" + name + ".v1.json").toFile());
        String filled = new FieldTables(schema, root).fill(Files.readString(page));
        if (Boolean.getBoolean("docs.accept")) {
            Files.writeString(page, filled);
        }
        List<String> sections = new ArrayList<>(List.of(root));
        sections.addAll(schema.get("definitions").propertyNames());

        assertThat(sections).allSatisfy(section -> assertThat(filled).contains("# " + section + "\n"));
        assertThat(Files.readString(page)).isEqualTo(filled);
    }

    /** The thresholds of a row are those at which the severity changes. */
    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void everyFindingIsDocumented(FindingCode code) throws IOException {
        Matcher row = Pattern.compile(
                        "\\| " + code + " \\| `" + code.title() + "` \\| .+? \\| ([^|]+) \\| ([^|]+) \\| [^|]+ \\|")
                .matcher(Files.readString(Path.of("docs/findings.md")));
        assertThat(row.find()).isTrue();
        assertBegins(Severity.WARN, row.group(1), code);
        assertBegins(Severity.FAIL, row.group(2), code);
    }

    private static void assertBegins(Severity severity, String from, FindingCode code) {
        long of = 1_000_000;
        long first = switch (from) {
            case "any" -> 1;
            case "never" -> of + 1;
            default -> new BigDecimal(from.replace(" %", "")).movePointRight(4).longValueExact();
        };
        if (first <= of) {
            assertThat(code.severity(first, of)).isGreaterThanOrEqualTo(severity);
        }
        if (first > 1) {
            assertThat(code.severity(first - 1, of)).isLessThan(severity);
        }
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(
                Path.of("README.md"),
                Path.of("CONTRIBUTING.md"),
                Path.of("CHANGELOG.md"),
                Path.of("testdata/README.md")));
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }
}
