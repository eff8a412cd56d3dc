package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs in which everything is there once: no sentence speaks of several. */
class OneOfAKindTest {
    private static final Pattern WRONG_NUMBER = Pattern.compile("(?<![\\w.,-])1(?: of 1)?(?: [a-z_]+){0,3}? (?:"
            + "users|exposures|outcomes|conversions|clicks|lists|slices|limits|gates|items|lines|records|assignments|pairs"
            + "|have|are|were|repeat|name|say|come|hold|do|lie)\\b");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"report", "join", "offline"})
    void countOfOneTakesTheSingular(String command) {
        Logs logs = new Logs(folder)
                .line("""
                        {"request_id":"a","user_id":"a","ts":"2026-11-01T10:00:00Z","error":false,"latency_ms":5,"items":\
                        [{"item_id":"i1","rank":2},{"item_id":"i1","rank":2}],"context":{"surface":"home"}}""")
                .exposure("a", "other", 2, "")
                .outcome("conversion", "a", "b", 1, "", "i2")
                .outcome("conversion", "lost", "b", 1, "");
        Cli run = Run.of(logs.command(command, "--slice=surface", "--format=markdown"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("1 exposure (")
                .contains("1 list holds an item more than once")
                .contains("1 of 1 joined outcome names another user_id")
                .contains("1 differs from the first line with its request_id");
        assertThat(wrongNumbers(run.out())).isEmpty();
    }

    /** What the other test looks for is found. */
    @Test
    void wrongNumberIsRecognised() {
        assertThat(wrongNumbers("1 exposures, 1 of 1 conversions have; 21 users, 1 of 20 users, 0.1 lists"))
                .containsExactly("1 exposures", "1 of 1 conversions");
    }

    private static List<String> wrongNumbers(String text) {
        return WRONG_NUMBER.matcher(text).results().map(MatchResult::group).toList();
    }
}
