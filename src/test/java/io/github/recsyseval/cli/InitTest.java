package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What init proposes runs at once, says why, and leaves alone what is there. */
class InitTest {
    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String config() throws IOException {
        return Files.readString(folder.resolve("c.yaml"));
    }

    private Cli init(String exposures, String outcomes, String... more) {
        String[] arguments = new String[7 + more.length];
        System.arraycopy(
                new String[] {
                    "init",
                    "--exposures",
                    exposures,
                    "--outcomes",
                    outcomes,
                    "--output",
                    folder.resolve("c.yaml").toString()
                },
                0,
                arguments,
                0,
                7);
        System.arraycopy(more, 0, arguments, 7, more.length);
        return Run.of(arguments);
    }

    private Cli report() {
        return Run.of("report", "--config", folder.resolve("c.yaml").toString(), "--format", "json");
    }

    @Test
    void logsThatFollowTheContractsNeedNoMap() throws IOException {
        Cli run = init("testdata/clean/exposures.jsonl", "testdata/clean/outcomes.jsonl");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(config())
                .doesNotContain("\nmap:")
                .contains("all 500 lines examined")
                .contains("  - surface\n")
                .contains("max_invalid_rate: 0.001    # 0 today")
                // 0.004 of the 500 lists are empty (truth.json: 2); 1.5 * 0.004 + 0.005
                .contains("max_empty_rate: 0.011    # 0.004 today");
        assertThat(report().exitCode()).isZero();
    }

    @Test
    void guessesAMapFromNamesAndValues() throws IOException {
        String exposures = file("e.jsonl", """
                {"rid":"r1","visitor":7,"at":1767225600123,"place":"home","shown":[{"sku":"a","pos":1},{"sku":"b","pos":2}],"trace":{"id":"x"}}
                {"rid":"r2","session":"s9","at":1767225605000,"place":"pdp","shown":[{"sku":"c","pos":1}],"trace":{"id":"y"}}
                """);
        String outcomes = file("o.jsonl", """
                {"rid":"r1","visitor":"7","action":"order_completed","sku":"b","price":"19.90","at":1767225660000}
                {"rid":"r1","visitor":"7","action":"scroll","sku":"b","at":1767225601000}
                """);

        assertThat(init(exposures, outcomes).err()).contains("wrote");

        assertThat(config())
                .contains("    request_id: rid\n")
                .contains("    user_id: [visitor, session]\n")
                .contains("    ts: {from: at, as: epoch_millis}\n")
                .contains("    items: {from: shown, item_id: sku, rank: pos}\n")
                .contains("    context.place: place\n")
                .contains("    event_type: {from: action, values: {order_completed: conversion}, others: ignore}\n")
                .contains("    value: {from: price, as: number}\n");
        assertThat(Run.of("config", "check", folder.resolve("c.yaml").toString())
                        .exitCode())
                .isZero();
    }

    @Test
    void takesAPresetWhereOneFits() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            lines.append("{\"request_id\":\"r")
                    .append(i)
                    .append("\",\"tenant\":\"demo\",\"surface\":\"home\",\"user_id\":\"u")
                    .append(i % 9)
                    .append("\",\"timestamp\":\"2026-01-27T12:00:00Z\",\"items\":[{\"item_id\":\"A\",\"rank\":1}]}\n");
        }
        String outcomes = file("o.jsonl", """
                {"request_id":"r1","user_id":"u1","event_type":"purchase","item_id":"A","timestamp":"2026-01-27T12:01:00Z"}
                """);

        init(file("e.jsonl", lines.toString()), outcomes);

        assertThat(config()).contains("\nmap: minimal\n").contains("# not tenant_id: one value only");
        assertThat(report().exitCode()).isZero();
    }

    @Test
    void overwritesNothingUnasked() throws IOException {
        file("c.yaml", "mine");

        Cli run = init("testdata/clean/exposures.jsonl", "testdata/clean/outcomes.jsonl");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("already exists; --force overwrites it");
        assertThat(config()).isEqualTo("mine");
        assertThat(init("testdata/clean/exposures.jsonl", "testdata/clean/outcomes.jsonl", "--force")
                        .exitCode())
                .isZero();
        assertThat(config()).contains("version: 1");
    }

    /** A limit at today's figures would be one that can never fail. */
    @Test
    void proposesNothingWhereMostLinesAreInvalid() throws IOException {
        String clean = "testdata/clean/outcomes.jsonl";
        String junk = file("junk", "junk\nmore\n");

        assertThat(init(junk, clean).exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(init(junk, clean).err())
                .startsWith("recsys-eval: most lines of " + junk + " are not exposure.v1, ")
                .contains("recsys-eval validate --schema exposure.v1 " + junk + " shows why");
        assertThat(init("testdata/clean/exposures.jsonl", junk).err())
                .startsWith("recsys-eval: most lines of " + junk + " are not outcome.v1, ");
        Cli empty = init(file("empty", "\n"), clean);
        assertThat(empty.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(empty.err()).contains("has no lines");
        // Beyond the 20,000 lines that are looked at, the report tells.
        String late =
                Files.readString(Path.of("testdata/clean/exposures.jsonl")).repeat(40) + "junk\n".repeat(20_001);
        assertThat(init(file("late", late), clean).err()).contains("late are not exposure.v1, ");
        assertThat(folder.resolve("c.yaml")).doesNotExist();
    }

    @Test
    void saysThatALimitToleratesInvalidLines() throws IOException {
        String half = Files.readString(Path.of("testdata/clean/exposures.jsonl")) + "junk\n".repeat(500);

        Cli run = init(file("half", half), "testdata/clean/outcomes.jsonl");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("\nrecsys-eval: warning: lines are invalid today");
        assertThat(config())
                .contains("  # Warning: lines are invalid today")
                .contains("\n  max_invalid_rate: 0.75    # 0.5 today\n");
        assertThat(report().exitCode()).isZero();
    }

    @Test
    void handsOnWhatTheReportComplainsAbout() throws IOException {
        Path logs = Files.createDirectory(folder.resolve("logs"));
        Files.copy(Path.of("testdata/clean/exposures.jsonl"), logs.resolve("a"));
        Files.copy(Path.of("testdata/clean/outcomes.jsonl"), logs.resolve("b"));

        Cli run = init(logs.toString(), "testdata/clean/outcomes.jsonl");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).containsOnlyOnce("recsys-eval: ").contains("holds outcome.v1 records");
    }

    /** The first lines can be read; limits at the figures of half a log would be wrong. */
    @Test
    void endsAsTheReportDoes() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            Files.copy(Path.of("testdata/clean/exposures.jsonl"), gzip);
        }
        byte[] bytes = packed.toByteArray();
        Path cut = folder.resolve("cut.jsonl.gz");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 100));

        Cli run = init(cut.toString(), "testdata/clean/outcomes.jsonl");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).containsOnlyOnce("recsys-eval: ").contains("cut.jsonl.gz");
        assertThat(folder.resolve("c.yaml")).doesNotExist();
    }

    @Test
    void refusesStandardInputAndMissingLogs() {
        assertThat(init("-", "testdata/clean/outcomes.jsonl").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(init("no-such-log", "testdata/clean/outcomes.jsonl").exitCode())
                .isEqualTo(ExitCode.INPUT);
        assertThat(folder.resolve("c.yaml")).doesNotExist();
    }

    @Test
    void namesInTheDataCannotWriteConfiguration() throws IOException {
        String exposures = file("e.jsonl", """
                {"request_id":"r1","user_id":"u","ts":"2026-01-01T00:00:00Z","items":[],"x: y\\nlimits: {strict: true} #":"a","\\u001b[31m":"b"}
                {"request_id":"r2","user_id":"u","ts":"2026-01-01T00:00:00Z","items":[],"x: y\\nlimits: {strict: true} #":"c","\\u001b[31m":"d"}
                """);

        Cli run = init(exposures, file("o.jsonl", ""));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(config()).doesNotContain("\nlimits: {strict").doesNotContain("\u001b");
        assertThat(report().json().at("/provenance/options/--strict").asString())
                .isEqualTo("false");
    }
}
