package io.github.recsyseval.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.sample.fault.Fault;
import io.github.recsyseval.sample.fault.FaultCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** truth.json against a recount of the files that knows nothing of how they were made. */
class TruthTest {
    /** Faults that leave the same trace in the files. */
    private static final Map<String, String> TRACE = Map.of(
            "edge", "lost",
            "lost-partition", "lost",
            "diff-loss", "lost",
            "unit-mismatch", "hundredfold",
            "unit-app", "hundredfold");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Honest worlds by their settings, for most tests share one. */
    private static final Map<SampleSettings, PlainJoin> HONEST = new HashMap<>();

    @TempDir
    private Path folder;

    @Test
    void holdsForTheCleanTestdata() throws IOException {
        Path clean = Path.of("testdata", "clean");
        PlainJoin logs = new PlainJoin(clean);
        assertTotals(logs, truth(clean));
        assertThat(new FaultRecount(logs, logs).faults())
                .allSatisfy((fault, count) -> assertThat(count).as(fault).isZero());
    }

    @Test
    void holdsForTheFaultyTestdata() throws IOException {
        Path faulty = Path.of("testdata", "faults");
        JsonNode truth = truth(faulty);
        PlainJoin logs = new PlainJoin(faulty);
        assertTotals(logs, truth);
        assertFaults(logs, truth);
        assertThat(truth.path("faults"))
                .hasSizeGreaterThan(30)
                .allSatisfy(fault -> assertThat(fault.path("count").asLong())
                        .as(fault.path("name").asString())
                        .isPositive());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void findsNothingInACleanSample(long seed) throws IOException {
        Sample.write(SampleSettings.of(1_500, seed).withPropensities(), folder);
        PlainJoin logs = new PlainJoin(folder);
        assertTotals(logs, truth(folder));
        assertThat(new FaultRecount(logs, logs).faults())
                .allSatisfy((fault, count) -> assertThat(count).as(fault).isZero());
    }

    /** The faults of the testdata on other seeds: what one fault does to another is counted as well. */
    @ParameterizedTest
    @ValueSource(longs = {31, 34, 35, 36, 37, 38, 40, 41})
    void holdsForMixtures(long seed) throws IOException {
        JsonNode pattern = truth(Path.of("testdata", "faults"));
        List<FaultRate> mixture =
                pattern.path("faults").valueStream().map(TruthTest::planted).toList();
        Sample.write(new SampleSettings(800, seed, 3, SampleSettings.DEFAULT_START, false, mixture), folder);
        JsonNode truth = truth(folder);
        PlainJoin logs = new PlainJoin(folder);
        assertTotals(logs, truth);
        assertFaults(logs, truth);
    }

    private static FaultRate planted(JsonNode fault) {
        String rate = fault.path("requested_rate").decimalValue().toPlainString();
        return FaultRate.parse(fault.path("name").asString() + ":" + rate);
    }

    static Stream<String> faults() {
        return FaultCatalog.all().stream().map(Fault::name);
    }

    /** Also: no fault looks like another one. */
    @ParameterizedTest
    @MethodSource("faults")
    void holdsForEachFaultAlone(String name) throws IOException {
        SampleSettings settings = SampleSettings.of(800, 21).withFault(name, "0.1");
        boolean wholeFile = Set.of("bom", "cut-last-line").contains(name);
        Sample.write(wholeFile ? SampleSettings.of(800, 21).withFault(name, "1") : settings, folder);
        JsonNode truth = truth(folder);
        PlainJoin logs = new PlainJoin(folder);
        assertTotals(logs, truth);
        assertFaults(logs, truth);
        String recounted = TRACE.getOrDefault(name, name);
        Map<String, Long> others = new TreeMap<>(new FaultRecount(logs, honest(truth)).faults());
        assertThat(others.remove(recounted)).as(name).isPositive();
        assertThat(others)
                .allSatisfy((other, count) -> assertThat(count).as(other).isZero());
    }

    private static void assertTotals(PlainJoin logs, JsonNode truth) {
        TotalsRecount recount = new TotalsRecount(logs);
        JsonNode totals = truth.path("totals");
        assertThat(recount.exposureTotals()).isEqualTo(counts(totals.path("exposures")));
        assertThat(recount.outcomeTotals()).isEqualTo(counts(totals.path("outcomes")));
        assertThat(recount.outcomeClasses())
                .isEqualTo(counts(totals.path("outcomes").path("classes")));
        assertThat(recount.assignmentTotals()).isEqualTo(counts(totals.path("assignments")));
        recount.kpis()
                .forEach((name, value) -> assertThat(
                                totals.path("kpis").path(name).decimalValue())
                        .as(name)
                        .isEqualByComparingTo(value));
    }

    private void assertFaults(PlainJoin logs, JsonNode truth) throws IOException {
        TotalsRecount totals = new TotalsRecount(logs);
        FaultRecount faults = new FaultRecount(logs, honest(truth));
        Map<String, Long> causes = new TreeMap<>();
        counts(truth.path("totals").path("outcomes").path("unmatched_because"))
                .forEach((cause, count) -> causes.merge(TRACE.getOrDefault(cause, cause), count, Long::sum));
        assertThat(faults.unmatchedBecause()).isEqualTo(causes);
        Map<String, Long> stated = new LinkedHashMap<>();
        for (JsonNode fault : truth.path("faults")) {
            String name = fault.path("name").asString();
            stated.merge(TRACE.getOrDefault(name, name), fault.path("count").asLong(), Long::sum);
            assertThat(totals.base(fault.path("out_of").asString()))
                    .as(name)
                    .isEqualTo(fault.path("of").asLong());
        }
        Map<String, Long> counted = faults.faults();
        assertThat(stated).allSatisfy((name, count) -> assertThat(counted).containsEntry(name, count));
        for (JsonNode fault : truth.path("faults")) {
            Map<String, Long> forms = faults.forms().get(fault.path("name").asString());
            if (forms != null) {
                assertThat(forms).isEqualTo(counts(fault.path("forms")));
            }
        }
    }

    /** The same world with no other fault than bots, which belong to the world. */
    private PlainJoin honest(JsonNode truth) throws IOException {
        JsonNode sample = truth.path("sample");
        List<FaultRate> bots = truth.path("faults")
                .valueStream()
                .filter(fault -> fault.path("name").asString().equals("bots"))
                .map(TruthTest::planted)
                .toList();
        SampleSettings settings = new SampleSettings(
                sample.path("requests").asLong(),
                sample.path("seed").asLong(),
                sample.path("days").asInt(),
                Instant.parse(sample.path("start").asString()),
                false,
                bots);
        PlainJoin known = HONEST.get(settings);
        if (known == null) {
            Sample.write(settings, folder.resolve("honest"));
            known = new PlainJoin(folder.resolve("honest"));
            HONEST.put(settings, known);
        }
        return known;
    }

    private static JsonNode truth(Path folder) throws IOException {
        return JSON.readTree(Files.readString(folder.resolve("truth.json")));
    }

    private static Map<String, Long> counts(JsonNode node) {
        Map<String, Long> counts = new TreeMap<>();
        node.propertyStream()
                .filter(field -> field.getValue().isNumber())
                .forEach(field -> counts.put(field.getKey(), field.getValue().asLong()));
        return counts;
    }
}
