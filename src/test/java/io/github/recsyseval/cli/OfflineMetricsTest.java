package io.github.recsyseval.cli;

import static io.github.recsyseval.cli.CommandRun.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Four requests, worked by hand. r1 shows a b c: a is clicked, c converted, and so is z, which was not shown. r2 shows a b: nothing
 * happens. r3 shows b a d e: a is clicked and converted. r4 shows nothing, z is clicked.
 */
class OfflineMetricsTest {

    @TempDir
    private Path temp;

    private String folder;

    @BeforeEach
    void write() {
        folder = new LogFolder(temp.resolve("log"))
                .exposure("r1", "u1", "home", "a", "b", "c")
                .exposure("r2", "u1", "home", "a", "b")
                .exposure("r3", "u2", "pdp", "b", "a", "d", "e")
                .exposure("r4", "u3", "pdp")
                .click("r1", "u1", "a")
                .conversion("r1", "u1", "c")
                .conversion("r1", "u1", "z")
                .click("r3", "u2", "a")
                .conversion("r3", "u2", "a")
                .click("r4", "u3", "z")
                .write();
    }

    @ParameterizedTest
    @CsvSource({
        // r1 2/4, r3 1/4, r4 0; r2 is left out, or counts 0
        "precision@4, default, (2/4 + 1/4) / 3, 0.25",
        "precision@4, trec, (2/4 + 1/4) / 3, 0.25",
        "precision@4, ranx, (2/4 + 1/4) / 4, 0.1875",
        "precision@4, reference, (2/3 + 1/4) / 4, 0.22916666666666666",
        // r1 finds 1 of 3 in the first two places, r3 1 of 1, r4 0 of 1
        "recall@2, default, (1/3 + 1) / 3, 0.4444444444444444",
        "recall@2, ranx, (1/3 + 1) / 4, 0.3333333333333333",
        // r1 1/1 + 2/3 by R = 3 or min(R, k) = 3; r3 1/2
        "map@3, default, ((1 + 2/3) / 3 + 1/2) / 3, 0.35185185185185186",
        // at k = 2: r1 1 by min(3, 2) = 2, or by R = 3
        "map@2, default, (1/2 + 1/2) / 3, 0.3333333333333333",
        "map@2, trec, (1/3 + 1/2) / 3, 0.2777777777777778",
        "map@2, ranx, (1/3 + 1/2) / 4, 0.20833333333333334",
        "map@2, reference, (1/2 + 1/2) / 4, 0.25",
        "mrr, default, (1 + 1/2 + 0) / 3, 0.5",
        "mrr, ranx, (1 + 1/2 + 0) / 4, 0.375",
        "hitrate@1, default, 1 / 3, 0.3333333333333333",
        "hitrate@1, reference, 1 / 4, 0.25"
    })
    void followsTheConvention(String metric, String convention, String working, double expected) {
        JsonNode offline = CommandRun.on(folder, "offline", "--metrics", metric, "--convention", convention)
                .report()
                .get("offline");
        assertThat(row(offline.get("metrics"), metric).get("value").asDouble())
                .as(working)
                .isCloseTo(expected, within(1e-15));
        assertThat(offline.get("relevant_share").get("value").asDouble()).isEqualTo(0.75);
        assertThat(row(offline.get("metrics"), metric).get("definition").asString())
                .isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        // what is relevant: r1 a, r3 a, r4 z
        "click, mrr, (1 + 1/2 + 0) / 3, 0.5",
        // r1 c z, r3 a
        "conversion, mrr, (1/3 + 1/2) / 2, 0.4166666666666667",
        "'click=0,conversion=1', mrr, (1/3 + 1/2) / 2, 0.4166666666666667",
        // r1: a 1 at rank 1, c 3 at rank 3, ideal 3 3 1; r3: a 3 at rank 2, ideal 3; r4 0. L = 1/log2(3)
        // ((1 + 1.5) / (3 + 3*L + .5) + L + 0) / 3
        "'click=1,conversion=3', ndcg, in Python, 0.36483724927060796",
        // gains 2^g - 1: ((1 + 3.5) / (7 + 7*L + .5) + L) / 3
        "'click=1,conversion=3', ndcg_exp, in Python, 0.3361857168231021",
        // gains 1: (1.5 / (1 + L + .5) + L) / 3
        "'click=1,conversion=3', ndcg_binary, in Python, 0.44494928086853075"
    })
    void gradesWhatUsersWanted(String relevance, String metric, String working, double expected) {
        JsonNode offline = CommandRun.on(folder, "offline", "--metrics", metric, "--relevance", relevance)
                .report()
                .get("offline");
        assertThat(row(offline.get("metrics"), metric).get("value").asDouble())
                .as(working)
                .isCloseTo(expected, within(1e-15));
    }

    /**
     * First two places: r1 a b, r2 a b, r3 b a, r4 none, so c_a = 3, c_b = 3 of 6 slots. The log knows a b c d e z. Gini over six
     * items with j = 5, 6: ((10 - 7) 3 + (12 - 7) 3) / (6 * 6) = 24/36.
     */
    @Test
    void countsItemsOverAllLists() {
        JsonNode rows = metrics(
                "coverage@2,gini@2,entropy@2,effective_catalogue@2,novelty@2,long_tail_share@2,personalisation@2");
        assertValue(rows, "observed_coverage@2", 2.0 / 6);
        assertValue(rows, "gini@2", 24.0 / 36);
        // ln 2 / ln 6
        assertValue(rows, "entropy@2", 0.6931471805599453 / 1.791759469228055);
        assertValue(rows, "effective_catalogue@2", 2);
        // of all 9 slots a and b have 3 each: -log2(3/9)
        assertValue(rows, "novelty@2", 1.584962500721156);
        // a and b hold 6 of 9, less than 80 %; c, d and e are equally popular and needed too: the head is everything
        assertValue(rows, "long_tail_share@2", 0);
        // three lists with the same two items
        assertValue(rows, "personalisation@2", 0);
        assertThat(row(rows, "gini@2").get("interval").isNull()).isTrue();
        assertThat(row(rows, "gini@2").get("reason").asString()).isEqualTo("no_valid_interval");
        assertThat(row(rows, "gini@2").get("n").asLong()).isEqualTo(3);
    }

    @Test
    void knowsTheCatalogueAndPopularityThatAreGiven() throws IOException {
        Path catalogue = Files.writeString(temp.resolve("items.txt"), "a\nb\nc\n\nq\n");
        Path popularity = Files.writeString(temp.resolve("popularity.csv"), "a,8\nb\t1\nc,0\nd,0\n");
        JsonNode rows = metrics(
                "coverage@2,coverage,novelty@2,long_tail_share@2",
                "--catalog",
                catalogue.toString(),
                "--popularity",
                popularity.toString());
        assertValue(rows, "coverage@2", 0.5);
        // d and e are no items of the catalogue
        assertValue(rows, "coverage", 0.75);
        // smoothed over a b c d and the e and z of the log: p_a = 9/15, p_b = 2/15, three slots each
        assertValue(rows, "novelty@2", (0.7369655941662062 + 2.9068905956085187) / 2);
        // the head is a with 8 of 9; half of the slots are not on it
        assertValue(rows, "long_tail_share@2", 0.5);
        JsonNode bySize = metrics("coverage@2", "--catalog", "8");
        assertValue(bySize, "coverage@2", 0.25);
    }

    /** Some editors begin a file with a byte order mark; it is no part of the first item. */
    @Test
    void aByteOrderMarkIsNoPartOfAList() throws IOException {
        Path catalogue = Files.writeString(temp.resolve("items.txt"), "\ufeffa\nb\nc\nq\n");
        Path popularity = Files.writeString(temp.resolve("popularity.csv"), "\ufeffa,8\nb,1\nc,0\nd,0\n");
        JsonNode rows = metrics(
                "coverage@2,long_tail_share@2",
                "--catalog",
                catalogue.toString(),
                "--popularity",
                popularity.toString());
        assertValue(rows, "coverage@2", 0.5);
        assertValue(rows, "long_tail_share@2", 0.5);
    }

    @Test
    void countsItemsOfEverySlice() {
        JsonNode slices = CommandRun.on(folder, "offline", "--metrics", "mrr,coverage@1", "--slice", "surface")
                .report()
                .get("offline")
                .get("by_segment");
        // home knows a b c z and shows a; pdp knows b a d e z and shows b
        assertValue(slices.get("surface=home"), "observed_coverage@1", 0.25);
        assertValue(slices.get("surface=pdp"), "observed_coverage@1", 0.2);
    }

    @Test
    void metricsOfAllListsAreComparedWithOtherListsToo() {
        String other = new LogFolder(temp.resolve("other"))
                .exposure("r1", "u1", "home", "a")
                .exposure("r2", "u1", "home", "a")
                .write();
        JsonNode report = CommandRun.on(
                        folder,
                        "offline",
                        "--metrics",
                        "mrr,effective_catalogue@2",
                        "--baseline-exposures",
                        other + "/exposures.jsonl",
                        "--gate",
                        "effective_catalogue@2: max_drop=0",
                        "--allow-untrusted")
                .report();
        // a and b half of the slots each, before only a
        JsonNode delta = row(report.get("offline").get("baseline").get("deltas"), "effective_catalogue@2");
        assertThat(delta.get("after").asDouble()).isCloseTo(2, within(1e-12));
        assertThat(delta.get("before").asDouble()).isCloseTo(1, within(1e-12));
        assertThat(delta.get("reason").asString()).isEqualTo("no_valid_interval");
        assertThat(report.get("gates").get(0).get("verdict").asString()).isEqualTo("pass");
    }

    @Test
    void figuresOfSlicesBelowTheFloorAreCalledTooFew() {
        String[] args = {
            "offline",
            "--exposures",
            folder + "/exposures.jsonl",
            "--outcomes",
            folder + "/outcomes.jsonl",
            "--metrics",
            "mrr",
            "--slice",
            "surface",
            "--slice-floor",
            "2"
        };
        // home has one list with a relevant item, pdp two: 1/2 and 0
        assertThat(CommandRun.of(args).out())
                .containsPattern("\\| surface=home +\\| +2 \\| +too few \\|")
                .containsPattern("\\| surface=pdp +\\| +2 \\| +0\\.2500 \\|");
    }

    @Test
    void saysWhichItemFileCannotBeUsed() throws IOException {
        Path bad = Files.writeString(temp.resolve("bad.csv"), "a,1\nb\n");
        CommandRun result = CommandRun.on(folder, "offline", "--metrics", "novelty", "--popularity", bad.toString());
        assertThat(result.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(result.err()).contains("bad.csv:2: not an item_id, a comma and a count from 0 up");
        CommandRun absent = CommandRun.on(folder, "offline", "--metrics", "coverage", "--catalog", "nowhere.txt");
        assertThat(absent.exit()).isEqualTo(ExitCode.INPUT);
    }

    /** The rows of these metrics over all lists. */
    private JsonNode metrics(String names, String... more) {
        List<String> args = new ArrayList<>(List.of("--metrics", names));
        args.addAll(List.of(more));
        return CommandRun.on(folder, "offline", args.toArray(String[]::new))
                .report()
                .get("offline")
                .get("metrics");
    }

    private static void assertValue(JsonNode rows, String name, double expected) {
        assertThat(row(rows, name).get("value").asDouble()).as(name).isCloseTo(expected, within(1e-12));
    }
}
