package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.schema.SchemaCatalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** Two reports side by side. */
class CompareTest {
    private static final String CLEAN = "testdata/clean";

    @TempDir
    private Path temp;

    /**
     * A user each, so that clustering by user changes nothing: x = [1] * 16 + [0] * 24, y = [1] * 30 + [0] * 20;
     * r = scipy.stats.ttest_ind(y, x, equal_var=False); r.confidence_interval(.95). Fieller: the roots of
     * (mean(y) - rho mean(x))^2 = t^2 (var(y) / 50 + rho^2 var(x) / 40), less 1, by scipy.optimize.brentq.
     */
    @Test
    void movesAreTestedAsTwoIndependentRuns() {
        String before = report("before", users("before", 40, 16, "home"));
        String after = report("after", users("after", 50, 30, "home"));
        JsonNode ctr = move(compare(before, after), "ctr");

        assertThat(ctr.get("section").asString()).isEqualTo("kpis");
        assertThat(ctr.get("n_before").asLong()).isEqualTo(40);
        JsonNode change = ctr.get("change");
        assertThat(change.get("n").asLong()).isEqualTo(50);
        assertThat(change.get("delta").asDouble()).isCloseTo(0.2, within(1e-15));
        assertThat(change.get("relative_delta").asDouble()).isCloseTo(0.5, within(1e-15));
        assertThat(change.get("interval").get("lower").asDouble()).isCloseTo(-0.009071427984322145, within(1e-9));
        assertThat(change.get("interval").get("upper").asDouble()).isCloseTo(0.40907142798432206, within(1e-9));
        assertThat(change.get("relative_interval").get("lower").asDouble())
                .isCloseTo(-0.017581760450925854, within(1e-9));
        assertThat(change.get("relative_interval").get("upper").asDouble()).isCloseTo(1.5558131575962557, within(1e-9));
        assertThat(change.get("p_value").asDouble()).isCloseTo(0.06055432310976782, within(1e-9));
        assertThat(change.get("verdict").asString()).isEqualTo("inconclusive");
    }

    /** 60 exposures in 200 are clicked before and 140 after, when as many clicks of other users have no exposure. */
    @Test
    void nothingIsCalledBetterOnDataThatIsNotTrusted() throws IOException {
        String before = report("before", clicks("before", 60, 0));
        String after = report("after", clicks("after", 140, 140));
        JsonNode comparison = compare(before, after);
        JsonNode ctr = move(comparison, "ctr").get("change");
        assertThat(comparison.get("trusted").asBoolean()).isFalse();
        assertThat(ctr.get("interval").get("lower").asDouble()).isGreaterThan(0);
        assertThat(ctr.get("verdict").asString()).isEqualTo("untrusted");
        assertThat(move(comparison, "outcome_join_rate")
                        .get("change")
                        .get("verdict")
                        .asString())
                .isEqualTo("worse");
        CommandRun page = CommandRun.of("compare", before, after);
        assertThat(page.out()).contains("KPIs: 2 untrusted, 2 unknown.");
    }

    private String clicks(String name, int clicked, int orphans) throws IOException {
        Path folder = Files.createDirectory(temp.resolve(name));
        Logs logs = new Logs(folder);
        for (int i = 0; i < 200; i++) {
            logs.exposure("r" + i, "u" + i, 2, "\"latency_ms\":5.5");
            if (i < clicked) {
                logs.click("r" + i, "u" + i, 2);
            }
        }
        for (int i = 0; i < orphans; i++) {
            logs.click("gone" + i, "v" + i, 2);
        }
        logs.command("report");
        Files.move(folder.resolve("e.jsonl"), folder.resolve("exposures.jsonl"));
        Files.move(folder.resolve("o.jsonl"), folder.resolve("outcomes.jsonl"));
        return folder.toString();
    }

    @Test
    void fasterIsBetter() throws IOException {
        String before = report("before", latencies("before", 100));
        String after = report("after", latencies("after", 50));
        assertThat(verdict(before, after)).isEqualTo("better");
        assertThat(verdict(after, before)).isEqualTo("worse");
    }

    private static String verdict(String before, String after) {
        return move(compare(before, after), "latency_p50_ms")
                .get("change")
                .get("verdict")
                .asString();
    }

    /** Latencies within a tenth of a value. */
    private String latencies(String name, int around) throws IOException {
        Path folder = Files.createDirectory(temp.resolve(name));
        Logs logs = new Logs(folder);
        for (int i = 0; i < 200; i++) {
            logs.exposure("r" + i, "u" + i, 2, "\"latency_ms\":" + around * (1 + i % 100 / 1000.0));
        }
        logs.click("r0", "u0", 2).command("report");
        Files.move(folder.resolve("e.jsonl"), folder.resolve("exposures.jsonl"));
        Files.move(folder.resolve("o.jsonl"), folder.resolve("outcomes.jsonl"));
        return folder.toString();
    }

    /** Before, every other exposure logs error; after, all do. */
    @Test
    void tellsThatErrorsAreLoggedByOthers() throws IOException {
        String before = report("before", errors("before", 2));
        String after = report("after", errors("after", 1));
        assertThat(compare(before, after).get("warnings").toString())
                .contains("error is logged by 50.00 % of the exposures of ")
                .contains(" and by 100.00 % of those of ");
        assertThat(compare(after, after).get("warnings").toString()).doesNotContain("is logged by");
    }

    private String errors(String name, int every) throws IOException {
        Path folder = Files.createDirectory(temp.resolve(name));
        Logs logs = new Logs(folder);
        for (int i = 0; i < 200; i++) {
            logs.exposure("r" + i, "u" + i, 2, (i % every == 0 ? "\"error\":false," : "") + "\"latency_ms\":5.5");
        }
        logs.click("r0", "u0", 2).command("report");
        Files.move(folder.resolve("e.jsonl"), folder.resolve("exposures.jsonl"));
        Files.move(folder.resolve("o.jsonl"), folder.resolve("outcomes.jsonl"));
        return folder.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "n" : 40                | "n" : "many"          | /n is not a whole number from 0 up
            "n" : 40                | "n" : -40             | /n is not a whole number from 0 up
            "n" : 40                | "n" : 1.5             | /n is not a whole number from 0 up
            "value" : 0.4           | "value" : "0.4"       | /value is not a number
            "cases_evaluated" : 40  | "cases_evaluated" : 1.5 | summary.cases_evaluated
            "trusted" : true        | "trusted" : "yes"     | /summary/trusted is not true or false
            """)
    void aReportWithFieldsOfOtherTypesIsRefused(String field, String broken, String why) throws IOException {
        Path before = Path.of(report("before", users("before", 40, 16, "home")));
        String text = Files.readString(before);
        assertThat(text).contains(field);
        Files.writeString(before, text.replace(field, broken));
        CommandRun result = CommandRun.of("compare", before.toString(), before.toString());
        assertThat(result.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(result.err()).contains("before.json: not a").contains(why);
    }

    /**
     * Before: home 8 of 16 clicked, pdp 4 of 16; after: home 4 of 8, search 6 of 24. R0 = 12/32, R1 = 10/32, middle 11/32. Home: no
     * rate, mix (8/32 - 16/32) (1/2 - 11/32) = -5/128; pdp: mix -1/2 (1/4 - 11/32) = 6/128; search: mix 3/4 (1/4 - 11/32) = -9/128.
     */
    @Test
    void aMoveIsSplitIntoMixAndRateOfEverySlice() {
        String before = report("before", users("before", 16, 8, "home", 16, 4, "pdp"), "--slice", "surface");
        String after = report("after", users("after", 8, 4, "home", 24, 6, "search"), "--slice", "surface");
        JsonNode comparison = compare(before, after);
        JsonNode split = move(comparison, "ctr").get("splits").get(0);

        assertThat(split.get("mix").asDouble()).isEqualTo(-8 / 128.0);
        assertThat(split.get("rate").asDouble()).isZero();
        assertThat(slices(split)).containsExactly("surface=search", "surface=pdp", "surface=home");
        assertThat(split.get("slices").get(0).get("mix").asDouble()).isEqualTo(-9 / 128.0);
        assertThat(split.get("slices").get(0).get("presence").asString()).isEqualTo("only_after");
        assertThat(split.get("slices").get(1).get("mix").asDouble()).isEqualTo(6 / 128.0);
        assertThat(split.get("slices").get(2).get("mix").asDouble()).isEqualTo(-5 / 128.0);
        assertThat(split.get("slices").get(2).get("share_after").asDouble()).isEqualTo(0.25);

        JsonNode slices = comparison.get("slices").get(0);
        assertThat(slices.get("both").asInt()).isEqualTo(1);
        assertThat(slices.get("appeared").get(0).get("slice").asString()).isEqualTo("surface=search");
        assertThat(slices.get("appeared").get(0).get("exposures").asInt()).isEqualTo(24);
        assertThat(slices.get("gone").get(0).get("slice").asString()).isEqualTo("surface=pdp");
    }

    @Test
    void everySplitSumsToItsMove() {
        JsonNode comparison = compare(
                clean(
                        "before",
                        "--slice",
                        "surface",
                        "--slice",
                        "surface,tenant_id",
                        "--until",
                        "2026-11-03T12:00:00Z"),
                clean(
                        "after",
                        "--slice",
                        "surface",
                        "--slice",
                        "surface,tenant_id",
                        "--since",
                        "2026-11-03T12:00:00Z"));
        int splits = 0;
        for (JsonNode move : comparison.get("moves")) {
            for (JsonNode split : move.get("splits")) {
                if (split.get("mix").isNumber()) {
                    splits++;
                    double delta = move.get("change").get("delta").asDouble();
                    double parts = 0;
                    for (JsonNode slice : split.get("slices")) {
                        parts += slice.get("mix").asDouble() + slice.get("rate").asDouble();
                    }
                    assertThat(parts).isCloseTo(delta, within(1e-12));
                    assertThat(split.get("mix").asDouble() + split.get("rate").asDouble())
                            .isCloseTo(delta, within(1e-12));
                }
            }
        }
        assertThat(splits).isGreaterThanOrEqualTo(12);
    }

    /** Lists of one item: 16 clicks on 40 shown items, then 30 on 50. */
    @Test
    void listLengthAndClicksPerShownItemStandBesideTheFigures() {
        String before = report("before", users("before", 40, 16, "home"));
        String after = report("after", users("after", 50, 30, "home"));
        JsonNode comparison = compare(before, after);

        assertThat(move(comparison, "items_per_exposure")
                        .get("change")
                        .get("delta")
                        .asDouble())
                .isZero();
        JsonNode clicks = move(comparison, "clicks_per_shown_item").get("change");
        assertThat(clicks.get("before").asDouble()).isEqualTo(0.4);
        assertThat(clicks.get("after").asDouble()).isEqualTo(0.6);
        assertThat(clicks.get("reason").asString()).contains("not by user");
    }

    /** a, b, c before; b, c, d, e after: two on both sides, two new of four, one gone of three. */
    @Test
    void itemsNewAndGoneAreCountedWithoutTheirIds() {
        String before = report("before", items("before", 0, 3));
        String after = report("after", items("after", 1, 5));
        JsonNode items = compare(before, after).get("items");

        assertThat(items.get("exact").asBoolean()).isTrue();
        assertThat(items.get("distinct_before").asLong()).isEqualTo(3);
        assertThat(items.get("distinct_after").asLong()).isEqualTo(4);
        assertThat(items.get("both").asLong()).isEqualTo(2);
        assertThat(items.get("appeared").asLong()).isEqualTo(2);
        assertThat(items.get("gone").asLong()).isEqualTo(1);
        assertThat(items.get("appeared_share").asDouble()).isEqualTo(0.5);
        assertThat(items.get("gone_share").asDouble()).isEqualTo(1 / 3.0);
        assertThat(CommandRun.of("compare", before, after).out())
                .contains("Items: 2 on both sides; new: 2, 50.00 %; gone: 1, 33.33 %");
    }

    /** Items 0 to 5,999 before, 2,000 to 9,999 after: 4,000 on both sides, half of the later ones new, a third of the earlier gone. */
    @Test
    void manyItemsAreEstimatedFromASample() {
        JsonNode items = compare(
                        report("before", items("before", 0, 6_000)), report("after", items("after", 2_000, 10_000)))
                .get("items");

        assertThat(items.get("exact").asBoolean()).isFalse();
        assertThat(items.get("sampled").asLong()).isGreaterThanOrEqualTo(1_024);
        // four standard errors of 1 / sqrt(1024) and of a share of about 1024 items
        assertThat(items.get("distinct_after").asDouble()).isCloseTo(8_000, within(8_000 * 4 / 32.0));
        assertThat(items.get("appeared").asDouble()).isCloseTo(4_000, within(4_000 * 4 / 22.0));
        assertThat(items.get("appeared_interval").get("lower").asDouble()).isBetween(0.43, 0.5);
        assertThat(items.get("appeared_interval").get("upper").asDouble()).isBetween(0.5, 0.57);
        assertThat(items.get("gone_interval").get("lower").asDouble()).isLessThan(1 / 3.0);
        assertThat(items.get("gone_interval").get("upper").asDouble()).isGreaterThan(1 / 3.0);
    }

    /** Before: lists of 1 and 2 items; after: 2 and 11. In the order of numbers, not of letters. */
    @Test
    void listLengthsStandSideBySide() {
        String before = report("before", lists("before", 1, 2));
        String after = report("after", lists("after", 2, 11));
        JsonNode lengths = compare(before, after).get("list_lengths");

        assertThat(lengths).extracting(row -> row.get("items").asString()).containsExactly("1", "2", "11");
        assertThat(lengths).extracting(row -> row.get("n_before").asLong()).containsExactly(1L, 1L, 0L);
        assertThat(lengths).extracting(row -> row.get("share_after").asDouble()).containsExactly(0.0, 0.5, 0.5);
    }

    /** A version is a slice: of a key that is sliced by, its values stand with the times at which they were first and last seen. */
    @Test
    void versionsStandWithFirstAndLastSeen() {
        String before = clean("before", "--slice", "model_version", "--until", "2026-11-03");
        String after = clean("after", "--slice", "model_version", "--since", "2026-11-03");
        JsonNode seen = compare(before, after).get("slices").get(0).get("seen");

        // jq -r 'select(.ts < "2026-11-03") | .ts + " " + .context.model_version' testdata/clean/exposures.jsonl | sort
        JsonNode m7 = seen.get(0);
        assertThat(m7.get("slice").asString()).isEqualTo("model_version=m7");
        assertThat(m7.get("before").get("first_seen").asString()).isEqualTo("2026-11-02T00:03:51.831Z");
        assertThat(m7.get("before").get("last_seen").asString()).isEqualTo("2026-11-02T23:58:50.986Z");
        assertThat(m7.get("before").get("exposures").asLong()).isEqualTo(168);
        assertThat(CommandRun.of("compare", before, after).out())
                .contains("model_version=m7", "2026-11-02 00:03", "2026-11-02 23:58");
    }

    @Test
    void aReportWithoutSamplesSaysSo() throws IOException {
        String before = clean("before", "--slice", "surface");
        String after = clean("after", "--slice", "surface");
        edit(before, "\"lists\" : {", "\"unknown\" : {");
        edit(before, "\"seen\" : {", "\"unknown\" : {");
        JsonNode comparison = compare(before, after);

        assertThat(comparison.get("list_lengths")).isEmpty();
        assertThat(comparison.get("items").get("both").isNull()).isTrue();
        assertThat(comparison.get("items").get("reason").asString()).contains("earlier release");
        assertThat(comparison.get("slices").get(0).get("seen")).isEmpty();
    }

    @Test
    void damagedSamplesAndOtherHashesAreNotCompared() throws IOException {
        String before = report("before", items("before", 0, 3));
        String after = report("after", items("after", 1, 5));
        edit(before, "\"sample\" : \"", "\"sample\" : \"?");
        assertThat(compare(before, after).get("items").get("reason").asString()).contains("damaged");

        edit(before, "murmur3", "another");
        assertThat(compare(before, after).get("items").get("reason").asString()).contains("different hashes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--slice tenant_id; --slice (surface before, tenant_id after)",
                "--slice surface --attribution-window 24h; --attribution-window (none before, 1d after)",
                "--slice surface --outcome-dedupe exact; --outcome-dedupe (none before, exact after)",
                "--slice surface --where surface=home; --where (none before, surface=home after)"
            })
    void otherDefinitionsAreRefusedByName(String options, String named) {
        String before = clean("before", "--slice", "surface");
        String after = clean("after", options.split(" "));
        CommandRun run = CommandRun.of("compare", before, after);

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("cannot be compared").contains(named);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void offlineRefusesABaselineWithOtherFilters() {
        String before = offline("--where", "surface=home");
        CommandRun run = CommandRun.on(CLEAN, "offline", "--baseline", before);

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("was made with --where surface=home, this run uses none");
    }

    @Test
    void offlineRefusesABaselineWithAnotherWindow() {
        String before = offline("--attribution-window", "30m");
        CommandRun run = CommandRun.on(CLEAN, "offline", "--baseline", before);

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("was made with --attribution-window 30m, this run uses none");
    }

    @Test
    void whatDoesNotChangeTheMeaningIsToldOrPassedOver() {
        String before = clean("before", "--until", "2026-11-03T12:00:00Z", "--max-invalid-rate", "0.5");
        String after = clean("after", "--since", "2026-11-03T12:00:00Z", "--time-zone", "Europe/Berlin");
        JsonNode differences = compare(before, after).get("differences");

        assertThat(differences).hasSize(1);
        assertThat(differences.get(0).get("what").asString()).isEqualTo("--time-zone");
        assertThat(differences.get(0).get("after").asString()).isEqualTo("Europe/Berlin");
    }

    /** Each job of a pipeline has a folder of its own, and its map lies there. */
    @Test
    void theSameMapInAnotherFolderIsTold(@TempDir Path folder) throws IOException {
        String rules = "version: 1\nexposures:\n  request_id: [rid, request_id]\n";
        Path monday = Files.writeString(folder.resolve("monday.yaml"), rules);
        Path tuesday = Files.writeString(folder.resolve("tuesday.yaml"), rules);
        JsonNode differences = compare(
                        clean("before", "--map", monday.toString()), clean("after", "--map", tuesday.toString()))
                .get("differences");

        assertThat(differences).hasSize(1);
        assertThat(differences.get(0).get("what").asString()).isEqualTo("--map");

        CommandRun withoutMap = CommandRun.of("compare", clean("before"), clean("mapped", "--map", monday.toString()));
        assertThat(withoutMap.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(withoutMap.err()).contains("--map (none before");
    }

    @Test
    void aReportOfAnEarlierReleaseIsReadAsFarAsItGoes() throws IOException {
        String before = clean("before");
        String after = clean("after");
        edit(before, "\"--outcome-dedupe\" : \"none\",", "");
        edit(before, "\"dedupe\" : \"none\",", "\"unknown_of_later_days\" : {},");

        assertThat(CommandRun.of("compare", before, after).exit()).isZero();
    }

    @Test
    void otherWordsForAMetricAreRefusedWithinAVersionAndToldBetweenVersions() throws IOException {
        String before = clean("before");
        String after = clean("after");
        edit(before, "click outcomes / exposures (can exceed 1)", "clicks / requests");
        CommandRun same = CommandRun.of("compare", before, after);
        assertThat(same.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(same.err()).contains("definition of ctr (clicks / requests");

        edit(before, "\"version\" : \"", "\"version\" : \"0.0.");
        CommandRun other = CommandRun.of("compare", before, after);
        assertThat(other.exit()).isZero();
        assertThat(other.out()).contains("definition of ctr").contains("version of recsys-eval");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"schema\":\"report.v2\"}~is of report.v2, which a newer recsys-eval wrote; this one reads report.v1",
                "{\"schema\":\"compare.v1\"}~not a report.v1 report",
                "{\"a\":1}~not a report.v1 report",
                "[]~not a report.v1 report",
                "# Report~not JSON",
                "{\"schema\":\"report.v1\"}~not a complete report.v1 report: summary is missing",
                "{\"schema\":\"report.v1\",\"summary\":{},\"data_quality\":{}}~summary.cases_evaluated is missing"
            })
    void whatIsNoReportIsRefused(String content, String sentence) throws IOException {
        Path other = Files.writeString(temp.resolve("other.json"), content);
        CommandRun run = CommandRun.of("compare", other.toString(), clean("after"));

        assertThat(run.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("other.json").contains(sentence);
    }

    @Test
    void reportsOfOtherCommandsAreNotComparable() {
        String check = make("aa-check", "check", CLEAN);
        String after = clean("after");
        for (CommandRun run : List.of(CommandRun.of("compare", check, after), CommandRun.of("compare", check, check))) {
            assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("check.json (made by aa-check)", "not comparable");
        }
        assertThat(CommandRun.of("compare", after, check).err()).contains("after.json (made by report)");
    }

    @Test
    void theJsonFormMatchesItsSchema() {
        String before = clean("before", "--slice", "surface", "--until", "2026-11-03T12:00:00Z");
        String after = clean("after", "--slice", "surface", "--since", "2026-11-03T12:00:00Z");
        byte[] json = CommandRun.of("compare", before, after, "--format", "json")
                .out()
                .getBytes(StandardCharsets.UTF_8);

        assertThat(SchemaCatalog.load("schemas/compare.v1.json").newValidator().validate(json, 0, json.length))
                .isEmpty();
    }

    @Test
    void bothFormsSayThatItIsNotCausal() {
        String before = clean("before", "--until", "2026-11-03T12:00:00Z");
        String after = clean("after", "--since", "2026-11-03T12:00:00Z");

        assertThat(compare(before, after).get("note").asString()).startsWith("Not causal");
        assertThat(CommandRun.of("compare", before, after).out()).contains("**Not causal.**");
    }

    @Test
    void swappedAndOverlappingPeriodsAreTold() {
        String early = clean("early", "--until", "2026-11-03T12:00:00Z");
        String late = clean("late", "--since", "2026-11-03T12:00:00Z");
        String all = clean("all");

        assertThat(CommandRun.of("compare", late, early).out()).contains("are they swapped?");
        assertThat(CommandRun.of("compare", early, all).out()).contains("the two periods overlap");
        assertThat(compare(early, late).get("warnings").toString()).doesNotContain("swapped", "overlap");
    }

    @Test
    void namesFromDataAreEscaped() {
        String before = report("before", users("before", 4, 2, "home"), "--slice", "surface");
        String after =
                report("after", users("after", 4, 2, "a|b <img src=x> \\u001b[31m\\u202e"), "--slice", "surface");
        String markdown = CommandRun.of("compare", before, after).out();

        assertThat(markdown).contains("surface=a").doesNotContain("<img", "\u001b", "\u202e");
        long header = 0;
        int rows = 0;
        for (String line : markdown.lines().toList()) {
            header = line.startsWith("| slice") ? cells(line) : header;
            if (line.startsWith("| surface=a")) {
                rows++;
                assertThat(cells(line)).isEqualTo(header);
            }
        }
        assertThat(rows).isGreaterThan(4);
        assertThat(CommandRun.of("compare", before, after, "--format", "json").out())
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void writesEveryFormAskedForAndNeverOverAReport() throws IOException {
        String before = clean("before");
        String after = clean("after");
        Path markdown = temp.resolve("change.md");
        Path json = temp.resolve("change.json");
        CommandRun run =
                CommandRun.of("compare", before, after, "--output", markdown.toString(), "--output", "json=" + json);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(markdown).content().startsWith("# Comparison");
        assertThat(json(json).get("schema").asString()).isEqualTo("compare.v1");

        CommandRun over = CommandRun.of("compare", before, after, "--output", "json=" + after);
        assertThat(over.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(json(Path.of(after)).get("schema").asString()).isEqualTo("report.v1");
    }

    @Test
    void formatsThatItDoesNotHaveAreRefused() {
        CommandRun run = CommandRun.of("compare", clean("before"), clean("after"), "--format", "junit");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("no format \"junit\"; there are text, markdown, json, html");
    }

    /** The bars of a table's row that no backslash escapes. */
    private static long cells(String row) {
        return row.replace("\\|", "").chars().filter(c -> c == '|').count();
    }

    /** Exposures of one item and a user each; of every three arguments n, how many of them are clicked, and the surface. */
    private String users(String folder, Object... parts) {
        LogFolder logs = new LogFolder(temp.resolve(folder));
        int user = 0;
        for (int part = 0; part < parts.length; part += 3) {
            for (int i = 0; i < (int) parts[part]; i++, user++) {
                logs.exposure("r" + user, "u" + user, (String) parts[part + 2], "item");
                if (i < (int) parts[part + 1]) {
                    logs.click("r" + user, "u" + user, "item");
                }
            }
        }
        return logs.write();
    }

    /** A list of one item each, numbered. */
    private String items(String folder, int from, int to) {
        LogFolder logs = new LogFolder(temp.resolve(folder));
        for (int item = from; item < to; item++) {
            logs.exposure("r" + item, "u" + item % 10, "home", "item-" + item);
        }
        return logs.click("r" + from, "u" + from % 10, "item-" + from).write();
    }

    /** A list of each length. */
    private String lists(String folder, int... lengths) {
        LogFolder logs = new LogFolder(temp.resolve(folder));
        for (int length : lengths) {
            String[] items = new String[length];
            for (int i = 0; i < length; i++) {
                items[i] = "item-" + i;
            }
            logs.exposure("r" + length, "u" + length, "home", items);
        }
        return logs.click("r" + lengths[0], "u" + lengths[0], "item-0").write();
    }

    private String clean(String name, String... options) {
        return report(name, CLEAN, options);
    }

    private String report(String name, String folder, String... options) {
        return make("report", name, folder, options);
    }

    private String offline(String... options) {
        return make("offline", "offline", CLEAN, options);
    }

    private String make(String command, String name, String folder, String... options) {
        Path file = temp.resolve(name + ".json");
        List<String> args = new ArrayList<>(List.of(options));
        args.addAll(List.of("--output", "json=" + file));
        assertThat(CommandRun.on(folder, command, args.toArray(String[]::new)).exit())
                .isZero();
        return file.toString();
    }

    private static JsonNode compare(String before, String after) {
        CommandRun run = CommandRun.of("compare", before, after, "--format", "json");
        assertThat(run.exit()).as(run.err()).isZero();
        return run.report();
    }

    private static JsonNode move(JsonNode comparison, String name) {
        for (JsonNode move : comparison.get("moves")) {
            if (move.get("change").get("name").asString().equals(name)) {
                return move;
            }
        }
        throw new AssertionError("no move of " + name);
    }

    private static List<String> slices(JsonNode split) {
        List<String> names = new ArrayList<>();
        split.get("slices").forEach(slice -> names.add(slice.get("slice").asString()));
        return names;
    }

    private static void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(Path.of(file));
        assertThat(text).contains(from);
        Files.writeString(Path.of(file), text.replace(from, to));
    }

    private static JsonNode json(Path file) {
        return new ObjectMapper().readTree(file.toFile());
    }
}
