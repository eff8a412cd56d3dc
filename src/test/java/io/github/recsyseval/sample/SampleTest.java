package io.github.recsyseval.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a sample promises: the same bytes, faults that do not move each other, and traffic that looks like traffic. */
class SampleTest {
    private static final List<String> FILES =
            List.of("exposures.jsonl", "outcomes.jsonl", "assignments.jsonl", "truth.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @Test
    void theSameSeedGivesTheSameBytesInAnyLocaleAndZone() throws IOException {
        SampleSettings settings =
                SampleSettings.of(300, 5).withFault("latency-mixed", "0.2").withFault("bom", "1");
        Sample.write(settings, folder.resolve("a"));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            Sample.write(settings, folder.resolve("b"));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        for (String file : FILES) {
            assertThat(folder.resolve("a").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("b").resolve(file));
        }
    }

    @Test
    void anotherSeedGivesAnotherSample() throws IOException {
        Sample.write(SampleSettings.of(50, 1), folder.resolve("a"));
        Sample.write(SampleSettings.of(50, 2), folder.resolve("b"));
        Set<String> ids = new HashSet<>(texts(folder.resolve("a"), "exposures.jsonl", "request_id"));
        assertThat(texts(folder.resolve("b"), "exposures.jsonl", "request_id")).doesNotContainAnyElementsOf(ids);
    }

    @Test
    void theOrderOfTheFaultsDoesNotMatter() throws IOException {
        SampleSettings one =
                SampleSettings.of(300, 5).withFault("dup-item", "0.1").withFault("id-twice", "0.1");
        SampleSettings other =
                SampleSettings.of(300, 5).withFault("id-twice", "0.1").withFault("dup-item", "0.1");
        Sample.write(one, folder.resolve("a"));
        Sample.write(other, folder.resolve("b"));
        for (String file : FILES) {
            assertThat(folder.resolve("a").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("b").resolve(file));
        }
    }

    @Test
    void aHigherRateStrikesWhatTheLowerOneStruckAndMore() throws IOException {
        Set<String> low = struck("id-twice", "0.05", "a");
        Set<String> high = struck("id-twice", "0.2", "b");
        assertThat(high).containsAll(low);
        assertThat(high.size()).isGreaterThan(2 * low.size());
    }

    @Test
    void aFaultDoesNotMoveAnother() throws IOException {
        SampleSettings one = SampleSettings.of(800, 5).withFault("dup-item", "0.1");
        Sample.write(one.withFault("id-twice", "0.05"), folder.resolve("a"));
        Sample.write(one.withFault("id-twice", "0.5"), folder.resolve("b"));
        assertThat(folder.resolve("a/exposures.jsonl")).hasSameBinaryContentAs(folder.resolve("b/exposures.jsonl"));
        assertThat(folder.resolve("a/assignments.jsonl")).hasSameBinaryContentAs(folder.resolve("b/assignments.jsonl"));
    }

    /** Times and items of the outcomes whose id differs from the clean sample. */
    private Set<String> struck(String fault, String rate, String name) throws IOException {
        Sample.write(SampleSettings.of(800, 5), folder.resolve("clean"));
        Sample.write(SampleSettings.of(800, 5).withFault(fault, rate), folder.resolve(name));
        List<JsonNode> clean = lines(folder.resolve("clean"), "outcomes.jsonl");
        List<JsonNode> faulty = lines(folder.resolve(name), "outcomes.jsonl");
        Set<String> struck = new HashSet<>();
        for (int i = 0; i < clean.size(); i++) {
            if (!clean.get(i).equals(faulty.get(i))) {
                struck.add(faulty.get(i).path("ts").asString()
                        + faulty.get(i).path("item_id").asString());
            }
        }
        return struck;
    }

    @Test
    void everyFileIsInOrderOfTime() throws IOException {
        Sample.write(SampleSettings.of(2_000, 5), folder);
        for (String file : FILES.subList(0, 3)) {
            assertThat(texts(folder, file, "ts")).isSorted();
        }
    }

    @Test
    void outcomesFollowTheirExposureWithinTwoHours() throws IOException {
        Sample.write(SampleSettings.of(2_000, 5), folder);
        Map<String, Instant> shown = new HashMap<>();
        lines(folder, "exposures.jsonl")
                .forEach(line -> shown.put(line.path("request_id").asString(), ts(line)));
        assertThat(lines(folder, "outcomes.jsonl")).isNotEmpty().allSatisfy(line -> {
            Instant at = shown.get(line.path("request_id").asString());
            assertThat(ts(line)).isBetween(at, at.plusSeconds(7_200));
        });
    }

    @Test
    void userActivityIsHeavyTailed() throws IOException {
        Sample.write(SampleSettings.of(10_000, 5), folder);
        Map<String, Integer> requests = new HashMap<>();
        texts(folder, "exposures.jsonl", "user_id").forEach(user -> requests.merge(user, 1, Integer::sum));
        List<Integer> sorted = requests.values().stream().sorted().toList();
        assertThat(sorted.get(sorted.size() / 2)).isBetween(1, 4);
        assertThat(sorted.get(sorted.size() - 1)).isBetween(30, 100);
        int top = sorted.subList(sorted.size() * 9 / 10, sorted.size()).stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(top / 10_000.0).isBetween(0.25, 0.6);
    }

    @Test
    void firstPlacesAreClickedMoreThanLast() throws IOException {
        Sample.write(SampleSettings.of(10_000, 5), folder);
        int[] clicks = new int[11];
        Map<String, JsonNode> lists = new HashMap<>();
        lines(folder, "exposures.jsonl")
                .forEach(line -> lists.put(line.path("request_id").asString(), line.path("items")));
        for (JsonNode line : lines(folder, "outcomes.jsonl")) {
            for (JsonNode item : lists.get(line.path("request_id").asString())) {
                boolean clicked = item.path("item_id").equals(line.path("item_id")) && !line.has("value");
                clicks[item.path("rank").asInt()] += clicked ? 1 : 0;
            }
        }
        // examination falls with rank^-0.7, so place 10 gets 10^-0.7 = 0.2 of place 1; shorter searches take a little
        // more
        assertThat((double) clicks[10] / clicks[1]).isBetween(0.1, 0.3);
    }

    @Test
    void trafficHasADailyRhythm() throws IOException {
        Sample.write(SampleSettings.of(10_000, 5), folder);
        int[] hours = new int[24];
        lines(folder, "exposures.jsonl")
                .forEach(line -> hours[ts(line).atOffset(ZoneOffset.UTC).getHour()]++);
        // intensity 1 + 0.75 cos: 1.75 at 20:00, 0.25 at 08:00
        assertThat(hours[20]).isGreaterThan(4 * hours[8]);
    }

    /** Under the serving policy the mean of target / logging is 1, whatever the policies. */
    @Test
    void cleanPropensitiesHaveMeanWeightOne() throws IOException {
        Sample.write(SampleSettings.of(10_000, 5).withPropensities(), folder);
        double sum = 0;
        double squares = 0;
        long n = 0;
        for (JsonNode line : lines(folder, "exposures.jsonl")) {
            for (JsonNode item : line.path("items")) {
                double weight = item.path("target_propensity").asDouble()
                        / item.path("logging_propensity").asDouble();
                sum += weight;
                squares += weight * weight;
                n++;
            }
        }
        double mean = sum / n;
        double standardError = Math.sqrt((squares / n - mean * mean) / n);
        assertThat(mean).isCloseTo(1, within(3 * standardError));
        assertThat(standardError).isLessThan(0.01);
    }

    @Test
    void makesTheSmallestSample() throws IOException {
        assertThat(Sample.write(SampleSettings.of(1, 5).withDays(1), folder)
                        .exposures()
                        .lines())
                .isEqualTo(1);
    }

    @Test
    void leavesNoHalfWrittenFiles() throws IOException {
        Sample.write(SampleSettings.of(20, 5), folder);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(FILES);
        }
    }

    @Test
    void refusesWhatCannotBeMade() {
        assertThatThrownBy(() -> FaultRate.parse("id-twicw:0.1"))
                .isInstanceOf(SampleException.class)
                .hasMessage("no fault \"id-twicw\"; did you mean id-twice?");
        assertThatThrownBy(() -> FaultRate.parse("id-twice")).hasMessageContaining("has no rate");
        assertThatThrownBy(() -> FaultRate.parse("id-twice:1.5")).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> FaultRate.parse("id-twice:much")).hasMessageContaining("\"much\" is no rate");
        assertThatThrownBy(() -> SampleSettings.of(0, 1)).isInstanceOf(SampleException.class);
        assertThatThrownBy(
                        () -> SampleSettings.of(10, 1).withFault("clock", "0.1").withFault("clock", "0.2"))
                .hasMessage("fault \"clock\" is given twice");
    }

    private static Instant ts(JsonNode line) {
        return Instant.parse(line.path("ts").asString());
    }

    private static List<String> texts(Path folder, String file, String field) throws IOException {
        return lines(folder, file).stream()
                .map(line -> line.path(field).asString())
                .toList();
    }

    private static List<JsonNode> lines(Path folder, String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(file))) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
