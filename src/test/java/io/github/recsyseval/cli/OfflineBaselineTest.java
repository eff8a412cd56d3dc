package io.github.recsyseval.cli;

import static io.github.recsyseval.cli.CommandRun.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** An earlier report as baseline, on the clean sample. */
class OfflineBaselineTest {
    private static final String CLEAN = "testdata/clean";

    @TempDir
    private Path temp;

    @Test
    void theSameRunAgainDiffersByNothing() {
        String before = report("--metrics", "ndcg@10,gini@10", "--slice", "surface");
        JsonNode baseline = run(before, "--metrics", "ndcg@10,gini@10", "--slice", "surface")
                .report()
                .get("offline")
                .get("baseline");
        JsonNode ndcg = row(baseline.get("deltas"), "ndcg@10");
        assertThat(ndcg.get("delta").asDouble()).isZero();
        assertThat(ndcg.get("p_value").asDouble()).isEqualTo(1);
        assertThat(ndcg.get("verdict").asString()).isEqualTo("inconclusive");
        assertThat(row(baseline.get("deltas"), "gini@10").get("reason").asString())
                .isEqualTo("no_valid_interval");
        assertThat(baseline.get("by_segment").propertyNames()).contains("surface=home");
        assertThat(baseline.get("worst_slices")).isEmpty();
    }

    /** Both sides have 49 users and the same standard error s, so Welch's interval is 0.05 -+ t(.975, 2 * 48) s sqrt 2. */
    @Test
    void differencesAreTestedFromMeansAndStandardErrors() throws IOException {
        String before = report("--metrics", "mrr");
        JsonNode old = row(json(before).get("offline").get("metrics"), "mrr");
        double error = old.get("standard_error").asDouble();
        double value = old.get("value").asDouble();
        String lower = Files.readString(Path.of(before))
                .replace("\"value\" : " + old.get("value"), "\"value\" : " + (value - 0.05));
        Path edited = Files.writeString(temp.resolve("edited.json"), lower);
        JsonNode delta = row(
                run(edited.toString(), "--metrics", "mrr")
                        .report()
                        .get("offline")
                        .get("baseline")
                        .get("deltas"),
                "mrr");
        assertThat(delta.get("delta").asDouble()).isCloseTo(0.05, within(1e-12));
        double half = (delta.get("interval").get("upper").asDouble()
                        - delta.get("interval").get("lower").asDouble())
                / 2;
        // stats.t.ppf(.975, 2 * (49 - 1)) = 1.9849843
        assertThat(old.get("users").asLong()).isEqualTo(49);
        assertThat(half).isCloseTo(1.9849843115224555 * error * Math.sqrt(2), within(1e-9));
    }

    @Test
    void aReportWithoutStandardErrorsIsReadFromItsIntervals() throws IOException {
        String before = report("--metrics", "mrr");
        String old = Files.readString(Path.of(before)).replaceAll("\"standard_error\" : [^\\n]*\\n", "\"x\" : 0,\n");
        Path edited = Files.writeString(temp.resolve("old.json"), old);
        JsonNode now = row(
                run(before, "--metrics", "mrr")
                        .report()
                        .get("offline")
                        .get("baseline")
                        .get("deltas"),
                "mrr");
        JsonNode then = row(
                run(edited.toString(), "--metrics", "mrr")
                        .report()
                        .get("offline")
                        .get("baseline")
                        .get("deltas"),
                "mrr");
        assertThat(then.get("interval").get("upper").asDouble())
                .isCloseTo(now.get("interval").get("upper").asDouble(), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--convention trec; was made with --convention default, this run uses trec",
                "--relevance click; was made with --relevance click=1,conversion=1, this run uses click=1,conversion=0",
                "--metrics ndcg@5; has no ndcg@5 but ndcg@10; another k cannot be compared",
                "--slice device; was not made with --slice device (it has surface)"
            })
    void refusesABaselineOfOtherDefinitionsAndNamesTheDifference(String options, String difference) {
        String before = report("--metrics", "ndcg@10", "--slice", "surface");
        String[] more =
                options.startsWith("--metrics") ? options.split(" ") : ("--metrics ndcg@10 " + options).split(" ");
        CommandRun result = run(before, more);
        assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(difference);
    }

    @Test
    void refusesWhatIsNoReport() throws IOException {
        Path other = Files.writeString(temp.resolve("other.json"), "{\"a\":1}");
        Path text = Files.writeString(temp.resolve("text.json"), "# Offline evaluation");
        assertThat(run(other.toString()).exit()).isEqualTo(ExitCode.INPUT);
        assertThat(run(other.toString()).err()).contains("not a report.v1 report");
        assertThat(run(text.toString()).err()).contains("not JSON");
        assertThat(run(temp.resolve("none.json").toString()).err()).contains("no such file");
    }

    @Test
    void pairsNeedOtherLists() {
        CommandRun result = run(report(), "--pair-by", "user");
        assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--pair-by belongs to --baseline-exposures");
    }

    @Test
    void aMetricThatTheBaselineDoesNotHaveIsToldAndFailsItsGate() {
        String before = report("--metrics", "ndcg@10");
        CommandRun result = run(before, "--metrics", "ndcg@10,map@10", "--gate", "map@10: max_drop=0.9");
        assertThat(result.exit()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(result.err()).contains("the baseline does not have it");
    }

    @Test
    void historyKeepsEveryReportUnderANameOfItsOwn() throws IOException {
        Path history = temp.resolve("history");
        for (int i = 0; i < 3; i++) {
            CommandRun.on(CLEAN, "offline", "--history", history.toString());
        }
        try (var files = Files.list(history)) {
            List<Path> all = files.toList();
            assertThat(all)
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(file.getFileName().toString())
                            .matches("[0-9]{8}T[0-9]{6}Z-offline(-[0-9])?\\.json"));
            assertThat(json(all.get(0).toString()).get("schema").asString()).isEqualTo("report.v1");
        }
    }

    private String report(String... more) {
        Path file = temp.resolve("before.json");
        List<String> args = new ArrayList<>(List.of(more));
        args.addAll(List.of("--output", "json=" + file));
        assertThat(CommandRun.on(CLEAN, "offline", args.toArray(String[]::new)).exit())
                .isZero();
        return file.toString();
    }

    private static CommandRun run(String baseline, String... more) {
        List<String> args = new ArrayList<>(List.of(more));
        args.addAll(List.of("--baseline", baseline));
        return CommandRun.on(CLEAN, "offline", args.toArray(String[]::new));
    }

    private static JsonNode json(String file) {
        return new ObjectMapper().readTree(Path.of(file).toFile());
    }
}
