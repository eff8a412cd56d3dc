package io.github.recsyseval.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small logs written for one test. */
final class Logs {
    private final Path folder;
    private final List<String> exposures = new ArrayList<>();
    private final List<String> outcomes = new ArrayList<>();

    Logs(Path folder) {
        this.folder = folder;
    }

    /** An exposure of one item at 10:00 of a November day; {@code more} is JSON behind the required fields, such as {@code "error":true}. */
    Logs exposure(String request, String user, int day, String more) {
        return line("{\"request_id\":\"" + request + "\",\"user_id\":\"" + user + "\",\"ts\":\"2026-11-"
                + (day < 10 ? "0" : "") + day + "T10:00:00Z\",\"items\":[{\"item_id\":\"i1\",\"rank\":1}]"
                + (more.isEmpty() ? "" : "," + more) + "}");
    }

    /** An exposure line as it is. */
    Logs line(String exposure) {
        exposures.add(exposure);
        return this;
    }

    /** A click on the item a minute later. */
    Logs click(String request, String user, int day) {
        return outcome("click", request, user, day, "");
    }

    /** An outcome on the item a minute later; {@code more} is JSON behind the required fields, such as {@code "value":5}. */
    Logs outcome(String type, String request, String user, int day, String more) {
        return outcome(type, request, user, day, more, "i1");
    }

    /** An outcome on another item. */
    Logs outcome(String type, String request, String user, int day, String more, String item) {
        outcomes.add("{\"request_id\":\"" + request + "\",\"user_id\":\"" + user + "\",\"ts\":\"2026-11-"
                + (day < 10 ? "0" : "") + day + "T10:01:00Z\",\"item_id\":\"" + item + "\",\"event_type\":\"" + type
                + "\""
                + (more.isEmpty() ? "" : "," + more) + "}");
        return this;
    }

    /** An outcome line as it is. */
    Logs outcomeLine(String outcome) {
        outcomes.add(outcome);
        return this;
    }

    /** Writes the files and gives a command line that reads them. */
    String[] command(String command, String... more) {
        List<String> args = new ArrayList<>(
                List.of(command, "--exposures", write("e.jsonl", exposures), "--outcomes", write("o.jsonl", outcomes)));
        args.addAll(List.of(more));
        return args.toArray(String[]::new);
    }

    private String write(String name, List<String> lines) {
        try {
            Path file = folder.resolve(name);
            Files.write(file, lines);
            return file.toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
