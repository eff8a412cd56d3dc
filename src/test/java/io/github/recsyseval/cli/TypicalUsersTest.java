package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** KPIs without users who are unlike the others, counted by hand. */
class TypicalUsersTest {
    @TempDir
    private Path folder;

    /**
     * 199 people with one exposure each, of whom 20 click once; a robot with 20 exposures and 41 clicks, all on the first; somebody
     * with 19 exposures and 57 clicks, too few exposures for a robot. 238 exposures, 118 clicks: the mean is 0.496, five times that is
     * 2.48 clicks on each; the robot has 2.05 and is none.
     */
    private Logs logs(int clicksOfTheRobot) {
        Logs logs = new Logs(folder);
        for (int i = 0; i < 199; i++) {
            logs.exposure("p" + i, "person" + i, 2, "");
            if (i < 20) {
                logs.click("p" + i, "person" + i, 2);
            }
        }
        for (int i = 0; i < 20; i++) {
            logs.exposure("r" + i, "robot", 2, "");
        }
        for (int i = 0; i < clicksOfTheRobot; i++) {
            logs.click("r0", "robot", 2);
        }
        for (int i = 0; i < 19; i++) {
            logs.exposure("k" + i, "keen", 2, "");
        }
        for (int i = 0; i < 57; i++) {
            logs.click("k0", "keen", 2);
        }
        return logs;
    }

    @Test
    void robotsAreLeftOut() {
        // 238 exposures, 20 + 57 + 160 = 237 clicks: 5 times the mean is 4.98, the robot has 8 on each.
        JsonNode without = without(160).path(0);
        assertThat(without.path("group").asString()).isEqualTo("robots");
        assertThat(without.path("threshold").asDouble()).isEqualTo(5.0 * 237 / 238);
        assertThat(without.path("users").asLong()).isEqualTo(1);
        assertThat(without.path("exposures").asLong()).isEqualTo(20);
        JsonNode ctr = without.at("/metrics/0");
        assertThat(ctr.path("numerator").asDouble()).isEqualTo(77);
        assertThat(ctr.path("n").asLong()).isEqualTo(218);
        assertThat(ctr.path("users").asLong()).isEqualTo(200);
    }

    @Test
    void manyClicksAloneMakeNoRobot() {
        JsonNode without = without(41).path(0);
        assertThat(without.path("threshold").asDouble()).isEqualTo(5.0 * 118 / 238);
        assertThat(without.path("users").asLong()).isZero();
        assertThat(without.at("/metrics/0/numerator").asDouble()).isEqualTo(118);
        assertThat(Run.of(logs(41).command("report")).out())
                .contains("without heavy users", "Robots: users with at least 20")
                .containsPattern("Robots: .*: none\\.")
                .doesNotContain("| without robots");
    }

    /** The median of 201 users has one exposure, so both with more than ten are heavy. */
    @Test
    void heavyUsersAreLeftOut() {
        JsonNode without = without(41).path(1);
        assertThat(without.path("group").asString()).isEqualTo("heavy_users");
        assertThat(without.path("threshold").asDouble()).isEqualTo(10);
        assertThat(without.path("users").asLong()).isEqualTo(2);
        assertThat(without.path("exposures").asLong()).isEqualTo(39);
        assertThat(without.at("/metrics/0/numerator").asDouble()).isEqualTo(20);
        assertThat(without.at("/metrics/0/n").asLong()).isEqualTo(199);
    }

    private JsonNode without(int clicksOfTheRobot) {
        return Run.of(logs(clicksOfTheRobot).command("report", "--format=json"))
                .json()
                .at("/kpis/without");
    }
}
