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

    /**
     * Home shows ranks 1 and 2, the cart rank 2 only. Rank 1: 3 clicks of 4 slots; rank 2: 3 of 8. Expected at home 4 * 3/4 + 4 * 3/8 = 4.5
     * of 4 clicks, in the cart 4 * 3/8 = 1.5 of 2.
     */
    @Test
    void clicksStandBesideThoseExpectedFromPositionAlone() {
        Logs logs = new Logs(folder);
        for (int i = 1; i <= 4; i++) {
            logs.line(line("h" + i, "home", "{\"item_id\":\"i1\",\"rank\":1},{\"item_id\":\"i2\",\"rank\":2}"));
            logs.line(line("c" + i, "cart", "{\"item_id\":\"i1\",\"rank\":2}"));
        }
        logs.click("h1", "u", 2)
                .click("h2", "u", 2)
                .click("h3", "u", 2)
                .click("c1", "u", 2)
                .click("c2", "u", 2);
        logs.outcome("click", "h4", "u", 2, "", "i2");
        JsonNode rows = Run.of(logs.command("report", "--slice=surface", "--format=json"))
                .json()
                .at("/kpis/against_position");
        assertThat(rows.at("/surface=home/clicks").asLong()).isEqualTo(4);
        assertThat(rows.at("/surface=home/n").asLong()).isEqualTo(8);
        assertThat(rows.at("/surface=home/expected").asDouble()).isEqualTo(4.5);
        assertThat(rows.at("/surface=home/value").asDouble()).isEqualTo(4 / 4.5);
        assertThat(rows.at("/surface=cart/expected").asDouble()).isEqualTo(1.5);
        assertThat(rows.at("/surface=cart/value").asDouble()).isEqualTo(2 / 1.5);
        assertThat(Run.of(logs.command("report", "--slice=surface")).out())
                .contains("expected from position alone", "| surface=cart |      2 |      1.5 |             1.333 |");
    }

    private static String line(String request, String surface, String items) {
        return "{\"request_id\":\"" + request + "\",\"user_id\":\"u" + request
                + "\",\"ts\":\"2026-11-02T10:00:00Z\",\"items\":[" + items + "],\"context\":{\"surface\":\"" + surface
                + "\"}}";
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
                .contains("- `latency_p50_ms`, `latency_p95_ms`, `latency_p99_ms`: client or server: undeclared\n"
                        + "- `latency_p99_ms`: not enough data for p99\n");
    }
}
