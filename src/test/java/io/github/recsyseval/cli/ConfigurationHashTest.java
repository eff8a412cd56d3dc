package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.cli.config.MapFile;
import io.github.recsyseval.engine.ExcludedUsers;
import io.github.recsyseval.mapping.LogMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that were set up alike have one hash; those that leave out other users were not, whatever their files are called. */
class ConfigurationHashTest {
    @TempDir
    Path folder;

    private static SortedMap<String, String> excluding(String file) {
        return new TreeMap<>(Map.of("--alpha", "0.05", "--exclude-users", file));
    }

    private static ExcludedUsers users(long... hashes) {
        return ExcludedUsers.of(LongStream.of(hashes));
    }

    @Test
    void usersCountAndNotTheNameOfTheirFile() {
        String one = ConfigurationHash.of(excluding("bots.txt"), users(7, -3, 7), LogMap.NONE);
        assertThat(ConfigurationHash.of(excluding("copy.txt"), users(-3, 7), LogMap.NONE))
                .isEqualTo(one);
        assertThat(ConfigurationHash.of(excluding("bots.txt"), users(7), LogMap.NONE))
                .isNotEqualTo(one);
        assertThat(ConfigurationHash.of(excluding("bots.txt"), ExcludedUsers.NONE, LogMap.NONE))
                .isNotEqualTo(one);
    }

    @Test
    void withoutSuchAFileNothingIsAdded() {
        SortedMap<String, String> options = new TreeMap<>(Map.of("--alpha", "0.05"));
        assertThat(ConfigurationHash.of(options, ExcludedUsers.NONE, LogMap.NONE))
                .isEqualTo(ConfigurationHash.of(options));
    }

    private String mapped(String name, String rules) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "version: 1\n" + rules);
        SortedMap<String, String> options = new TreeMap<>(Map.of("--alpha", "0.05", "--map", file.toString()));
        return ConfigurationHash.of(options, ExcludedUsers.NONE, MapFile.read(file.toString()));
    }

    @Test
    void rulesCountAndNotTheNameOrTheLinesOfTheirFile() throws IOException {
        String one = mapped("one.yaml", "exposures:\n  ts: time\n  user_id: user\n");
        assertThat(mapped("two.yaml", "exposures:\n\n  # the same\n  user_id: user\n  ts: time\n"))
                .isEqualTo(one);
        assertThat(mapped("one.yaml", "exposures:\n  ts: time\n  user_id: member\n"))
                .isNotEqualTo(one);
        assertThat(mapped("one.yaml", "outcomes:\n  ts: time\n  user_id: user\n"))
                .isNotEqualTo(one);
    }
}
