package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports as text for a terminal of 80 columns. */
class TextFormTest {
    @TempDir
    Path folder;

    private static List<String> command(String name, String... more) {
        List<String> args = new ArrayList<>(List.of(name));
        for (String log : List.of("exposures", "outcomes")) {
            args.addAll(List.of("--" + log, "testdata/clean/" + log + ".jsonl"));
        }
        if (name.equals("experiment")) {
            args.addAll(List.of("--assignments", "testdata/clean/assignments.jsonl", "--control", "A"));
        }
        args.addAll(List.of(more));
        return args;
    }

    /** What a person sees whose terminal shows results. */
    private static String onScreen(boolean colour, List<String> args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        RecsysEval.run(
                new Terminal(
                        InputStream.nullInputStream(), out, err, Map.of(), info -> FixedRun.FIXED, colour, false, true),
                args.toArray(String[]::new));
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "experiment, clean",
        "aa-check, clean",
        "report, clean",
        "offline, clean",
        "join, clean",
        "report, faults",
        "offline, faults",
        "join, faults"
    })
    void noLineIsWiderThanTheTerminalUnlessAWordIs(String name, String logs) {
        List<String> args = new ArrayList<>(command(name, "--slice", "surface"));
        args.replaceAll(arg -> arg.replace("testdata/clean/", "testdata/" + logs + "/"));
        String text = onScreen(false, args);
        assertThat(text.lines())
                .isNotEmpty()
                .allMatch(line ->
                        line.length() <= 80 || !line.strip().substring(2).contains(" "));
        assertThat(text).doesNotContain("\u001B").doesNotContain("**").doesNotContain("| --");
    }

    @Test
    void aTerminalGetsTextAndAPipeMarkdown() {
        List<String> args = command("experiment");
        assertThat(onScreen(false, args))
                .startsWith("Experiment report\n=====")
                .contains("\nHOLD Experiment exp_rank_v8");
        assertThat(FixedRun.of(args.toArray(String[]::new)).out()).startsWith("# Experiment report");
        args.addAll(List.of("--format", "markdown"));
        assertThat(onScreen(false, args)).startsWith("# Experiment report");
    }

    @Test
    void aTerminalGetsAComparisonAsTextToo() {
        List<String> compare = new ArrayList<>(List.of("compare"));
        for (String logs : List.of("clean", "faults")) {
            String json = folder.resolve(logs + ".json").toString();
            List<String> args = command("report", "--slice", "surface", "--output", json);
            args.replaceAll(arg -> arg.replace("testdata/clean/", "testdata/" + logs + "/"));
            FixedRun.of(args.toArray(String[]::new));
            compare.add(json);
        }
        String text = onScreen(false, compare);
        assertThat(text)
                .startsWith("Comparison of two reports\n=====")
                .contains("\nDO NOT TRUST Before: 500 exposures");
        assertThat(text.lines())
                .allMatch(line -> line.length() <= 80 || !line.strip().contains(" "));
        assertThat(FixedRun.of(compare.toArray(String[]::new)).out()).startsWith("# Comparison of two reports");
        compare.add("--format=html");
        assertThat(onScreen(false, compare))
                .startsWith("<!DOCTYPE html>")
                .contains("<h1>Comparison of two reports</h1>");
    }

    @Test
    void coloursAreForTheTerminalOnly() throws IOException {
        assertThat(onScreen(true, command("experiment")))
                .contains("\u001B[1mHOLD\u001B[0m", "\u001B[32mholds\u001B[0m");
        Path file = folder.resolve("report.txt");
        onScreen(true, command("experiment", "--output", "text=" + file));
        assertThat(Files.readString(file)).startsWith("Experiment report").doesNotContain("\u001B");
    }

    /** Colour changes no place of any letter. */
    @Test
    void colourTakesNoRoom() {
        List<String> args = command("report", "--slice", "surface", "--max-latency-p95-ms", "100");
        assertThat(onScreen(true, args).replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(onScreen(false, args));
    }

    @Test
    void namesFromDataDoNotActOnTheTerminal() {
        ExperimentLogs logs = new ExperimentLogs(folder);
        for (int i = 0; i < 120; i++) {
            logs.request("a" + i, "A", i % 2).request("b" + i, "\\u001b[2J\\u202eB", 1);
        }
        logs.run("--control", "A");
        String text = onScreen(
                true,
                List.of(
                        "experiment",
                        "--exposures=" + folder.resolve("e.jsonl"),
                        "--outcomes=" + folder.resolve("o.jsonl"),
                        "--assignments=" + folder.resolve("a.jsonl"),
                        "--control=A"));
        assertThat(text).contains("[2J").doesNotContain("\u001B[2J").doesNotContain("\u202e");
    }
}
