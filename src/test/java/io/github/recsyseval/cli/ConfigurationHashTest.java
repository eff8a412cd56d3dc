package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Runs that were set up alike have one hash; those that leave out other users were not, whatever their files are called. */
class ConfigurationHashTest {
    private static SortedMap<String, String> excluding(String file) {
        return new TreeMap<>(Map.of("--alpha", "0.05", "--exclude-users", file));
    }

    @Test
    void usersCountAndNotTheNameOfTheirFile() {
        String one = ConfigurationHash.of(excluding("bots.txt"), Set.of(7L, -3L));
        assertThat(ConfigurationHash.of(excluding("copy.txt"), Set.of(-3L, 7L))).isEqualTo(one);
        assertThat(ConfigurationHash.of(excluding("bots.txt"), Set.of(7L))).isNotEqualTo(one);
        assertThat(ConfigurationHash.of(excluding("bots.txt"), Set.of())).isNotEqualTo(one);
    }

    @Test
    void withoutSuchAFileNothingIsAdded() {
        SortedMap<String, String> options = new TreeMap<>(Map.of("--alpha", "0.05"));
        assertThat(ConfigurationHash.of(options, Set.of())).isEqualTo(ConfigurationHash.of(options));
    }
}
