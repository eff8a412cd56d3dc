package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Logs read through a map count like the same logs written as the contracts say, and nothing about a map goes unnoticed. */
class MapTest {
    private static final String SEED = "{\"request_id\":\"req_%d\",\"tenant\":\"demo\",\"surface\":\"home\","
            + "\"user_id\":\"u_hash_%d\",\"timestamp\":\"2026-01-27T12:00:%02dZ\",\"items\":[{\"item_id\":\"A\",\"rank\":1}]}";
    private static final String SEED_BY_HAND = "{\"request_id\":\"req_%d\",\"user_id\":\"u_hash_%d\","
            + "\"ts\":\"2026-01-27T12:00:%02dZ\",\"items\":[{\"item_id\":\"A\",\"rank\":1}],"
            + "\"context\":{\"tenant_id\":\"demo\",\"surface\":\"home\"}}";

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String seed(String name, String format) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            lines.append(String.format(java.util.Locale.ROOT, format, i, i % 7, i))
                    .append('\n');
        }
        return file(name, lines.toString());
    }

    private String outcomes(String type, String time) throws IOException {
        return file(type + ".jsonl", """
                {"request_id":"req_3","user_id":"u_hash_3","item_id":"A","event_type":"%1$s","%2$s":"2026-01-27T12:01:00Z"}
                {"request_id":"req_5","user_id":"u_hash_5","item_id":"A","event_type":"%1$s","%2$s":"2026-01-27T12:01:00Z"}
                """.formatted(type, time));
    }

    @Test
    void aMapWithoutAPartForAnyInputIsTold() throws IOException {
        String map = file("map.yaml", "version: 1\nassignments:\n  user_id: uid\n");
        String warning = "recsys-eval: warning: --map " + map + " has no rules for exposures";
        String log = "testdata/clean/exposures.jsonl";
        Cli validate = Run.of("validate", "--schema=exposure.v1", "--map=" + map, log);
        assertThat(validate.exitCode()).isZero();
        assertThat(validate.err()).isEqualTo(warning + ", which are read as they are\n");
        Cli report = Run.of("report", "--exposures=" + log, "--outcomes=testdata/clean/outcomes.jsonl", "--map=" + map);
        assertThat(report.exitCode()).isZero();
        assertThat(report.err()).isEqualTo(warning + " or outcomes, which are read as they are\n");
        assertThat(Run.of("validate", "--schema=exposure.v1", "--map=" + map, "--quiet", log)
                        .err())
                .isEmpty();
    }

    /** All that a report says about the data, without where it came from. */
    private static JsonNode figures(Cli run) {
        assertThat(run.err()).isEmpty();
        ObjectNode report = (ObjectNode) run.json();
        return report.without(List.of("run", "provenance"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"join", "offline", "report"})
    void theRecordOfTheIntegrationGuideCountsAsItsTwinWrittenByHand(String command) throws IOException {
        Cli mapped = Run.of(
                command,
                "--map",
                "minimal",
                "--exposures",
                seed("seed.jsonl", SEED),
                "--outcomes",
                outcomes("purchase", "timestamp"),
                "--slice",
                "tenant_id,surface",
                "--format",
                "json");
        Cli byHand = Run.of(
                command,
                "--exposures",
                seed("hand.jsonl", SEED_BY_HAND),
                "--outcomes",
                outcomes("conversion", "ts"),
                "--slice",
                "tenant_id,surface",
                "--format",
                "json");

        assertThat(figures(mapped)).isEqualTo(figures(byHand));
        assertThat(mapped.json().at("/provenance/inputs/0/mapping/mapped").asInt())
                .isEqualTo(40);
        assertThat(byHand.json().at("/provenance/inputs/0/mapping").isNull()).isTrue();
    }

    /** The service's record as its own evaluation format has it; both by hand from the service's documentation of its fields. */
    @Test
    void theServicesOwnLogIsReadAsTheServiceWouldHaveWrittenItForEvaluation() throws IOException {
        String service = file("service.jsonl", """
                {"schema_version":"v1","timestamp":"2026-02-05T10:00:00.5Z","request_id":"r1","tenant_id":"demo","surface":"home","segment":"new","algo_version":"a1","config_version":"c1","rules_version":"x1","experiment":{"id":"e1","variant":"B"},"subject":{"user_id_hash":"u","session_id_hash":"s"},"context":{"locale":"fi","device":"web"},"items":[{"item_id":"i1","rank":1,"score":0.5}]}
                {"schema_version":"v1","timestamp":"2026-02-05T10:00:01Z","request_id":"r2","subject":{"session_id_hash":"s2"}}
                {"schema_version":"v1","timestamp":"2026-02-05T10:00:02Z","request_id":"r3","items":[]}
                """);
        Path left = folder.resolve("left.jsonl");

        Cli run = Run.of(
                "join",
                "--map",
                "service_v1",
                "--exposures",
                service,
                "--outcomes",
                file("none.jsonl", ""),
                "--unmatched-exposures",
                left.toString(),
                "--format",
                "json");

        String end = ",\"class\":\"without_outcome\",\"reason\":\"no outcome has its request_id\"}";
        assertThat(Files.readAllLines(left))
                .containsExactly(
                        "{\"request_id\":\"r1\",\"user_id\":\"u\",\"ts\":\"2026-02-05T10:00:00.5Z\",\"items\":[{\"item_id\":\"i1\",\"rank\":1,\"score\":0.5}],"
                                + "\"context\":{\"locale\":\"fi\",\"device\":\"web\",\"tenant_id\":\"demo\",\"surface\":\"home\",\"segment\":\"new\",\"algo_version\":\"a1\","
                                + "\"config_version\":\"c1\",\"rules_version\":\"x1\",\"experiment_id\":\"e1\",\"experiment_variant\":\"B\"}"
                                + end,
                        "{\"request_id\":\"r2\",\"user_id\":\"s2\",\"ts\":\"2026-02-05T10:00:01Z\",\"items\":[]" + end,
                        "{\"request_id\":\"r3\",\"user_id\":\"r3\",\"ts\":\"2026-02-05T10:00:02Z\",\"items\":[]" + end);
        assertThat(run.json().at("/summary/unit").asString())
                .isEqualTo("subject.user_id_hash or subject.session_id_hash or request_id");
        assertThat(run.json().at("/warnings").toString()).contains("in 1 of 3 exposures a session serves as user");
    }

    @Test
    void violationsPointAtTheLineAndFieldThatWereLogged() throws IOException {
        String map = file("m.yaml", """
                version: 1
                exposures:
                  ts: {from: meta.at, as: epoch_seconds}
                  context.tenant_id: shop.name
                  items: {from: shown, item_id: [sku, id], rank: pos}
                """);
        String log = file("e.jsonl", """
                {"request_id":"a","user_id":"u","meta":{"at":1},"shop":{"name":"x"},"shown":[{"sku":"i","pos":1}]}

                {"request_id":"b","user_id":"u","meta":{"at":"soon"},"shop":{"name":[]},"shown":[{"sku":"i","pos":1},{"id":7,"pos":0}]}
                {"request_id":"c","user_id":"u","meta":{"at":1},"shop":{"name":"x"},"shown":[{"pos":1}],"extra":1}
                {"request_id":"d","user_id":"u","meta":{"at":1},"shop":{"name":"x"},"shown":[{"sku":"i","pos":1}]
                """);
        Path rejects = folder.resolve("rejects.jsonl");

        Cli run = Run.of(
                "validate",
                "--schema",
                "exposure.v1",
                "--map",
                map,
                "--rejects",
                rejects.toString(),
                "--format",
                "json",
                log);

        List<String> told = new ArrayList<>();
        run.json()
                .get("violations")
                .values()
                .forEach(violation -> violation
                        .get("examples")
                        .values()
                        .forEach(example -> told.add(example.get("line").asInt() + " "
                                + example.get("pointer").asString() + " "
                                + example.get("message").asString())));
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "3 /meta/at not an RFC 3339 date-time such as 2026-11-20T10:00:00Z; the map reads it as epoch_seconds",
                        "3 /shop/name is an array, must be a string",
                        "3 /shown/1/id is an integer, must be a string",
                        "3 /shown/1/pos is below 1; ranks are 1-based",
                        "4 /shown/0 required property \"item_id\" is missing; the map takes it from \"sku\" or \"id\"",
                        "4  unknown property \"extra\"",
                        "5  ends before the object is closed; file cut off?");
        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_RECORDS);
        assertThat(Files.readAllLines(rejects))
                .isEqualTo(Files.readAllLines(Path.of(log)).subList(2, 5));
    }

    @Test
    void recordsLeftOutAndFieldsDroppedAreCounted() throws IOException {
        String map = file("m.yaml", """
                version: 1
                outcomes:
                  event_type: {from: what, values: {buy: conversion, tap: click}, others: ignore}
                  drop: [debug]
                """);
        String log = file("o.jsonl", """
                {"request_id":"a","user_id":"u","item_id":"i","what":"buy","ts":"2026-01-01T00:00:00Z","debug":1}
                {"request_id":"a","user_id":"u","item_id":"i","what":"scroll","ts":"2026-01-01T00:00:00Z","debug":1}
                {"request_id":"a","user_id":"u","item_id":"i","what":"tap","ts":"2026-01-01T00:00:00Z"}
                """);

        Cli run = Run.of("validate", "--schema", "outcome.v1", "--map", map, "--format", "json", log);

        JsonNode mapping = run.json().get("mapping");
        assertThat(run.json().get("records").asInt()).isEqualTo(2);
        assertThat(mapping.get("mapped").asInt()).isEqualTo(2);
        assertThat(mapping.get("ignored").asInt()).isEqualTo(1);
        assertThat(mapping.get("dropped").toString()).isEqualTo("{\"debug\":1}");
        assertThat(Run.of("validate", "--schema", "outcome.v1", "--map", map, log)
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("2 records rewritten, 1 left out, debug dropped from 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exposures: {timestamp: ts} | did you mean ts: timestamp?",
                "exposures: {request: rid} | did you mean request_id?",
                "exposures: {foo: bar} | foo is not a field of exposure.v1; there are",
                "outcomes: {context.surface: place} | outcome.v1 has no context",
                "exposures: {user_id: request_id, request_id: user_id} | a cycle: user_id is taken from request_id",
                "expsures: {ts: timestamp} | did you mean exposures?",
                "preset: minmal | did you mean minimal?",
                "exposures: {ts: {from: at, as: epoch_second}} | did you mean epoch_seconds?",
                "exposures: {user_id: {from: at, as: epoch_seconds}} | makes a time, which user_id is not",
                "exposures: {ts: {frm: at}} | did you mean from?",
                "outcomes: {event_type: {from: what, values: {buy: convertion}}} | did you mean conversion?",
                "exposures: {items: {from: x, itemid: y}} | did you mean item_id?",
                "exposures: {user_id: $value} | is for the fields of items",
                "exposures: {items: {from: x, rank: $positon}} | did you mean $position?",
                "exposures: {ts: at, drop: [at]} | at is dropped and yet used",
                "exposures: {items: {from: x, item_id: {from: y, values: {a: ignore}}}} | leaves out whole records",
                "exposures: {ts: []} | names no field",
                "exposures: {ts: {constant: x, from: y}} | a constant stands alone",
            })
    void whatMakesNoSenseIsAnErrorWithASuggestion(String rules, String told) throws IOException {
        String map = file("m.yaml", "version: 1\n" + rules + "\n");

        Cli run = Run.of("validate", "--schema", "exposure.v1", "--map", map, "no-such-file");

        assertThat(run.err()).startsWith("recsys-eval: " + map + ":2: ").contains(told);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aFieldThatNoRecordHasIsAnErrorAfterReading() throws IOException {
        String map = file("m.yaml", "version: 1\npreset: minimal\nexposures:\n  context.locale: lokale\n");
        String log = file("e.jsonl", SEED.formatted(1, 1, 1).replace("\"tenant\"", "\"locale\":\"fi\",\"tenant\""));
        Path rejects = folder.resolve("rejects.jsonl");

        Cli run = Run.of("validate", "--schema", "exposure.v1", "--map", map, "--rejects", rejects.toString(), log);

        assertThat(run.err())
                .contains("context.locale from lokale, which no record of the exposures has; did you mean locale?");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(rejects).doesNotExist();
        assertThat(Run.of("join", "--map", map, "--exposures", log, "--outcomes", file("o", ""))
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 201})
    void tooManyRulesAreAnError(int rules) throws IOException {
        StringBuilder map = new StringBuilder("version: 1\nexposures:\n");
        for (int i = 0; i < rules; i++) {
            map.append("  context.k").append(i).append(": f").append(i).append('\n');
        }

        Cli run = Run.of("validate", "--schema", "exposure.v1", "--map", file("m.yaml", map.toString()), "x");

        assertThat(run.err()).contains("exposures has " + rules + " rules, and 200 are the most");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void otherHostileMapsAreErrors() throws IOException {
        List<String> maps = List.of(
                "version: 1\nexposures:\n  ts: " + "a.".repeat(100_000) + "b\n",
                "version: 1\nexposures:\n  user_id: {constant: " + "x".repeat(900_000) + "}\n",
                "version: 1\nexposures: " + "{a: ".repeat(20_000) + "b" + "}".repeat(20_000) + "\n",
                "version: 1\nexposures:\n  user_id: [" + "a, ".repeat(21) + "b]\n",
                "version: 1\nexposures:\n  ts: &x at\n  user_id: *x\n",
                "version: 1\nexposures:\n" + "  # ".repeat(300_000) + "\n");
        for (String map : maps) {
            Cli run = Run.of("validate", "--schema", "exposure.v1", "--map", file("m.yaml", map), "x");

            assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err().length()).isLessThan(500);
        }
    }

    @Test
    void givesTheSameBytesForAnyThreadsFilesAndCompression() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 9_000; i++) {
            lines.append(SEED.formatted(i, i % 700, i % 60)).append(i % 100 == 0 ? "broken\n" : "\n");
        }
        String whole = file("whole.jsonl", lines.toString());
        int half = lines.indexOf("\n", lines.length() / 2) + 1;
        file("part-1.jsonl", lines.substring(0, half));
        file("part-2.jsonl", lines.substring(half));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(lines.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        String gz =
                Files.write(folder.resolve("whole.gz"), packed.toByteArray()).toString();
        String outcomes = outcomes("purchase", "timestamp");

        JsonNode first = mapped(whole, outcomes, "1");

        assertThat(mapped(whole, outcomes, "5")).isEqualTo(first);
        assertThat(mapped(gz, outcomes, "3")).isEqualTo(first);
        assertThat(mapped(folder.resolve("part-*.jsonl").toString(), outcomes, "2")
                        .at("/kpis"))
                .isEqualTo(first.at("/kpis"));
        assertThat(mapped("-", outcomes, "2", lines.toString()).at("/kpis")).isEqualTo(first.at("/kpis"));
        assertThat(first.at("/summary/cases_evaluated").asInt()).isEqualTo(8_910);
    }

    private static JsonNode mapped(String exposures, String outcomes, String threads) {
        return mapped(exposures, outcomes, threads, "");
    }

    private static JsonNode mapped(String exposures, String outcomes, String threads, String input) {
        Cli run = Run.with(
                input,
                "report",
                "--map",
                "minimal",
                "--exposures",
                exposures,
                "--outcomes",
                outcomes,
                "--threads",
                threads,
                "--max-invalid-rate",
                "0.1",
                "--format",
                "json");
        ObjectNode report = (ObjectNode) run.json();
        report.remove(List.of("run", "provenance"));
        ((ObjectNode) report.get("data_quality")).remove("violations");
        return report;
    }

    @Test
    void theConfigurationHoldsAPresetAPathOrTheRules() throws IOException {
        seed("seed.jsonl", SEED);
        outcomes("purchase", "timestamp");
        file("rules.yaml", "version: 1\npreset: minimal\n");
        String inputs = "version: 1\ninput: {exposures: seed.jsonl, outcomes: purchase.jsonl}\n";
        for (String map : List.of("map: minimal", "map: rules.yaml", "map: {preset: minimal}")) {
            String config = file("c.yaml", inputs + map + "\n");

            Cli run = Run.of("report", "--config", config, "--format", "json");

            assertThat(run.exitCode()).as(map + run.err()).isZero();
            assertThat(run.json().at("/summary/cases_evaluated").asInt()).isEqualTo(40);
            assertThat(Run.of("config", "check", config).out()).contains("  map ");
        }
        String wrong = file("c.yaml", inputs + "map: {exposures: {tss: at}}\n");
        assertThat(Run.of("config", "check", wrong).err())
                .contains("c.yaml:3: tss is not a field")
                .contains("did you mean ts?");
        String inCommand = file("c.yaml", inputs + "report: {map: {preset: minimal}}\n");
        assertThat(Run.of("config", "check", inCommand).err()).contains("rules belong at the top");
    }

    @Test
    void linesGrowNoLongerThanLinesMayBe() throws IOException {
        String map = file("m.yaml", "version: 1\nexposures:\n  context.a: x\n  context.b: x\n  context.c: x\n");
        String log = file("e.jsonl", """
                {"request_id":"a","user_id":"u","ts":"2026-01-01T00:00:00Z","items":[],"x":"%s"}
                """.formatted("y".repeat(400)));

        Cli run = Run.of("validate", "--schema", "exposure.v1", "--map", map, "--max-line-bytes", "1000", log);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_RECORDS);
        assertThat(run.out()).contains("longer than 1000 bytes");
    }
}
