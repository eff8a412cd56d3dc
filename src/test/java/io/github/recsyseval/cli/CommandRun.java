package io.github.recsyseval.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** One run of the whole command in this process: what it printed and how it ended. */
record CommandRun(int exit, String out, String err) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static CommandRun of(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), out, messages);
        int exit = RecsysEval.run(terminal, args);
        return new CommandRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A command on a folder with exposures.jsonl and outcomes.jsonl, with the report as JSON. */
    static CommandRun on(String folder, String command, String... more) {
        List<String> args = new ArrayList<>(List.of(
                command,
                "--exposures",
                folder + "/exposures.jsonl",
                "--outcomes",
                folder + "/outcomes.jsonl",
                "--format",
                "json"));
        args.addAll(List.of(more));
        return of(args.toArray(String[]::new));
    }

    /** Standard output as a report. */
    JsonNode report() {
        return JSON.readTree(out);
    }

    /** The row of that name in an array of metric rows. */
    static JsonNode row(JsonNode rows, String name) {
        for (JsonNode row : rows) {
            if (row.get("name").asString().equals(name)) {
                return row;
            }
        }
        throw new AssertionError("no row " + name + " in " + rows);
    }
}
