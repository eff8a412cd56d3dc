package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
 * Filters keep and leave out exactly what they say. Six exposures, one each at the edges that matter; every expected number can
 * be counted in {@link #logs}.
 */
class FilterTest {
    @TempDir
    private Path folder;

    /** Exposures a to f; outcomes: one for each of a to f, a second one for c, two of requests that nobody was shown. */
    @BeforeEach
    void logs() throws IOException {
        write(
                "exposures.jsonl",
                exposure("a", "u1", "2026-11-01T23:59:59.999999Z", "home", "t1"),
                exposure("b", "u1", "2026-11-02T00:00:00Z", "home", "t2"),
                exposure("c", "u2", "2026-11-02T12:00:00Z", "pdp", "t1"),
                exposure("d", "ü 3", "2026-11-02T23:59:59.999999Z", "pdp", "t3"),
                exposure("e", "u4", "2026-11-03T00:00:00Z", "cart", "t1"),
                exposure("f", "u4", "2026-11-03T01:00:00+02:00", null, "t1"));
        write(
                "outcomes.jsonl",
                outcome("a", "u1", "2026-11-02T00:00:05Z"),
                outcome("b", "u1", "2026-11-02T00:00:05Z"),
                outcome("c", "u2", "2026-11-02T12:00:05Z"),
                outcome("c", "u2", "2026-11-30T00:00:00Z"),
                outcome("d", "ü 3", "2026-11-03T00:00:05Z"),
                outcome("e", "u4", "2026-11-03T00:00:05Z"),
                outcome("f", "u4", "2026-11-03T00:00:05Z"),
                outcome("nobody", "u9", "2026-11-02T00:00:05Z"),
                outcome("noone", "u9", "2026-10-02T00:00:05Z"));
        write("assignments.jsonl", assignment("a"), assignment("b"), assignment("nobody"));
    }

    /**
     * f was shown at 23:00 UTC on the second. The options are split at blanks. Orphans go by their own time: the outcomes are of the second
     * of November and of October, the assignment is of the first of November.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --since=2026-11-02                                     | bcdef | 1 | 0
            --since=2026-11-02T00:00:00Z                           | bcdef | 1 | 0
            --since=2026-11-02T00:00:00.000001Z                    | cdef | 1 | 0
            --until=2026-11-02                                     | a | 1 | 1
            --until=2026-11-02T00:00:00.000001Z                    | ab | 1 | 1
            --until=2026-11-03                                     | abcdf | 2 | 1
            --since=2026-11-02 --until=2026-11-03                  | bcdf | 1 | 0
            --since=2026-11-02T23:00:00Z --until=2026-11-02T23:00:00.000001Z | f | 0 | 0
            --since=2026-11-03T01:00:00+02:00                      | def | 0 | 0
            --since=2026-11-02 --time-zone=Europe/Berlin           | abcdef | 1 | 0
            --since=2026-11-03 --time-zone=Europe/Berlin           | def | 0 | 0
            --until=2026-11-02 --time-zone=America/New_York        | ab | 2 | 1
            --since=2026-11-02 --time-zone=+02:00                  | abcdef | 1 | 0
            --since=2026-11-02T00:00:00Z --time-zone=Europe/Berlin | bcdef | 1 | 0
            --where=surface=home                                   | ab | 2 | 1
            --where=surface=home --where=surface=pdp               | abcd | 2 | 1
            --where=surface=home --where=tenant_id=t1              | a | 2 | 1
            --where=surface=home --where=tenant_id=t1 --where=tenant_id=t2 | ab | 2 | 1
            --where=tenant_id=t1                                   | acef | 2 | 1
            --where=surface=home --since=2026-11-02                | b | 1 | 0
            """)
    void exposuresThatStay(String options, String kept, int orphans, int orphanAssignments) {
        JsonNode report = report(options.split(" "));
        assertBooks(report, kept, orphans, orphanAssignments);
    }

    private static void assertBooks(JsonNode report, String kept, int orphans, int orphanAssignments) {
        int outcomes = kept.length() + (kept.contains("c") ? 1 : 0);
        assertThat(count(report, "/summary/cases_evaluated")).isEqualTo(kept.length());
        assertThat(count(report, "/summary/excluded_exposures")).isEqualTo(6 - kept.length());
        assertThat(count(report, "/data_quality/exposure_classes/excluded")).isEqualTo(6 - kept.length());
        assertThat(count(report, "/data_quality/outcome_classes/attributed")).isEqualTo(outcomes);
        assertThat(count(report, "/data_quality/outcome_classes/excluded")).isEqualTo(9 - outcomes - orphans);
        assertThat(count(report, "/data_quality/outcome_classes/unmatched")).isEqualTo(orphans);
        int assigned = (kept.contains("a") ? 1 : 0) + (kept.contains("b") ? 1 : 0);
        assertThat(count(report, "/data_quality/assignment_classes/joined")).isEqualTo(assigned);
        assertThat(count(report, "/data_quality/assignment_classes/excluded"))
                .isEqualTo(3 - assigned - orphanAssignments);
        assertThat(count(report, "/data_quality/assignment_classes/unmatched")).isEqualTo(orphanAssignments);
        JsonNode ctr = metric(report, "ctr");
        assertThat(ctr.get("numerator").asDouble()).isEqualTo(outcomes);
        assertThat(ctr.get("n").asLong()).isEqualTo(kept.length());
    }

    /** Of b to f with the second outcome of c, and the orphan of that day; without the day before, and without the one of October. */
    @Test
    void joinRateIsThatOfThePeriod() {
        assertJoinRates("6/7", "1/1", "--since=2026-11-02");
        assertJoinRates("1/2", "1/2", "--until=2026-11-02");
        assertJoinRates("5/6", "1/1", "--since=2026-11-02", "--until=2026-11-03");
    }

    /** u9 has nothing but orphans, the assignments are all of u1. */
    @Test
    void joinRateIsThatOfTheUsersWhoStay() throws IOException {
        assertJoinRates("7/7", "2/3", "--exclude-users=" + write("u9.txt", "u9"));
        assertJoinRates("5/7", "0/0", "--exclude-users=" + write("u1.txt", "u1"));
    }

    /** Nobody knows the surface of an orphan: all are measured against the matches of all surfaces, of the period. */
    @Test
    void joinRateIsThatOfEveryContext() {
        assertJoinRates("7/9", "2/3", "--where=surface=home");
        assertJoinRates("7/9", "2/3", "--where=surface=pdp");
        assertJoinRates("6/7", "1/1", "--where=surface=home", "--since=2026-11-02");
        assertThat(run("--where=surface=home").out()).contains("The outcome join rate covers all contexts");
        assertThat(run("--since=2026-11-02").out()).doesNotContain("all contexts");
    }

    private void assertJoinRates(String outcomes, String assignments, String... options) {
        JsonNode report = report(options);
        assertThat(joinRate(report, "outcome_join_rate")).isEqualTo(outcomes);
        assertThat(joinRate(report, "assignment_join_rate")).isEqualTo(assignments);
    }

    private static String joinRate(JsonNode report, String name) {
        for (JsonNode row : report.at("/data_quality/metrics")) {
            if (row.get("name").asString().equals(name)) {
                return row.path("numerator").asLong(0) + "/" + row.get("n").asLong();
            }
        }
        throw new AssertionError("no " + name);
    }

    @Test
    void usersInAFileAreLeftOut() throws IOException {
        Path users = write("users.txt", "\ufeffu1\r", "", "  ü 3 ", "u9", "u");
        JsonNode report = report("--exclude-users=" + users);
        assertBooks(report, "cef", 0, 0);
        assertThat(report.at("/summary/filters").toString())
                .contains("exclude-users")
                .doesNotContain("u9");
    }

    @Test
    void reportSaysWhatWasLeftOut() {
        JsonNode report = report("--since=2026-11-02", "--time-zone=Europe/Berlin", "--where=tenant_id=t1");
        assertThat(report.at("/summary/filters").toString())
                .contains("since 2026-11-02 (Europe/Berlin)", "where tenant_id=t1");
        Cli markdown = run("--until=2026-11-02");
        assertThat(markdown.out()).contains("5 exposures excluded by: until 2026-11-02 (UTC)");
    }

    @Test
    void nothingLeftIsNotTrusted() {
        JsonNode report = report("--where=surface=nowhere");
        assertThat(report.at("/summary/trusted").asBoolean()).isFalse();
        assertThat(count(report, "/data_quality/outcome_classes/excluded")).isEqualTo(7);
        assertThat(run("--where=surface=nowhere", "--strict").exitCode()).isEqualTo(5);
    }

    /** A repeated exposure goes the way of the first with its request id. */
    @Test
    void firstOfTwoExposuresDecides() throws IOException {
        write(
                "exposures.jsonl",
                exposure("a", "u1", "2026-11-01T00:00:00Z", "home", "t1"),
                exposure("a", "u1", "2026-11-02T00:00:00Z", "home", "t1"),
                exposure("b", "u1", "2026-11-02T00:00:00Z", "home", "t1"));
        JsonNode report = report("--since=2026-11-02");
        assertThat(count(report, "/summary/cases_evaluated")).isEqualTo(1);
        // that of a, and the orphan of October
        assertThat(count(report, "/data_quality/outcome_classes/excluded")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --since=yesterday                        | --since takes a day
            --since=2026-13-01                       | --since takes a day
            --since=2026-11-01T00:00:00              | --since takes a day
            --since=                                 | --since takes a day
            --until=2026-11-01T25:00:00Z             | --until takes a day
            --until=+999999999-01-01                 | --until takes a day
            --since=2026-11-02 --until=2026-11-02    | --until 2026-11-02 is not after --since 2026-11-02
            --since=2026-11-02 --until=2026-11-01    | is not after
            --time-zone=Europe/Belin                 | --time-zone: unknown time zone Europe/Belin
            --since=2026-11-02 --time-zone=Mars      | --time-zone: unknown time zone Mars
            --where=surface                          | --where takes key=value, not surface
            --where==home                            | --where takes key=value, not =home
            """)
    void wrongValueIsASentence(String options, String sentence) {
        for (String command : List.of("join", "offline", "report")) {
            Cli run = runAs(command, options.split(" "));
            assertThat(run.exitCode()).isEqualTo(64);
            assertThat(run.err()).contains(sentence);
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.out()).isEmpty();
        }
    }

    /** As it is with slices: a key that no exposure has is a typing error, which only the logs can tell. */
    @Test
    void keyThatNobodyLogsIsAMistake() throws IOException {
        Cli run = run("--where=surfase=home", "--where=tenant_id=t1");
        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("--where: no exposure has the context key \"surfase\"");
        assertThat(run.out()).isEmpty();
        write("exposures.jsonl");
        assertThat(run("--where=surfase=home").exitCode()).isZero();
    }

    @Test
    void fileOfUsersThatCannotBeReadIsAMissingInput() throws IOException {
        assertThat(run("--exclude-users=" + folder.resolve("nope")).exitCode()).isEqualTo(66);
        assertThat(run("--exclude-users=" + folder).exitCode()).isEqualTo(66);
        Path latin = Files.write(folder.resolve("latin"), "\u00fc 3".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(run("--exclude-users=" + latin).exitCode()).isEqualTo(66);
    }

    @Test
    void aZoneAndAFileThatAreNoneSayWhatIsWrong(@TempDir Path folder) {
        assertThat(refused("--time-zone", "europe/berlin"))
                .contains("unknown time zone europe/berlin; did you mean Europe/Berlin?");
        assertThat(refused("--exclude-users", "")).contains("--exclude-users takes a file, not an empty text");
        assertThat(refused("--exclude-users", folder.toString())).contains(folder + ": a directory, not a file");
    }

    private static String refused(String option, String value) {
        return CommandRun.on("testdata/clean", "report", option, value).err();
    }

    @Test
    void saysWhenNobodyIsLeftOut() throws IOException {
        Path users = write("strangers.txt", "U1", "u");
        String warning = "--exclude-users excludes nobody";
        assertThat(report("--exclude-users=" + users).get("warnings").toString())
                .contains(warning);
        // u1 is there, if not in the period
        Path some = write("some.txt", "u1", "u");
        assertThat(report("--exclude-users=" + some, "--since=2026-11-02T12:00:00Z")
                        .get("warnings")
                        .toString())
                .doesNotContain(warning);
    }

    private JsonNode report(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--format=json");
        Cli run = run(all.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.json();
    }

    private Cli run(String... options) {
        return runAs("report", options);
    }

    private Cli runAs(String command, String... options) {
        List<String> args = new ArrayList<>(List.of(command));
        for (String stream : List.of("exposures", "outcomes", "assignments")) {
            args.add("--" + stream + "=" + folder.resolve(stream + ".jsonl"));
        }
        args.addAll(List.of(options));
        return Run.of(args.toArray(String[]::new));
    }

    private static long count(JsonNode report, String pointer) {
        assertThat(report.at(pointer).isNumber()).as(pointer).isTrue();
        return report.at(pointer).asLong();
    }

    private static JsonNode metric(JsonNode report, String name) {
        for (JsonNode metric : report.at("/kpis/metrics")) {
            if (metric.get("name").asString().equals(name)) {
                return metric;
            }
        }
        throw new AssertionError("no " + name);
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private static String exposure(String request, String user, String time, String surface, String tenant) {
        String where = surface == null ? "" : "\"surface\":\"" + surface + "\",";
        return "{\"request_id\":\"" + request + "\",\"user_id\":\"" + user + "\",\"ts\":\"" + time
                + "\",\"items\":[{\"item_id\":\"i1\",\"rank\":1}],\"context\":{" + where + "\"tenant_id\":\"" + tenant
                + "\"}}";
    }

    private static String outcome(String request, String user, String time) {
        return "{\"request_id\":\"" + request + "\",\"user_id\":\"" + user
                + "\",\"item_id\":\"i1\",\"event_type\":\"click\",\"ts\":\"" + time + "\"}";
    }

    private static String assignment(String request) {
        return "{\"experiment_id\":\"x\",\"variant\":\"A\",\"request_id\":\"" + request
                + "\",\"user_id\":\"u1\",\"ts\":\"2026-11-01T00:00:00Z\"}";
    }

    /** A misspelled value leaves nothing, and of nothing no gate can say that it is good. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--min-outcome-join-rate=0.1 | outcome join rate cannot be evaluated, at least 10 % is needed; there is no exposure",
                "--min-assignment-join-rate=0.1 | assignment join rate cannot be evaluated, at least 10 % is needed; there is no exposure",
                "--fail-on=J01 | J01 id-twice cannot be evaluated: there is no exposure to evaluate",
                "--fail-on=J04 | J04 rid-reused cannot be evaluated: there is no exposure to evaluate",
            })
    void noGateHoldsWhereFiltersLeaveNothing(String gate, String why) {
        String[] logs = {
            "report",
            "--exposures",
            folder.resolve("exposures.jsonl").toString(),
            "--outcomes",
            folder.resolve("outcomes.jsonl").toString(),
            "--assignments",
            folder.resolve("assignments.jsonl").toString(),
            gate,
            "--where=surface=homme"
        };

        Cli run = Run.of(logs);

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains(why);
    }
}
