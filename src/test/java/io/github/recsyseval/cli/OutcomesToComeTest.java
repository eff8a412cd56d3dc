package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What will come later is told of, and is no change. */
class OutcomesToComeTest {
    @TempDir
    Path folder;

    /** Ten days of 400 exposures, each clicked, and converted one to four days later, as far as the log goes: to the last exposures. */
    @BeforeEach
    void write() {
        Logs logs = new Logs(folder);
        for (int day = 2; day <= 11; day++) {
            for (int i = 0; i < 400; i++) {
                String request = "r" + day + "x" + i;
                logs.exposure(request, "u" + i, day, "").click(request, "u" + i, day);
                int later = day + 1 + i % 4;
                if (later <= 11) {
                    logs.outcome("conversion", request, "u" + i, later, "\"value\":" + (5 + i % 7));
                }
            }
        }
        logs.command("report");
    }

    private CommandRun run(String command, String... more) {
        List<String> args = new ArrayList<>(List.of(command));
        args.addAll(List.of("--exposures", folder + "/e.jsonl", "--outcomes", folder + "/o.jsonl"));
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray(String[]::new));
    }

    private static JsonNode toCome(CommandRun run, int row) {
        return run.report()
                .get("data_quality")
                .get("attribution")
                .get("to_come")
                .get(row);
    }

    /**
     * In truth 25 %: all of day 11, three in four of day 10, and so on. d / R of four, three, two days and one: 500/2000, 600/1800, 700/1400, 800/800;
     * s = np.sqrt(np.cumsum([500/2000/1500, 600/1800/1200, 700/1400/700])); p = np.array([.75, .5, .25]) * np.exp(2 * s);
     * 1 - (6 + p.sum() + p[2] * 3 / 800) / 10 = 0.24402
     */
    @Test
    void aLogThatEndsWithItsExposuresLacksLateConversions() {
        CommandRun run = run("report", "--format", "json");
        JsonNode conversions = toCome(run, 1);
        assertThat(conversions.get("event_type").asString()).isEqualTo("conversion");
        assertThat(conversions.get("seen").asLong()).isEqualTo(3000);
        assertThat(conversions.get("share").asDouble()).isCloseTo(0.24402339586832344, within(1e-9));
        assertThat(conversions.get("log_end").asString()).isEqualTo("2026-11-11T11:00:00Z");
        assertThat(toCome(run, 0).get("share").asDouble()).isZero();
        assertThat(run.report().get("warnings").toString())
                .contains(
                        "conversions are still to come: at least 24.4 % of those of these exposures are not in the log,"
                                + " which ends at 2026-11-11T11:00:00Z")
                .doesNotContain("clicks are still");
    }

    @Test
    void theLateOnesOfAnEarlierPeriodHaveCome() {
        CommandRun run = run("report", "--until", "2026-11-08", "--format", "json");
        assertThat(toCome(run, 1).get("share").asDouble()).isZero();
        assertThat(run.report().get("warnings").toString()).doesNotContain("still to come");
    }

    /** Exposures until the 9th have had 49 hours; what comes later does not count. */
    @Test
    void whatIsOutsideOfTheWindowWillNotCome() {
        CommandRun run = run("report", "--until", "2026-11-10", "--attribution-window", "49h", "--format", "json");
        assertThat(toCome(run, 1).get("share").asDouble()).isZero();
    }

    @Test
    void aFallByConversionsThatAreStillToComeIsNone() {
        String[] kpis = {
            "--kpi", "buyers: event=conversion, measure=any, per=user", "--kpi", "clicked: event=click, measure=any"
        };
        run("report", with(kpis, "--until", "2026-11-08", "--output", "json=" + folder + "/before.json"));
        run("report", with(kpis, "--since", "2026-11-08", "--output", "json=" + folder + "/after.json"));
        CommandRun run = CommandRun.of("compare", folder + "/before.json", folder + "/after.json", "--format", "json");
        for (String name : List.of("conversion_rate", "buyers")) {
            JsonNode change = change(run, name);
            assertThat(change.get("after").asDouble())
                    .isLessThan(change.get("before").asDouble());
            assertThat(change.get("verdict").asString()).isEqualTo("untrusted");
        }
        assertThat(change(run, "clicked").get("verdict").asString()).isNotEqualTo("untrusted");
        assertThat(run.report().get("warnings").toString()).contains("conversions are still to come: at least");
    }

    private static String[] with(String[] first, String... more) {
        return Stream.of(first, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static JsonNode change(CommandRun run, String name) {
        return run.report()
                .get("moves")
                .valueStream()
                .map(move -> move.get("change"))
                .filter(change -> change.get("name").asString().equals(name))
                .findAny()
                .orElseThrow();
    }
}
