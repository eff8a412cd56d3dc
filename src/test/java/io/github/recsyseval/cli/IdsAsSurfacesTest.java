package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** An id that is logged as surface is nobody else's; a page has visitors, however many pages there are. */
class IdsAsSurfacesTest {
    @TempDir
    private Path folder;

    /** The data quality of a log of so many exposures a minute apart, 499 users one after the other, with a surface for each. */
    private JsonNode quality(int exposures, IntFunction<String> surface) {
        return quality(exposures, 499, surface);
    }

    private JsonNode quality(int exposures, int users, IntFunction<String> surface) {
        Logs logs = new Logs(folder);
        Instant start = Instant.parse("2026-11-02T00:00:00Z");
        for (int i = 0; i < exposures; i++) {
            String ids = "{\"request_id\":\"r" + i + "\",\"user_id\":\"u" + i % users + "\",\"ts\":\"";
            Instant at = start.plusSeconds(60L * i + 1);
            logs.line(ids + at + "\",\"items\":[{\"item_id\":\"i1\",\"rank\":1}],\"context\":{\"surface\":\""
                    + surface.apply(i) + "\"}}");
            if (i % 4 == 0) {
                logs.outcomeLine(ids + at.plusSeconds(1 + i % 7) + "\",\"item_id\":\"i1\",\"event_type\":\"click\"}");
            }
        }
        Cli run = Run.of(logs.command("join", "--format=json"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.json().get("data_quality");
    }

    private static void assertNothing(JsonNode quality) {
        assertThat(quality.get("findings")).isEmpty();
        assertThat(quality.get("trusted").booleanValue()).isTrue();
    }

    private static void assertFinding(JsonNode quality, String severity, long count, long n, String evidence) {
        JsonNode finding = quality.get("findings").get(0);
        assertThat(finding.get("code").asString()).isEqualTo("J17");
        assertThat(finding.get("severity").asString()).isEqualTo(severity);
        assertThat(finding.get("count").asLong()).isEqualTo(count);
        assertThat(finding.get("n").asLong()).isEqualTo(n);
        assertThat(finding.get("evidence").asString()).contains(evidence);
        assertThat(quality.get("trusted").booleanValue()).isEqualTo(severity.equals("warn"));
    }

    /** Five exposures of each of 3,000 pages, so that hardly any page is twice among a few thousand lines. */
    @Test
    void manyPagesAreNoIds() {
        assertNothing(quality(15_000, i -> "page/" + i % 3_000));
    }

    /** All of one user, who sees every page twice: nobody can tell what a second user would see. */
    @Test
    void pagesOfOneUserAreNoIds() {
        assertThat(quality(6_000, 1, i -> "page/" + i % 3_000).get("findings").toString())
                .contains("J26")
                .doesNotContain("J17");
    }

    /** 4,000 visits to 3,000 pages at random: a quarter of the visits is the only one of its page. */
    @Test
    void tooShortALogIsAQuestion() {
        Random random = new Random(5);
        int[] pages = random.ints(4_000, 0, 3_000).toArray();
        int[] visits = new int[3_000];
        for (int page : pages) {
            visits[page]++;
        }
        long once = Arrays.stream(visits).filter(n -> n == 1).count();
        assertThat((double) once / 4_000).isBetween(0.2, 0.3); // exp(-4/3) = 0.264
        assertFinding(
                quality(4_000, 4_000, i -> "page/" + pages[i]), "warn", once, 4_000, "or are there so many pages?");
    }

    /** 10,000 visits to 3,000 pages at random: exp(-10/3), 3.6 %, are the only one of their page, and two each of as many again. */
    @Test
    void pagesThatHardlyAnybodyVisitsAreNoIds() {
        int[] pages = new Random(6).ints(10_000, 0, 3_000).toArray();
        assertNothing(quality(10_000, 9_999, i -> "page/" + pages[i]));
    }

    /** Every fiftieth of as many visits to 500 pages names the request, too. */
    @Test
    void idsBesideManyPagesAreFound() {
        assertFinding(
                quality(10_000, 9_999, i -> "page/" + i % 500 + (i % 50 == 7 ? "/r" + i : "")),
                "warn",
                200,
                10_000,
                "200 in all, beside 490 surfaces with several users: does it hold an id?");
    }

    @Test
    void requestIdInEverySurfaceBreaksTrust() {
        assertFinding(quality(1_000, i -> "home/r" + i), "fail", 1_000, 1_000, "1,000 in all, beside 0 surfaces");
    }

    @Test
    void requestIdInSomeSurfacesIsFound() {
        assertFinding(
                quality(1_000, i -> i % 10 == 0 ? "home/" + i : "home"),
                "warn",
                100,
                1_000,
                "100 of 1,000 exposures with a surface have one that no second user ever has, 100 in all,"
                        + " beside 1 surface with several users: does it hold an id?");
    }

    /** Each user's own name, four times. */
    @ParameterizedTest
    @ValueSource(ints = {100, 300})
    void userIdInEverySurfaceBreaksTrust(int users) {
        assertFinding(quality(4 * users, users, i -> "home/u" + i % users), "fail", 4 * users, 4 * users, "an id?");
    }

    /** With too few users it may be the pages of each customer. */
    @Test
    void surfacesOfFewUsersAreLeftInPeace() {
        assertNothing(quality(400, 99, i -> "home/u" + i % 99));
    }

    /** Beyond 4,096 surfaces a part of them stands for all: of 20,000 exposures every second one has its own. */
    @Test
    void partOfTheSurfacesStandsForAll() {
        JsonNode finding = quality(20_000, i -> i % 2 == 0 ? "home" : "home/r" + i)
                .get("findings")
                .get(0);
        assertThat(finding.get("severity").asString()).isEqualTo("fail");
        // 10,000 surfaces are halved twice, to about 2,500; their number varies by the square root of 10,000 * 1/4 *
        // 3/4, 43
        assertThat(finding.get("n").asLong()).isEqualTo(5_000);
        assertThat(finding.get("count").asLong()).isCloseTo(2_500, Percentage.withPercentage(5));
        assertThat(finding.get("interval").get("lower").asDouble()).isLessThan(0.5);
        assertThat(finding.get("interval").get("upper").asDouble()).isGreaterThan(0.5);
    }

    @Test
    void nothingIsSaidOfAFewExposures() {
        assertNothing(quality(199, i -> "home/r" + i));
    }
}
