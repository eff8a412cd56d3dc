package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Logs that are unusual and right, and logs whose records are all well formed and cannot be right. Counts are those of the loops. */
class UnusualLogsTest {
    private static final Instant START = Instant.parse("2026-11-02T00:00:07.250Z");

    @TempDir
    Path folder;

    private final List<String> exposures = new ArrayList<>();
    private final List<String> outcomes = new ArrayList<>();

    private static Instant at(int i) {
        return START.plusSeconds(150L * i);
    }

    /** A list of ten items that begins with a rank, of one of 400 users. */
    private void exposure(String id, int i, Instant at, int firstRank) {
        StringBuilder items = new StringBuilder();
        for (int item = 0; item < 10; item++) {
            items.append(item == 0 ? "" : ",")
                    .append("{'item_id':'i")
                    .append((7 * i + item) % 90)
                    .append("','rank':")
                    .append(firstRank + item)
                    .append('}');
        }
        exposures.add(("{'request_id':'" + id + "','user_id':'u" + i % 400 + "','ts':'" + at + "','items':[" + items
                        + "],'context':{'surface':'feed','tenant_id':'t'},'latency_ms':" + (20 + i % 17)
                        + ",'error':false}")
                .replace('\'', '"'));
    }

    private void click(String id, int i, Instant at) {
        outcomes.add(("{'request_id':'" + id + "','user_id':'u" + i % 400 + "','ts':'" + at + "','item_id':'i"
                        + (7 * i) % 90 + "','event_type':'click'}")
                .replace('\'', '"'));
    }

    /** An id as long as a UUID. */
    private static String id(int i) {
        return String.format("%08x-0000-4000-8000-%012x", Integer.reverse(i), 7_919L * i);
    }

    /** A list every two and a half minutes, every fifth clicked ten seconds later. */
    private void plain(int count) {
        for (int i = 0; i < count; i++) {
            exposure(id(i), i, at(i), 1);
            if (i % 5 == 0) {
                click(id(i), i, at(i).plusSeconds(10 + i % 100));
            }
        }
    }

    private JsonNode report() throws IOException {
        Path shown = Files.write(folder.resolve("e.jsonl"), exposures);
        Path done = Files.write(folder.resolve("o.jsonl"), outcomes);
        return Run.of("report", "--exposures", shown.toString(), "--outcomes", done.toString(), "--format", "json")
                .json();
    }

    private static boolean isTrusted(JsonNode report) {
        return report.at("/summary/trusted").booleanValue();
    }

    private static Optional<JsonNode> finding(JsonNode report, String code) {
        return report.at("/data_quality/findings")
                .valueStream()
                .filter(row -> row.path("code").asString().equals(code))
                .findFirst();
    }

    private static String found(JsonNode report, String code) {
        return finding(report, code)
                .map(row -> row.path("severity").asString() + " "
                        + row.path("count").intValue() + "/" + row.path("n").intValue() + " "
                        + row.path("evidence").asString())
                .orElse("");
    }

    /** People who scroll get a page of ten more at a time, whose ranks go on. */
    @Test
    void pagesOfAFeedMayContinueTheirRanks() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            for (int page = 0; page <= i % 3; page++) {
                exposure(id(3 * i + page), i, at(i).plusSeconds(20L * page), 10 * page + 1);
            }
            click(id(3 * i), i, at(i).plusSeconds(9));
        }
        JsonNode report = report();
        assertThat(found(report, "J15")).isEqualTo("warn 999/1999 lists that may continue a page before: 999");
        assertThat(isTrusted(report)).isTrue();
    }

    /** All lists begin with 2; all begin with 11, behind pages that nobody saw; some begin where no page of ten can have ended. */
    @ParameterizedTest
    @CsvSource({"1, 2", "1, 11", "10, 4"})
    void otherRanksBreakTrust(int every, int firstRank) throws IOException {
        for (int i = 0; i < 2_000; i++) {
            exposure(id(i), i, at(i), i % every == 0 ? firstRank : 1);
        }
        click(id(0), 0, at(0).plusSeconds(9));
        JsonNode report = report();
        assertThat(found(report, "J15")).startsWith("fail " + 2_000 / every + "/2000 ");
        assertThat(isTrusted(report)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 'warn 2000/2000 2,000 of 2,000 lists have an outcome'",
        "100, 'warn 1980/2000 1,980 of 2,000 lists have an outcome'",
        "20, ''"
    })
    void logsOfClickedListsOnlyAreToldOf(int everyWithout, String expected) throws IOException {
        for (int i = 0; i < 2_000; i++) {
            exposure(id(i), i, at(i), 1);
            if (everyWithout == 0 || i % everyWithout != 0) {
                click(id(i), i, at(i).plusSeconds(9));
            }
        }
        assertThat(found(report(), "J27")).isEqualTo(expected);
    }

    /** Every so many lists have a click, and one click in {@code other} is on the second item; none is where that is 0. */
    @ParameterizedTest
    @CsvSource({
        "5, 0, 'warn 400/400 400 of 400 lists'",
        "5, 400, 'warn 399/400 399 of 400 lists'",
        "5, 20, ''",
        "21, 0, ''"
    })
    void clicksOnTheFirstItemOnlyAreToldOf(int every, int other, String expected) throws IOException {
        for (int i = 0; i < 2_000; i++) {
            exposure(id(i), i, at(i), 1);
            if (i % every == 0) {
                click(id(i), i, at(i).plusSeconds(10 + i % 100));
                if (other > 0 && i / every % other == 0) {
                    String second = "\"i" + (7 * i + 1) % 90 + "\"";
                    String click = outcomes.remove(outcomes.size() - 1);
                    outcomes.add(click.replace("\"i" + 7 * i % 90 + "\"", second));
                }
            }
        }
        JsonNode report = report();
        assertThat(found(report, "J28"))
                .isEqualTo(
                        expected.isEmpty()
                                ? ""
                                : expected
                                        + " of three items and more with an outcome on one of them have it on the first"
                                        + " only (does the client log the first item in place of the one that was clicked?)");
        assertThat(isTrusted(report)).isTrue();
    }

    /** In a list of two the first is half of all there is. */
    @Test
    void shortListsSayNothingOfTheFirstItem() throws IOException {
        plain(2_000);
        exposures.replaceAll(line -> line.replaceAll("(\"rank\":2\\}).*?\\]", "$1]"));
        JsonNode report = report();
        assertThat(report.at("/lists/lengths/0/items").asString()).isEqualTo("2");
        assertThat(found(report, "J28")).isEmpty();
    }

    @Test
    void outcomesAtTheTimeOfTheirExposureAreToldOf() throws IOException {
        plain(2_000);
        assertThat(found(report(), "J10")).isEmpty();
        outcomes.clear();
        for (int i = 0; i < 2_000; i += 5) {
            click(id(i), i, at(i).plusSeconds(i % 20 == 0 ? 3 : 0));
        }
        assertThat(found(report(), "J10"))
                .isEqualTo("warn 300/400 300 outcomes have exactly the time of their exposure"
                        + " (was its time copied, or is an impression logged as a click?)");
    }

    /** A column of 30 characters for ids of 36, on either side. */
    @ParameterizedTest
    @CsvSource({"true, 0, 30", "true, 6, 36", "false, 0, 30"})
    void idsThatWereCutOffAreAFormOfTheId(boolean ofOutcomes, int from, int to) throws IOException {
        for (int i = 0; i < 2_000; i++) {
            String cut = id(i).substring(from, to);
            exposure(ofOutcomes ? id(i) : cut, i, at(i), 1);
            if (i % 5 == 0) {
                click(ofOutcomes ? cut : id(i), i, at(i).plusSeconds(9));
            }
        }
        JsonNode report = report();
        assertThat(found(report, "J02")).startsWith("fail 400/400 400 of 400 ").contains("cut off at one end");
        assertThat(finding(report, "J01")).isEmpty();
    }

    /** Every tenth exposure is logged, and every outcome: nothing was lost of any hour. */
    @Test
    void sampledExposuresAreNoLostPartitions() throws IOException {
        for (int i = 0; i < 20_000; i++) {
            Instant at = START.plusSeconds(30L * i);
            if (i % 10 == 3) {
                exposure(id(i), i, at, 1);
            }
            if (i % 7 == 0) {
                click(id(i), i, at.plusSeconds(9));
            }
        }
        assertThat(found(report(), "J22"))
                .startsWith("fail ")
                .endsWith("none of them in hours without any exposure (is only a part of the exposures logged?)");
    }

    @Test
    void lostHoursAreToldOf() throws IOException {
        plain(4_000);
        exposures.removeIf(line -> line.contains("\"ts\":\"2026-11-04T1"));
        String found = found(report(), "J22");
        assertThat(found).startsWith("fail ").matches(".* (\\d+) of \\1 .*, \\1 of them in hours without any exposure");
    }

    /** Half of the exposures have a time without offset: they are not lost, they are invalid. A few of them do not explain lost hours. */
    @ParameterizedTest
    @CsvSource({"2, false", "100, true"})
    void invalidExposuresAreNotLost(int each, boolean lost) throws IOException {
        plain(4_000);
        for (int i = 0; i < exposures.size(); i += each) {
            exposures.set(i, exposures.get(i).replace("Z\",\"items", "\",\"items"));
        }
        if (lost) {
            exposures.removeIf(line -> line.contains("\"ts\":\"2026-11-04T1"));
        }
        JsonNode report = report();
        assertThat(finding(report, "J22").isPresent()).isEqualTo(lost);
        assertThat(finding(report, "J21")).isEmpty();
        assertThat(report.at("/data_quality/unmatched_causes").isEmpty()).isNotEqualTo(lost);
        assertThat(report.at("/summary/untrusted_because/0").asString())
                .contains("outcome join rate is ")
                .endsWith(
                        lost
                                ? "export the same period"
                                : "outcomes without exposure are most likely those of invalid exposures: fix these first");
    }

    /** A century is whole half hours, and no time zone. */
    @Test
    void aWrongCenturyIsNoTimeZone() throws IOException {
        plain(2_000);
        exposures.replaceAll(line -> line.contains(":00:") ? line.replace("\"2026-", "\"2126-") : line);
        JsonNode report = report();
        assertThat(finding(report, "J10")).isPresent();
        assertThat(report.at("/data_quality/findings").toString()).doesNotContain("a time zone");
    }

    private void conversion(int i, String value) {
        outcomes.add(("{'request_id':'" + id(i) + "','user_id':'u" + i % 400 + "','ts':'" + at(i).plusSeconds(90)
                        + "','item_id':'i" + (7 * i) % 90 + "','event_type':'conversion','value':" + value + "}")
                .replace('\'', '"'));
    }

    /** Values of 1 to 100, which sum up to 5,050, and one more; without the hundredth nobody is asked. */
    @ParameterizedTest
    @CsvSource({
        "100, 5051, 'warn 1/101 one of 101 conversions has 50.0 % of all value (a test, or in another unit?)'",
        "100, 95950, 'warn 1/101 one of 101 conversions has 95.0 % of all value (a test, or in another unit?)'",
        "100, 5049, ''",
        "90, 95950, ''"
    })
    void oneConversionThatOutweighsAllOthersIsToldOf(int others, String largest, String expected) throws IOException {
        plain(2_000);
        for (int i = 1; i <= others; i++) {
            conversion(i, Integer.toString(i));
        }
        conversion(777, largest);
        assertThat(found(report(), "J13")).isEqualTo(expected);
    }

    /** Every 400th latency is a point in time; then every one is 0. */
    @ParameterizedTest
    @CsvSource({
        "400, 1793577600000, 'warn 5/2000 5 latencies are longer than a day (points in time?)'",
        "400, 86400000, ''",
        "1, 0, 'warn 2000/2000 all 2,000 latencies are 0'",
        "400, 0, ''"
    })
    void latenciesThatAreNoneSpoilWhatRestsOnThem(int every, String latency, String expected) throws IOException {
        plain(2_000);
        for (int i = 0; i < 2_000; i += every) {
            exposures.set(i, exposures.get(i).replaceAll("\"latency_ms\":\\d+", "\"latency_ms\":" + latency));
        }
        JsonNode report = report();
        assertThat(found(report, "J11")).isEqualTo(expected);
        assertThat(report.at("/guardrails/metrics/3/unit").asString()).isEqualTo("ms");
        assertThat(report.at("/guardrails/metrics/3/trusted").booleanValue()).isEqualTo(expected.isEmpty());
        assertThat(isTrusted(report)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "FEED, 'warn 400/2000 400 have surface FEED where others have feed'",
        "' ', 'warn 400/2000 400 have an empty surface'",
        "cart, ''"
    })
    void spellingsOfASurfaceAreToldOf(String name, String expected) throws IOException {
        plain(2_000);
        for (int i = 0; i < 2_000; i += 5) {
            exposures.set(i, exposures.get(i).replace("\"feed\"", "\"" + name + "\""));
        }
        JsonNode report = report();
        assertThat(found(report, "J17")).isEqualTo(expected);
        assertThat(isTrusted(report)).isTrue();
    }

    /** A shop without tenants lacks none; half a log with them does. */
    @ParameterizedTest
    @CsvSource({"1, 0, ''", "2, 1000, ''", "1, 2000, J17=warn"})
    void validateAsksForNoKeyThatNobodyUses(int every, int expected, String rule) throws IOException {
        plain(2_000);
        for (int i = 0; i < 2_000; i += every) {
            exposures.set(i, exposures.get(i).replace(",\"tenant_id\":\"t\"", ""));
        }
        Path log = Files.write(folder.resolve("e.jsonl"), exposures);
        List<String> arguments =
                new ArrayList<>(List.of("validate", "--schema", "exposure.v1", "--format", "json", log.toString()));
        if (!rule.isEmpty()) {
            arguments.addAll(List.of("--rule", rule));
        }
        JsonNode verdict = Run.of(arguments.toArray(String[]::new)).json();
        assertThat(verdict.at("/findings")
                        .valueStream()
                        .filter(row -> row.path("code").asString().equals("J17"))
                        .mapToInt(row -> row.path("count").intValue())
                        .sum())
                .isEqualTo(expected);
    }

    /** The name of a file says what is in it, as long as nothing else does. */
    @ParameterizedTest
    @CsvSource({
        "r.json, '', {",
        "r.html, '', <!DOCTYPE html>",
        "r.xml, '', <?xml",
        "r.md, '', # Recommendation report",
        "r.txt, '', Recommendation report",
        "r.log, '', # Recommendation report",
        "r.json, markdown, # Recommendation report",
        "html=r.json, '', <!DOCTYPE html>"
    })
    void aFileHoldsWhatItsEndingSays(String output, String format, String beginning) throws IOException {
        plain(50);
        Path shown = Files.write(folder.resolve("e.jsonl"), exposures);
        Path done = Files.write(folder.resolve("o.jsonl"), outcomes);
        String name = output.substring(output.indexOf('=') + 1);
        String to = output.substring(0, output.indexOf('=') + 1) + folder.resolve(name);
        List<String> arguments = new ArrayList<>(
                List.of("report", "--exposures", shown.toString(), "--outcomes", done.toString(), "--output", to));
        if (!format.isEmpty()) {
            arguments.addAll(List.of("--format", format));
        }
        Run.of(arguments.toArray(String[]::new));
        assertThat(Files.readString(folder.resolve(name))).startsWithIgnoringCase(beginning);
    }

    /** A load test: one user asks for 30,000 lists within two seconds and names items of none of them. All pairs of these would take minutes. */
    @Test
    @Timeout(30)
    void aMachineOfManyListsTakesNoTime() throws IOException {
        for (int i = 0; i < 30_000; i++) {
            exposure(id(i), 400 * (i % 9), START, 1);
            click(id(i), 400 * (i % 9), START.plusSeconds(9));
        }
        outcomes.replaceAll(line -> line.replace("\"item_id\":\"", "\"item_id\":\"other-"));
        JsonNode report = report();
        assertThat(found(report, "J09"))
                .startsWith("fail 30000/30000 of 30,000 examined, 0 name an item of another list");
        assertThat(found(report, "J05")).startsWith("fail ");
    }
}
