package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DayAndVariantTest {
    private static final String AT =
            "{\"request_id\":\"%s\",\"user_id\":\"%s\",\"ts\":\"%s\",\"items\":[{\"item_id\":\"i1\",\"rank\":1}]}";

    @TempDir
    Path folder;

    @Test
    void breaksKpisDownByTheDayOfTheExposure() {
        JsonNode days = report(new Logs(folder)
                        .exposure("r1", "u1", 2, "")
                        .exposure("r2", "u2", 2, "")
                        .exposure("r3", "u3", 4, "")
                        .click("r1", "u1", 9)
                        .command("report", "--format", "json"))
                .path("kpis")
                .path("by_day");

        assertThat(days.propertyNames()).containsExactly("2026-11-02", "2026-11-04");
        assertThat(ctr(days, "2026-11-02")).isEqualTo(0.5);
        assertThat(ctr(days, "2026-11-04")).isEqualTo(0);
    }

    @Test
    void endsADayWhereTheTimeZoneDoes() {
        // The day of the change from summer time in Berlin: 2026-10-25 lasts from 22:00Z of the 24th to 23:00Z of the
        // 25th.
        Logs logs = new Logs(folder)
                .line(String.format(AT, "r1", "u1", "2026-10-24T21:59:59.999Z"))
                .line(String.format(AT, "r2", "u2", "2026-10-24T22:00:00Z"))
                .line(String.format(AT, "r3", "u3", "2026-10-25T22:59:59Z"))
                .line(String.format(AT, "r4", "u4", "2026-10-25T23:00:00Z"));
        JsonNode days = report(logs.command("report", "--format", "json", "--time-zone", "Europe/Berlin"))
                .path("guardrails")
                .path("by_day");

        assertThat(days.propertyNames()).containsExactly("2026-10-24", "2026-10-25", "2026-10-26");
        assertThat(days.path("2026-10-25").path(0).path("n").asInt()).isEqualTo(2);
    }

    /** In Auckland the last second of the year 9999 is one of the year 10000, whose name would sort before all others. */
    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Pacific/Auckland", "Pacific/Honolulu"})
    void daysAndHoursHaveYearsOfFourDigitsInOrder(String zone) {
        Logs logs = new Logs(folder)
                .line(String.format(AT, "r1", "u1", "9999-12-31T23:59:59-23:59"))
                .line(String.format(AT, "r2", "u2", "0000-01-01T00:00:00+23:59"))
                .line(String.format(AT, "r3", "u3", "0001-01-01T12:00:00Z"))
                .line(String.format(AT, "r4", "u4", "9999-12-31T23:59:59Z"));
        JsonNode report = report(logs.command("report", "--format", "json", "--time-zone", zone));

        assertThat(report.at("/summary/first_exposure").asString()).isEqualTo("0000-01-01T00:00:00Z");
        assertThat(report.at("/summary/last_exposure").asString()).isEqualTo("9999-12-31T23:59:59.999999Z");
        assertThat(report.at("/guardrails/by_day").propertyNames())
                .hasSize(3)
                .allMatch(day -> day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"))
                .last()
                .isEqualTo("9999-12-31");
        assertThat(report.at("/data_quality/by_hour").values())
                .isNotEmpty()
                .allMatch(hour -> hour.path("hour").asString().matches("[0-9]{4}-.*"));
    }

    @Test
    void refusesAnUnknownTimeZone() {
        FixedRun run = FixedRun.of(
                new Logs(folder).exposure("r1", "u1", 2, "").command("report", "--time-zone", "Europe/Belin"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("unknown time zone Europe/Belin");
    }

    @Test
    void breaksKpisDownByTheVariantOfEachExperiment() throws IOException {
        Path assignments = folder.resolve("a.jsonl");
        Files.write(
                assignments,
                List.of(
                        assignment("x", "A", "r1"),
                        assignment("x", "B", "r2"),
                        assignment("x", "A", "r3"),
                        assignment("x", "B", "r3"),
                        assignment("y|z", "on", "r1"),
                        assignment("x", "A", "r1")));
        JsonNode variants = report(new Logs(folder)
                        .exposure("r1", "u1", 2, "")
                        .exposure("r2", "u2", 2, "")
                        .exposure("r3", "u3", 2, "")
                        .exposure("r4", "u4", 2, "")
                        .click("r2", "u2", 2)
                        .command("report", "--format", "json", "--assignments", assignments.toString()))
                .path("kpis")
                .path("by_variant");

        assertThat(variants.propertyNames())
                .containsExactly(
                        "experiment=x|variant=(contradicting)",
                        "experiment=x|variant=(missing)",
                        "experiment=x|variant=A",
                        "experiment=x|variant=B",
                        "experiment=y\\|z|variant=(missing)",
                        "experiment=y\\|z|variant=on");
        assertThat(ctr(variants, "experiment=x|variant=B")).isEqualTo(1);
        assertThat(ctr(variants, "experiment=x|variant=A")).isEqualTo(0);
        assertThat(variants.path("experiment=y\\|z|variant=(missing)")
                        .path(0)
                        .path("n")
                        .asInt())
                .isEqualTo(3);
    }

    private static String assignment(String experiment, String variant, String request) {
        return "{\"experiment_id\":\"" + experiment + "\",\"variant\":\"" + variant + "\",\"request_id\":\"" + request
                + "\",\"user_id\":\"u1\",\"ts\":\"2026-11-02T09:00:00Z\"}";
    }

    private static JsonNode report(String... command) {
        FixedRun run = FixedRun.of(command);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        return JsonMapper.shared().readTree(run.out());
    }

    private static double ctr(JsonNode slices, String name) {
        JsonNode row = slices.path(name).path(0);
        assertThat(row.path("name").asString()).isEqualTo("ctr");
        return row.path("value").asDouble();
    }
}
