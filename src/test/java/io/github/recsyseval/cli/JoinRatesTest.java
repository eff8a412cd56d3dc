package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Join rates by hour and variant on logs small enough to be counted by hand. */
class JoinRatesTest {
    @TempDir
    private Path folder;

    private final List<String> exposures = new ArrayList<>();
    private final List<String> outcomes = new ArrayList<>();
    private final List<String> assignments = new ArrayList<>();

    private void exposure(String request, String user, String time) {
        exposures.add("{\"request_id\":\"" + request + "\",\"user_id\":\"" + user + "\",\"ts\":\"2026-11-02T" + time
                + "Z\",\"items\":[{\"item_id\":\"a\",\"rank\":1}],\"context\":{\"surface\":\"home\"}}");
    }

    private void outcome(String request, String user, String time) {
        outcomes.add("{\"request_id\":\"" + request + "\",\"user_id\":\"" + user
                + "\",\"item_id\":\"a\",\"event_type\":\"click\",\"ts\":\"2026-11-02T" + time + "Z\"}");
    }

    private void assignment(String request, String user, String variant) {
        assignments.add("{\"experiment_id\":\"x\",\"variant\":\"" + variant + "\",\"request_id\":\"" + request
                + "\",\"user_id\":\"" + user + "\",\"ts\":\"2026-11-02T08:00:00Z\"}");
    }

    private JsonNode quality(String... more) throws IOException {
        Files.write(folder.resolve("exposures.jsonl"), exposures);
        Files.write(folder.resolve("outcomes.jsonl"), outcomes);
        Files.write(folder.resolve("assignments.jsonl"), assignments);
        List<String> args = new ArrayList<>(List.of("--assignments", folder + "/assignments.jsonl"));
        args.addAll(List.of(more));
        return CommandRun.on(folder.toString(), "join", args.toArray(String[]::new))
                .report()
                .get("data_quality");
    }

    @Test
    void exposuresCountInTheirHourAndOutcomesInTheirs() throws IOException {
        exposure("r1", "u1", "08:59:59");
        exposure("r2", "u2", "08:10:00");
        exposure("r3", "u3", "09:00:00");
        outcome("r1", "u1", "09:00:01");
        outcome("lost", "u2", "09:30:00");
        outcome("r3", "u3", "11:00:00");

        JsonNode hours = quality().get("by_hour");

        assertThat(hours).hasSize(3);
        assertHour(hours.get(0), "2026-11-02T08:00Z", 0.5, 2, null, 0);
        assertHour(hours.get(1), "2026-11-02T09:00Z", 1.0, 1, 0.5, 2);
        assertHour(hours.get(2), "2026-11-02T11:00Z", null, 0, 1.0, 1);
        assertThat(quality("--time-zone", "Asia/Kolkata").at("/by_hour/0/hour").asString())
                .isEqualTo("2026-11-02T13:00+05:30");
    }

    private static void assertHour(
            JsonNode row, String hour, Double exposureRate, long exposures, Double outcomeRate, long outcomes) {
        assertThat(row.get("hour").asString()).isEqualTo(hour);
        assertRate(row.get("exposure_join_rate"), exposureRate, exposures);
        assertRate(row.get("outcome_join_rate"), outcomeRate, outcomes);
    }

    private static void assertRate(JsonNode rate, Double value, long n) {
        assertThat(rate.get("n").asLong()).isEqualTo(n);
        if (value == null) {
            assertThat(rate.get("value").isNull()).isTrue();
            assertThat(rate.get("reason").asString()).isNotEmpty();
        } else {
            assertThat(rate.get("value").asDouble()).isEqualTo(value);
        }
    }

    @Test
    void outcomesBelongToTheVariantOfTheirRequest() throws IOException {
        for (int i = 0; i < 4; i++) {
            exposure("a" + i, "ua" + i, "08:00:00");
            assignment("a" + i, "ua" + i, "A");
            outcome("a" + i, "ua" + i, "08:00:05");
        }
        assignment("gone", "ub", "B");
        outcome("gone", "ub", "08:00:05");
        exposure("b", "ub", "08:00:00");
        assignment("b", "ub", "B");

        JsonNode variants = quality().get("by_variant");

        assertThat(List.copyOf(variants.propertyNames()))
                .containsExactly("experiment=x|variant=A", "experiment=x|variant=B");
        JsonNode b = variants.get("experiment=x|variant=B");
        assertThat(CommandRun.row(b, "exposure_join_rate").get("value").asDouble())
                .isZero();
        assertThat(CommandRun.row(b, "outcome_join_rate").get("value").asDouble())
                .isZero();
        assertThat(CommandRun.row(b, "assignment_join_rate").get("value").asDouble())
                .isEqualTo(0.5);
        assertThat(CommandRun.row(b, "assignment_join_rate").get("n").asLong()).isEqualTo(2);
        JsonNode a = variants.get("experiment=x|variant=A");
        assertThat(CommandRun.row(a, "outcome_join_rate").get("n").asLong()).isEqualTo(4);
    }

    /** 200 users with one outcome each: 100 of A of which 90 join, 100 of B of which 70 join. */
    @Test
    void saysWhetherVariantsLoseDifferently() throws IOException {
        for (int i = 0; i < 100; i++) {
            for (String variant : List.of("A", "B")) {
                String id = variant + i;
                exposure(id, "u" + id, "08:00:00");
                boolean lost = i >= (variant.equals("A") ? 90 : 70);
                assignment(lost ? "x" + id : id, "u" + id, variant);
                outcome(lost ? "x" + id : id, "u" + id, "08:00:05");
            }
        }

        JsonNode tests = quality("--slice", "surface").get("loss_tests");

        JsonNode test = null;
        for (JsonNode row : tests) {
            if (row.get("metric").asString().equals("outcome_join_rate")
                    && row.get("between").asString().equals("variant of x")) {
                test = row;
            }
        }
        assertThat(test).isNotNull();
        // d = K/(K-1) = 100/99 with one outcome a user; scipy.stats.chi2_contingency([[90, 70], [10, 30]] / d, False)
        // gives 12.5 * 99/100 and chi2.sf(12.375, 1) = 0.000435
        assertThat(test.get("statistic").asDouble()).isCloseTo(12.375, within(1e-9));
        assertThat(test.get("p_value").asDouble()).isCloseTo(0.00043512080426363697, within(1e-9));
        assertThat(test.get("groups").asInt()).isEqualTo(2);
    }

    @Test
    void tooManyHoursAreNotShownAndTheWarningSaysWhy() throws IOException {
        exposure("r1", "u1", "08:00:00");
        for (int i = 0; i < 1_500; i++) {
            outcomes.add(
                    "{\"request_id\":\"r1\",\"user_id\":\"u1\",\"item_id\":\"a\",\"event_type\":\"click\",\"ts\":\""
                            + java.time.Instant.parse("2026-11-02T08:00:00Z").plusSeconds(3_600L * i) + "\"}");
        }

        assertThat(quality().get("by_hour")).isEmpty();
        assertThat(CommandRun.on(folder.toString(), "join")
                        .report()
                        .get("warnings")
                        .toString())
                .contains("1488 hours");
    }
}
