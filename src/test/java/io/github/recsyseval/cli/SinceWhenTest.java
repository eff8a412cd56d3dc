package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Since when a service logs wrongly is told by the times in its own records. */
class SinceWhenTest {
    private static final int MINUTES = 24 * 60;

    @TempDir
    private Path folder;

    /** A day with an exposure every minute; {@code change} makes that of a minute what it is. */
    private Path day(IntFunction<UnaryOperator<String>> change) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int minute = 0; minute < MINUTES; minute++) {
            String line = String.format(
                    "{\"request_id\":\"r%d\",\"user_id\":\"u\",\"ts\":\"2026-11-20T%02d:%02d:30Z\",\"items\":"
                            + "[{\"item_id\":\"a\",\"rank\":1}],\"context\":{\"tenant_id\":\"t\",\"surface\":\"s\"}}",
                    minute, minute / 60, minute % 60);
            lines.add(change.apply(minute).apply(line));
        }
        return Files.write(folder.resolve("day.jsonl"), lines);
    }

    private static Cli validate(Path log, String... more) {
        List<String> args = new ArrayList<>(List.of("validate", "--schema", "exposure.v1", log.toString()));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    private static String words(Cli run) {
        return run.out().replaceAll("\\s+", " ");
    }

    private static UnaryOperator<String> replaceIf(boolean condition, String from, String to) {
        return line -> condition ? line.replace(from, to) : line;
    }

    /** Every minute from 07:12 to 07:23, and one stray at noon. */
    @Test
    void aClusterWithAStray() throws IOException {
        Path log = day(minute -> replaceIf(minute >= 432 && minute < 444 || minute == 720, "\"rank\":1", "\"rank\":0"));

        assertThat(words(validate(log))).contains("first: line 433, 12 of 13 between 2026-11-20 07:12 and 07:24 UTC");
        JsonNode when = validate(log, "--format", "json").json().at("/violations/0/when");
        assertThat(when.at("/dated").asInt()).isEqualTo(13);
        assertThat(when.at("/first").asString()).isEqualTo("2026-11-20T07:12:30Z");
        assertThat(when.at("/last").asString()).isEqualTo("2026-11-20T12:00:30Z");
        assertThat(when.at("/extent").asString()).isEqualTo("between");
        assertThat(when.at("/from").asString()).isEqualTo("2026-11-20T07:12:00Z");
        assertThat(when.at("/to").asString()).isEqualTo("2026-11-20T07:24:00Z");
        assertThat(when.at("/within").asInt()).isEqualTo(12);
        for (String format : List.of("junit", "github", "markdown")) {
            assertThat(validate(log, "--format", format).out())
                    .as(format)
                    .contains("12 of 13 between 2026-11-20 07:12 and 07:24 UTC");
        }
    }

    @Test
    void aDeploymentSinceWhichTimesLackTheirOffset() throws IOException {
        Path log = day(minute -> replaceIf(minute >= 432, ":30Z", ":30"));

        assertThat(words(validate(log))).contains("first: line 433, all since 2026-11-20 07:12 UTC");
    }

    @Test
    void aDefectThatWasMendedAtNoon() throws IOException {
        Path log = day(minute -> replaceIf(minute < 720, "{\"tenant_id\":\"t\",\"surface\":\"s\"}", "{}"));

        assertThat(words(validate(log))).contains("first: line 1, all until 2026-11-20 12:00 UTC");
    }

    @Test
    void whatHappensAllDayAndWhatHappensOnce() throws IOException {
        Path log = day(minute -> line -> minute % 7 == 0
                ? line.replace("\"rank\":1", "\"rank\":2")
                : minute == 1000 ? line.substring(0, line.length() - 5) : line);

        assertThat(words(validate(log)))
                .contains("first: line 1, from 2026-11-20 00:00 to 23:56 UTC")
                .contains("first: line 1001, at 2026-11-20 16:40 UTC");
    }

    @Test
    void nothingIsSaidWhereNoTimeCanBeMadeOut() throws IOException {
        Path log = day(minute -> replaceIf(minute == 5, "\"ts\":\"2026", "\"at\":\"2026"));
        Files.writeString(log, "{}\nnot json\n", java.nio.file.StandardOpenOption.APPEND);

        assertThat(validate(log, "--format", "json").json().at("/violations").values())
                .allMatch(violation -> violation.at("/when").isNull());
        assertThat(words(validate(log))).doesNotContain("UTC");
    }

    @Test
    void threadsAndFilesChangeNothing() throws IOException {
        Path log = day(minute -> replaceIf(minute % 3 == 0 && minute > 600, "\"rank\":1", "\"rank\":0"));
        List<String> lines = Files.readAllLines(log);
        Path first = Files.write(folder.resolve("1.jsonl"), lines.subList(700, MINUTES));
        Path second = Files.write(folder.resolve("2.jsonl"), lines.subList(0, 700));

        JsonNode whole = validate(log, "--format", "json", "--threads", "1").json();
        JsonNode parts = validate(first, "--format", "json", "--threads", "4", second.toString())
                .json();

        assertThat(whole.at("/violations/0/when/extent").asString()).isEqualTo("since");
        assertThat(parts.at("/violations/0/when")).isEqualTo(whole.at("/violations/0/when"));
    }
}
