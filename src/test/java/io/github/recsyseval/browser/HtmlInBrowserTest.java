package io.github.recsyseval.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.recsyseval.browser.Browser.Scheme;
import io.github.recsyseval.cli.Run;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The HTML report in a real browser: nothing in the console, every chart there and drawn inside its box, light and dark, no sideways
 * scrolling of the page on a phone. Skipped where there is no Chromium; {@value Browser#VARIABLE} names one that is not on the PATH.
 */
@Tag("browser")
class HtmlInBrowserTest {
    private static final Pattern MEASURED = Pattern.compile("<pre id=\"measured\">(.*?)</pre>", Pattern.DOTALL);
    private static final Path MEASURE = Path.of("src/test/resources/browser/measure.html");

    @TempDir
    private Path folder;

    private Browser browser = new Browser(Path.of(""), Path.of(""));

    @BeforeEach
    void find() {
        Optional<Path> program = Browser.find();
        assumeTrue(program.isPresent(), "no Chromium on the PATH and " + Browser.VARIABLE + " is not set");
        browser = new Browser(program.get(), folder);
    }

    @ParameterizedTest
    @EnumSource
    void reportIsDrawnAsItIsMeant(Scheme scheme) throws Exception {
        JsonNode measured = measured(report("testdata/clean/"), scheme);
        for (int width : List.of(375, 1280)) {
            JsonNode page = measured.path(Integer.toString(width));
            assertThat(page.path("scrollWidth").asInt())
                    .as("sideways at %d", width)
                    .isLessThanOrEqualTo(width);
            assertThat(page.path("tables").asBoolean())
                    .as("tables scroll in their box")
                    .isTrue();
            assertThat(page.path("verdict").asDouble())
                    .isLessThan(page.path("card").asDouble());
            assertThat(page.path("card").asDouble())
                    .isLessThan(page.path("chart").asDouble());
            assertThat(luminance(page.path("background").asString()) > 0.5).isEqualTo(scheme == Scheme.LIGHT);
            assertThat(contrast(page)).as("WCAG 2.1, AAA").isGreaterThan(7);
            charts(page);
        }
    }

    /** Tables of many columns fit on a screen, and become blocks on a phone; charts have a scale. */
    @ParameterizedTest
    @CsvSource({"experiment, DARK", "experiment, LIGHT", "aa-check, LIGHT"})
    void experimentsAreReadAtEveryWidth(String command, Scheme scheme) throws Exception {
        Path html = folder.resolve("experiment.html");
        List<String> args = new ArrayList<>(List.of(
                command,
                "--exposures=testdata/clean/exposures.jsonl",
                "--outcomes=testdata/clean/outcomes.jsonl",
                "--output=html=" + html));
        if (command.equals("experiment")) {
            args.addAll(List.of(
                    "--assignments=testdata/clean/assignments.jsonl",
                    "--control=A",
                    "--pre-until=2026-11-03",
                    "--guardrail=latency_p95_ms: max_relative_increase=10%"));
        }
        Run.of(args.toArray(String[]::new));
        JsonNode measured = measured(html, scheme);
        for (int width : List.of(375, 1280)) {
            JsonNode page = measured.path(Integer.toString(width));
            assertThat(page.path("scrollWidth").asInt()).isLessThanOrEqualTo(width);
            assertThat(page.path("stacked").asInt()).isGreaterThanOrEqualTo(command.equals("experiment") ? 5 : 1);
            assertThat(page.path("cutOff").valueStream().map(JsonNode::asString))
                    .as("cut off at %d", width)
                    .isEmpty();
            assertThat(page.path("brokenWords").valueStream().map(JsonNode::asString))
                    .as("broken within words at %d", width)
                    .isEmpty();
            assertThat(page.path("ticks").asInt()).isGreaterThanOrEqualTo(3);
            assertThat(contrast(page)).as("WCAG 2.1, AAA").isGreaterThan(7);
        }
    }

    private static void charts(JsonNode page) {
        JsonNode charts = page.path("charts");
        assertThat(charts.valueStream().map(chart -> chart.path("title").asString()))
                .contains("ctr by slice", "exposure_join_rate by slice", "CTR by logged rank", "ctr by day")
                .anyMatch(title -> title.startsWith("Latency of"));
        charts.forEach(chart -> {
            String title = chart.path("title").asString();
            assertThat(chart.path("width").asDouble()).as(title).isGreaterThan(250);
            assertThat(chart.path("height").asDouble()).as(title).isGreaterThan(40);
            assertThat(chart.path("shapes").asInt()).as(title).isGreaterThan(1);
            assertThat(chart.path("label").asString("")).as(title).isNotBlank();
            assertThat(chart.path("inside").asBoolean()).as(title).isTrue();
            assertThat(chart.path("textInside").asBoolean())
                    .as("text of " + title)
                    .isTrue();
        });
    }

    /** The check of the console can fail: a page that complains is heard. */
    @Test
    void whatAPageComplainsAboutIsHeard() throws Exception {
        Path page = Files.writeString(folder.resolve("p.html"), "<script>console.error('oh no')</script>");
        assertThat(browser.open(page.toUri().toString(), Scheme.LIGHT).console())
                .anyMatch(line -> line.contains("oh no"));
    }

    /** Names that would be markup if they were not escaped, and as long as names get. */
    @Test
    void hostileNamesNeitherRunNorWidenThePage() throws Exception {
        StringBuilder exposures = new StringBuilder();
        String[] surfaces = {
            "</script><script>console.error(1)</script>",
            "<img src=x onerror=console.error(2)>",
            "x".repeat(3000),
            "\\u202e\\u001b[31m"
        };
        for (int i = 0; i < 200; i++) {
            exposures
                    .append("{\"request_id\":\"r")
                    .append(i)
                    .append("\",\"user_id\":\"u")
                    .append(i);
            exposures.append("\",\"ts\":\"2026-11-02T10:00:00Z\",\"items\":[{\"item_id\":\"i1\",\"rank\":1}],");
            exposures
                    .append("\"context\":{\"surface\":\"")
                    .append(surfaces[i % 4])
                    .append("\"}}\n");
        }
        Files.writeString(folder.resolve("exposures.jsonl"), exposures);
        Files.writeString(
                folder.resolve("outcomes.jsonl"),
                "{\"request_id\":\"r1\",\"user_id\":\"u1\",\"ts\":\"2026-11-02T10:01:00Z\",\"item_id\":\"i1\",\"event_type\":\"click\"}\n");
        JsonNode measured = measured(report(folder + "/"), Scheme.LIGHT);
        assertThat(measured.at("/375/scrollWidth").asInt()).isLessThanOrEqualTo(375);
        assertThat(measured.at("/1280/scrollWidth").asInt()).isLessThanOrEqualTo(1280);
    }

    private Path report(String data) {
        Path html = folder.resolve("report.html");
        Run.of(
                "report",
                "--exposures=" + data + "exposures.jsonl",
                "--outcomes=" + data + "outcomes.jsonl",
                "--slice=surface",
                "--max-latency-p95-ms=200",
                "--max-empty-rate=0",
                "--output=html=" + html);
        return html;
    }

    private JsonNode measured(Path html, Scheme scheme) throws Exception {
        String page = URLEncoder.encode(html.toUri().toString(), StandardCharsets.UTF_8);
        Browser.Result result = browser.open(MEASURE.toAbsolutePath().toUri() + "#" + page, scheme);
        assertThat(result.console()).isEmpty();
        Matcher measured = MEASURED.matcher(result.dom());
        assertThat(measured.find()).as(result.dom()).isTrue();
        String json =
                measured.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return JsonMapper.shared().readTree(json);
    }

    private static double contrast(JsonNode page) {
        double one = luminance(page.path("background").asString());
        double two = luminance(page.path("ink").asString());
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    /** Relative luminance of {@code rgb(1, 2, 3)}, WCAG 2.1. */
    private static double luminance(String rgb) {
        String[] parts = rgb.replaceAll("[^0-9,]", "").split(",");
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(parts[i]) / 255.0;
            sum += weights[i] * (part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
