package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** CTR by rank knows that users repeat themselves. */
class RankIntervalTest {
    @TempDir
    private Path folder;

    /**
     * 100 users with 20 exposures each, of whom 10 always click. By user: sum e^2 = 10 (20 * 0.9)^2 + 90 (20 * 0.1)^2 = 3600, the variance
     * 100/99 * 3600 / 2000^2, and t with 99 degrees of freedom 1.984: a half width of 0.0598. Groups in which users meet by chance change
     * it a little. As if slots were independent it would be 0.0131.
     */
    @Test
    void isAsWideAsTheUsersAreFew() {
        Logs logs = new Logs(folder);
        for (int user = 0; user < 100; user++) {
            for (int i = 0; i < 20; i++) {
                logs.exposure("r" + user + "-" + i, "u" + user, 2, "");
                if (user < 10) {
                    logs.click("r" + user + "-" + i, "u" + user, 2);
                }
            }
        }
        JsonNode rank = Run.of(logs.command("report", "--format=json")).json().at("/kpis/ctr_by_rank/0");
        assertThat(rank.path("value").asDouble()).isEqualTo(0.1);
        assertThat(rank.path("n").asLong()).isEqualTo(2000);
        assertThat(rank.path("clicks").asLong()).isEqualTo(200);
        double upper = rank.at("/interval/upper").asDouble();
        assertThat(upper - 0.1).isCloseTo(0.0598, within(0.009));
        assertThat(0.1 - rank.at("/interval/lower").asDouble()).isCloseTo(upper - 0.1, within(1e-12));
        assertThat(rank.at("/interval/method").asString()).isEqualTo("delta_by_user_group");
    }

    /** 200 latencies cannot bound a p99 from above: an upper end exists from 368 on. */
    @Test
    void quantileOfTooFewSaysSo() {
        Logs logs = new Logs(folder);
        for (int i = 1; i <= 200; i++) {
            logs.exposure("r" + i, "u" + i, 2, "\"latency_ms\":" + i);
        }
        String[] command = logs.click("r1", "u1", 2).command("report", "--format=json");
        JsonNode rows = Run.of(command).json().at("/guardrails/metrics");
        assertThat(rows.path(4).path("name").asString()).isEqualTo("latency_p99_ms");
        assertThat(rows.path(4).path("value").asDouble()).isEqualTo(198);
        assertThat(rows.path(4).at("/interval/upper").isNull()).isTrue();
        assertThat(rows.path(4).path("reason").asString()).isEqualTo("not enough data for p99");
        assertThat(rows.path(3).path("reason").isNull()).isTrue();
        assertThat(Run.of(logs.command("report")).out())
                .contains("`latency_p99_ms`, client or server: undeclared, not enough data for p99");
    }
}
