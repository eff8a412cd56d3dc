package io.github.recsyseval.cli;

import static io.github.recsyseval.cli.CommandRun.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The same figures, bit by bit, however the same data comes. */
class OfflineStabilityTest {
    private static final Path CLEAN = Path.of("testdata/clean");

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "8"})
    void anyNumberOfThreads(String threads) {
        assertThat(figures(clean("exposures"), clean("outcomes"), "--threads", threads))
                .isEqualTo(figures(clean("exposures"), clean("outcomes")));
    }

    @Test
    void anyOrderOfTheLines() throws IOException {
        assertThat(figures(shuffled("exposures", 1), shuffled("outcomes", 2)))
                .isEqualTo(figures(clean("exposures"), clean("outcomes")));
    }

    @Test
    void tenFilesInsteadOfOne() throws IOException {
        List<String> lines = Files.readAllLines(CLEAN.resolve("exposures.jsonl"));
        Path folder = Files.createDirectory(temp.resolve("ten"));
        for (int i = 0; i < 10; i++) {
            Files.write(
                    folder.resolve("part-" + i + ".jsonl"),
                    lines.subList(i * lines.size() / 10, (i + 1) * lines.size() / 10));
        }
        assertThat(figures(folder.toString(), clean("outcomes")))
                .isEqualTo(figures(clean("exposures"), clean("outcomes")));
    }

    @Test
    void compressedOrNot() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(Files.readAllBytes(CLEAN.resolve("exposures.jsonl")));
        }
        Path file = Files.write(temp.resolve("exposures.jsonl.gz"), bytes.toByteArray());
        assertThat(figures(file.toString(), clean("outcomes")))
                .isEqualTo(figures(clean("exposures"), clean("outcomes")));
    }

    @Test
    void theSeedDecidesTheBootstrapAndNothingElseDoes() {
        JsonNode one = ndcg(report(clean("exposures"), clean("outcomes"), "--seed", "1"));
        JsonNode two = ndcg(report(clean("exposures"), clean("outcomes"), "--seed", "2"));
        assertThat(one.get("bootstrap")).isNotEqualTo(two.get("bootstrap"));
        assertThat(one.get("interval")).isEqualTo(two.get("interval"));
        assertThat(one.get("bootstrap").get("lower").asDouble())
                .isLessThan(one.get("value").asDouble());
        assertThat(one.get("bootstrap").get("upper").asDouble())
                .isGreaterThan(one.get("value").asDouble());
        assertThat(one.get("bootstrap").get("replicates").asInt()).isEqualTo(200);
    }

    @Test
    void otherSlicesAreShownTogether() {
        JsonNode report = report(clean("exposures"), clean("outcomes"), "--top-slices", "1");
        JsonNode breakdown = report.get("slices").get(0);
        assertThat(breakdown.get("top")).hasSize(1);
        JsonNode slices = report.get("offline").get("by_segment");
        long all = 0;
        for (JsonNode slice : report.get("data_quality").get("by_segment")) {
            all += row(slice, "exposure_join_rate").get("n").asLong();
        }
        String top = breakdown.get("top").get(0).asString();
        long ofTop = row(report.get("data_quality").get("by_segment").get(top), "exposure_join_rate")
                .get("n")
                .asLong();
        assertThat(breakdown.get("other").get("n").asLong()).isEqualTo(all - ofTop);
        double numerators = 0;
        for (String name : slices.propertyNames()) {
            numerators += name.equals(top)
                    ? 0
                    : row(slices.get(name), "hitrate@10").get("numerator").asDouble();
        }
        assertThat(row(breakdown.get("other").get("metrics"), "hitrate@10")
                        .get("numerator")
                        .asDouble())
                .isEqualTo(numerators);
    }

    private static JsonNode ndcg(JsonNode report) {
        return row(report.get("offline").get("metrics"), "ndcg@10");
    }

    /** Everything but what tells of the run and the files. */
    private static String figures(String exposures, String outcomes, String... more) {
        JsonNode report = report(exposures, outcomes, more);
        return report.get("summary") + "\n" + report.get("offline") + "\n" + report.get("gates") + "\n"
                + report.get("slices");
    }

    private static JsonNode report(String exposures, String outcomes, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "offline",
                "--exposures",
                exposures,
                "--outcomes",
                outcomes,
                "--format",
                "json",
                "--slice",
                "surface",
                "--metrics",
                "ndcg@10,hitrate@10,novelty@5,gini,personalisation@3",
                "--bootstrap",
                "200",
                "--baseline-exposures",
                clean("exposures"),
                "--gate",
                "ndcg@10: max_drop=0"));
        args.addAll(Arrays.asList(more));
        return CommandRun.of(args.toArray(String[]::new)).report();
    }

    private static String clean(String which) {
        return CLEAN.resolve(which + ".jsonl").toString();
    }

    private String shuffled(String which, long seed) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(clean(which)), StandardCharsets.UTF_8));
        Collections.shuffle(lines, new Random(seed));
        return Files.write(temp.resolve(which + ".jsonl"), lines).toString();
    }
}
