package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.sample.Sample;
import io.github.recsyseval.sample.SampleSettings;
import io.github.recsyseval.sample.fault.Fault;
import io.github.recsyseval.sample.fault.FaultCatalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every line that was read is in exactly one class: counted here by splitting the files at their newlines. */
class BooksBalanceTest {
    @TempDir
    private Path folder;

    static Stream<String> faults() {
        return FaultCatalog.all().stream().map(Fault::name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"testdata/clean", "testdata/faults"})
    void ofTheLogsInTheRepository(String logs) throws IOException {
        assertBalance(Path.of(logs));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void ofLogsWithAnyPlantedFault(String fault) throws IOException {
        Sample.write(SampleSettings.of(400, 7).withFault(fault, "0.1"), folder);

        assertBalance(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--since=2026-11-02", "--until=2026-11-02", "--where=surface=home"})
    void ofLogsThatAFilterLeavesAPartOf(String filter) throws IOException {
        assertBalance(Path.of("testdata/faults"), filter);
    }

    private static void assertBalance(Path logs, String... filters) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "--assignments",
                logs + "/assignments.jsonl",
                "--attribution-window=30m",
                "--outcome-dedupe=window:2s",
                "--max-invalid-rate=1"));
        options.addAll(List.of(filters));
        JsonNode quality = CommandRun.on(logs.toString(), "join", options.toArray(String[]::new))
                .report()
                .get("data_quality");
        assertThat(sum(quality.get("exposure_classes"))).isEqualTo(lines(logs.resolve("exposures.jsonl")));
        assertThat(sum(quality.get("outcome_classes"))).isEqualTo(lines(logs.resolve("outcomes.jsonl")));
        assertThat(sum(quality.get("assignment_classes"))).isEqualTo(lines(logs.resolve("assignments.jsonl")));
    }

    private static long sum(JsonNode classes) {
        long sum = 0;
        for (JsonNode count : classes) {
            assertThat(count.asLong()).isNotNegative();
            sum += count.asLong();
        }
        return sum;
    }

    private static long lines(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return Stream.of(text.split("\n")).filter(line -> !line.isBlank()).count();
    }
}
