package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a filter leaves out is no finding about what stays, and fails no limit. Every number can be counted in the logs of the test. */
class FilteredFindingsTest {
    @TempDir
    private Path folder;

    private Logs logs;

    @BeforeEach
    void begin() {
        logs = new Logs(folder);
    }

    /**
     * Two hundred exposures: on the first day a0 to a99 of user a at home, on the second b0 to b99 of user b on pdp. a0 to a9 are logged
     * again with another latency, a10 to a14 as they are.
     */
    private void withRepetitionsOnTheFirstDay() {
        for (int i = 0; i < 115; i++) {
            String more = home() + (i >= 100 && i < 110 ? ",\"latency_ms\":7" : "");
            logs.exposure("a" + i % 100, "a", 1, more).exposure("b" + i, "b", 2, pdp());
        }
        logs.click("a1", "a", 1).click("b1", "b", 2);
    }

    private static String home() {
        return surface("home");
    }

    private static String pdp() {
        return surface("pdp");
    }

    private static String surface(String name) {
        return "\"context\":{\"surface\":\"" + name + "\"}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"--since=2026-11-02", "--where=surface=pdp", "--exclude-users="})
    void repetitionsLeftOutAreNoFinding(String filter) throws IOException {
        withRepetitionsOnTheFirstDay();
        String option = filter.endsWith("users=") ? filter + Files.writeString(folder.resolve("users"), "a\n") : filter;
        Cli run = run(0, option, "--max-conflicting-duplicates=0");
        assertThat(findings(run)).doesNotContainKey("J04");
        JsonNode quality = run.json().get("data_quality");
        assertThat(quality.at("/join_integrity/duplicate_exposure_request_ids").asLong())
                .isZero();
        assertThat(quality.at("/exposure_classes/excluded").asLong()).isEqualTo(115);
        assertThat(run.json().at("/summary/excluded_exposures").asLong()).isEqualTo(100);
        assertThat(sum(quality.get("exposure_classes"))).isEqualTo(230);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--until=2026-11-02", "--where=surface=home"})
    void repetitionsThatStayAreOne(String filter) {
        withRepetitionsOnTheFirstDay();
        Cli run = run(ExitCode.LIMIT_FAILED, filter, "--max-conflicting-duplicates=9");
        assertThat(run.err()).contains("conflicting duplicates are 10, at most 9 are allowed");
        // ten that differ and five that do not, among the 115 lines of that day
        assertThat(findings(run)).containsEntry("J04", "15/115");
        run(0, filter, "--max-conflicting-duplicates=10");
    }

    /** The list of the second day is not evaluated, because the id was taken: that is a fault of the second day, not of the first. */
    @Test
    void reusedIdIsAFaultOfTheDayThatLosesAList() {
        logs.exposure("a", "u", 1, "").exposure("a", "u", 2, "").exposure("b", "u", 2, "");
        assertThat(findings(run(0, "--since=2026-11-02"))).containsEntry("J04", "1/2");
        assertThat(findings(run(0, "--until=2026-11-02"))).doesNotContainKey("J04");
    }

    /** A hundred conversions a day: on the first without value, at odd requests, or in hundredths; on the second all is well. */
    @Test
    void conversionsLeftOutAreNoFinding() {
        for (int i = 0; i < 800; i++) {
            double price = 10 + i * 7 % 10;
            String cents = String.format(Locale.ROOT, "\"value\":%.2f", i % 4 < 2 ? price : 100 * price);
            conversion("a" + i, 1, i < 100 ? "" : cents);
            conversion("b" + i, 2, String.format(Locale.ROOT, "\"value\":%.2f", price));
        }
        assertThat(findings(run(0))).containsKeys("J13", "J14");
        assertThat(findings(run(0, "--until=2026-11-02")))
                .containsEntry("J13", "100/800")
                .containsKey("J14");
        assertThat(findings(run(0, "--since=2026-11-02"))).doesNotContainKeys("J13", "J14");
    }

    private void conversion(String request, int day, String value) {
        logs.exposure(request, "u" + request, day, "").outcome("conversion", request, "u" + request, day, value);
    }

    /** Outcomes with the clock of 1970, of lists of the first day. */
    @Test
    void timesLeftOutAreNoFinding() {
        for (int i = 0; i < 50; i++) {
            logs.exposure("a" + i, "u" + i, 1, "").exposure("b" + i, "u" + i, 2, "");
            logs.click("a" + i, "u" + i, 1).click("b" + i, "u" + i, 2);
            logs.outcomeLine("{\"request_id\":\"a" + i + "\",\"user_id\":\"u" + i
                    + "\",\"ts\":\"1970-01-01T00:00:01Z\",\"item_id\":\"i1\",\"event_type\":\"click\"}");
        }
        assertThat(findings(run(0))).containsEntry("J10", "50/150");
        assertThat(findings(run(0, "--since=2026-11-02"))).doesNotContainKey("J10");
    }

    /** All outcomes of pdp have their ids in capitals; whoever asks for home alone is told the same cause. */
    @ParameterizedTest
    @ValueSource(strings = {"surface=home", "surface=pdp"})
    void unmatchedOutcomesAreLookedForInEveryContext(String where) {
        for (int i = 0; i < 100; i++) {
            logs.exposure("a" + i, "u" + i, 1, home()).exposure("b" + i, "u" + i, 1, pdp());
            logs.click("a" + i, "u" + i, 1).click("B" + i, "u" + i, 1);
        }
        assertThat(causes(run(0, "--where=" + where))).containsExactly(Map.entry("J02", "100/100"));
        assertThat(findings(run(0, "--where=" + where))).containsEntry("J02", "100/200");
    }

    /** Unmatched outcomes of the second of three days: home ends before them and pdp does not, so they are not at the edge of the log. */
    @Test
    void edgeOfTheLogIsThatOfEveryContext() {
        for (int i = 0; i < 100; i++) {
            logs.exposure("a" + i, "u" + i, 1, home()).exposure("b" + i, "u" + i, 3, pdp());
            logs.click("a" + i, "u" + i, 1).click("lost" + i, "u" + i, 2);
        }
        assertThat(causes(run(0, "--where=surface=home"))).containsExactly(Map.entry("J22", "100/100"));
        assertThat(causes(run(0, "--where=surface=pdp"))).containsExactly(Map.entry("J22", "100/100"));
    }

    private Cli run(int exitCode, String... options) {
        String[] all = new String[options.length + 1];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = "--format=json";
        Cli run = Run.of(logs.command("report", all));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        return run;
    }

    private static Map<String, String> findings(Cli run) {
        return shares(run.json().at("/data_quality/findings"));
    }

    private static Map<String, String> causes(Cli run) {
        return shares(run.json().at("/data_quality/unmatched_causes"));
    }

    /** Such as 15/115, by code. */
    private static Map<String, String> shares(JsonNode rows) {
        Map<String, String> shares = new TreeMap<>();
        for (JsonNode row : rows) {
            shares.put(
                    row.get("code").asString(),
                    row.get("count").asLong() + "/" + row.get("n").asLong());
        }
        return shares;
    }

    private static long sum(JsonNode counts) {
        long sum = 0;
        for (JsonNode count : counts) {
            sum += count.asLong();
        }
        return sum;
    }
}
