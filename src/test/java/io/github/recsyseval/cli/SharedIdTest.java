package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** J26: a user_id that stands for many people is found, and busy users are not. */
class SharedIdTest {
    @TempDir
    Path folder;

    private Logs logs;

    @BeforeEach
    void begin() {
        logs = new Logs(folder);
    }

    private void requests(String user, int count) {
        for (int i = 0; i < count; i++) {
            String request = user + "-" + i;
            logs.exposure(request, user, 2 + i % 20, "");
            if (i % 3 == 0) {
                logs.click(request, user, 2 + i % 20);
            }
        }
    }

    private JsonNode report() {
        return JsonMapper.shared()
                .readTree(
                        FixedRun.of(logs.command("report", "--format", "json")).out());
    }

    private static Optional<JsonNode> finding(JsonNode report) {
        return report.at("/data_quality/findings")
                .valueStream()
                .filter(row -> row.path("code").asString().equals("J26"))
                .findFirst();
    }

    @Test
    void halfOfTheExposuresUnderOneIdBreakTrust() {
        for (int i = 0; i < 1000; i++) {
            requests("u" + i, 1);
        }
        requests("anonymous", 1000);
        JsonNode report = report();
        JsonNode finding = finding(report).orElseThrow();
        assertThat(finding.path("severity").asString()).isEqualTo("fail");
        assertThat(finding.toString())
                .contains("1 user_id has 50.0 % of the exposures")
                .doesNotContain("anonymous");
        assertThat(report.at("/summary/untrusted_because").toString()).contains("J26 shared-id");
    }

    @Test
    void anEighthIsWorthALook() {
        for (int i = 0; i < 700; i++) {
            requests("u" + i, 10);
        }
        requests("guest", 1000);
        assertThat(finding(report()).orElseThrow().path("severity").asString()).isEqualTo("warn");
    }

    /** A dozen companies, one of them with three times as many requests as the others. */
    @Test
    void fewBusyUsersAreUsers() {
        for (String company : List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k")) {
            requests(company, 100);
        }
        requests("big", 300);
        assertThat(finding(report())).isEmpty();
    }

    /** A monitor that asks for lists around the clock and clicks on nothing. */
    @Test
    void aMachineThatNeverClicksIsFound() {
        for (int i = 0; i < 500; i++) {
            requests("u" + i, 2);
        }
        for (int i = 0; i < 250; i++) {
            logs.exposure("m-" + i, "monitor", 2 + i % 20, "");
        }
        JsonNode finding = finding(report()).orElseThrow();
        assertThat(finding.path("severity").asString()).isEqualTo("warn");
        assertThat(finding.path("count").intValue()).isBetween(250, 256);
        assertThat(finding.path("evidence").asString())
                .startsWith("1 user_id has 20.")
                .contains(" % of the exposures and fewer than 20 clicks");
    }

    @Test
    void oneIdForAllBreaksTrust() {
        requests("all", 1_000);
        JsonNode finding = finding(report()).orElseThrow();
        assertThat(finding.path("severity").asString()).isEqualTo("fail");
        assertThat(finding.path("evidence").asString()).isEqualTo("all 1,000 exposures have one user_id");
    }

    /** What somebody tries out at a desk. */
    @Test
    void aFewListsOfOneUserAreNothing() {
        requests("me", 40);
        assertThat(finding(report())).isEmpty();
    }
}
