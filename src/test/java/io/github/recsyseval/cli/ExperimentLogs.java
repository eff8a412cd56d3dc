package io.github.recsyseval.cli;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Logs of an experiment, written request by request: exposures of ten items, their clicks and conversions, and assignments. */
final class ExperimentLogs {
    static final Instant START = Instant.parse("2026-11-10T00:00:00Z");

    private final Path folder;
    private final List<String> exposures = new ArrayList<>();
    private final List<String> outcomes = new ArrayList<>();
    private final List<String> assignments = new ArrayList<>();
    private String experiment = "exp";
    private Instant time = START;
    private int requests;

    ExperimentLogs(Path folder) {
        this.folder = folder;
    }

    /** From now on requests happen at this time and later, a second apart. */
    ExperimentLogs at(String moment) {
        time = Instant.parse(moment);
        return this;
    }

    /** From now on assignments name this experiment. */
    ExperimentLogs of(String name) {
        experiment = name;
        return this;
    }

    /** A request that an arm served, or none, with clicks. */
    ExperimentLogs request(String user, @Nullable String arm, int clicks) {
        return request(user, arm, clicks, "\"latency_ms\":50,\"error\":false");
    }

    /** The same with more fields of the exposure, as JSON. */
    ExperimentLogs request(String user, @Nullable String arm, int clicks, String more) {
        String request = "r" + requests++;
        StringBuilder items = new StringBuilder();
        for (int i = 1; i <= 10; i++) {
            items.append(i == 1 ? "" : ",")
                    .append("{\"item_id\":\"i")
                    .append(i)
                    .append("\",\"rank\":")
                    .append(i)
                    .append('}');
        }
        String list = more.contains("\"items\"") ? "" : ",\"items\":[" + items + "]";
        exposures.add("{\"request_id\":\"" + request + "\",\"user_id\":\"" + user + "\",\"ts\":\"" + time + "\"" + list
                + "," + more + "}");
        if (arm != null) {
            assign(request, user, arm);
        }
        for (int click = 1; click <= clicks; click++) {
            outcomes.add("{\"request_id\":\"" + request + "\",\"user_id\":\"" + user + "\",\"item_id\":\"i" + click
                    + "\",\"event_type\":\"click\",\"ts\":\"" + time.plusMillis(500) + "\"}");
        }
        time = time.plusSeconds(1);
        return this;
    }

    /** A conversion of the last request. */
    ExperimentLogs conversion(String user, double value) {
        return converted(user, "\"value\":" + value + ",");
    }

    /** A conversion of the last request that does not say what it is worth. */
    ExperimentLogs conversionWithoutValue(String user) {
        return converted(user, "");
    }

    private ExperimentLogs converted(String user, String value) {
        outcomes.add("{\"request_id\":\"r" + (requests - 1) + "\",\"user_id\":\"" + user
                + "\",\"item_id\":\"i1\",\"event_type\":\"conversion\"," + value + "\"ts\":\"" + time.plusMillis(700)
                + "\"}");
        return this;
    }

    /** A further click of the last request. */
    ExperimentLogs alsoClicked(String user, String item) {
        outcomes.add("{\"request_id\":\"r" + (requests - 1) + "\",\"user_id\":\"" + user + "\",\"item_id\":\"" + item
                + "\",\"event_type\":\"click\",\"ts\":\"" + time + "\"}");
        return this;
    }

    /** A click of a request that was never logged. */
    ExperimentLogs orphan(String user) {
        outcomes.add("{\"request_id\":\"gone" + outcomes.size() + "\",\"user_id\":\"" + user
                + "\",\"item_id\":\"i1\",\"event_type\":\"click\",\"ts\":\"" + time + "\"}");
        return this;
    }

    /** A further assignment of the last request. */
    ExperimentLogs alsoAssigned(String user, String arm) {
        assign("r" + (requests - 1), user, arm);
        return this;
    }

    /** An assignment of a request that was never logged. */
    ExperimentLogs assignedOnly(String user, String arm) {
        assign("lost" + assignments.size(), user, arm);
        return this;
    }

    private void assign(String request, String user, String arm) {
        assignments.add("{\"experiment_id\":\"" + experiment + "\",\"variant\":\"" + arm + "\",\"request_id\":\""
                + request + "\",\"user_id\":\"" + user + "\",\"ts\":\"" + time + "\"}");
    }

    /** Runs experiment on these logs, with assignments if there are any, and the report as JSON unless it is to be written elsewhere. */
    Cli run(String... more) {
        List<String> args = new ArrayList<>(List.of("experiment"));
        if (!List.of(more).contains("--output")) {
            args.addAll(List.of("--format", "json"));
        }
        args.addAll(List.of("--exposures", write("e.jsonl", exposures), "--outcomes", write("o.jsonl", outcomes)));
        if (!assignments.isEmpty()) {
            args.addAll(List.of("--assignments", write("a.jsonl", assignments)));
        }
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    /** Writes exposures and outcomes under other names. */
    void writeAs(String exposuresName, String outcomesName) {
        write(exposuresName, exposures);
        write(outcomesName, outcomes);
    }

    /** Writes all of them as a dataset of the Go tool. */
    RunFolder asDataset() {
        write("exposures.jsonl", exposures);
        write("outcomes.jsonl", outcomes);
        write("assignments.jsonl", assignments);
        return new RunFolder(folder).logs(folder);
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

    /** The experiment section of a report. */
    static JsonNode experiment(Cli run) {
        return run.json().get("experiment");
    }

    /** The decision of a report. */
    static JsonNode decision(Cli run) {
        return experiment(run).get("decision");
    }

    /** The comparison of a metric. */
    static JsonNode comparison(Cli run, String metric) {
        for (JsonNode row : experiment(run).get("comparisons")) {
            if (row.get("metric").asString().equals(metric)) {
                return row;
            }
        }
        throw new AssertionError("no comparison of " + metric);
    }

    /** The guardrail about a metric. */
    static JsonNode guardrail(Cli run, String metric) {
        for (JsonNode row : experiment(run).get("guardrails")) {
            if (row.get("metric").asString().equals(metric)) {
                return row;
            }
        }
        throw new AssertionError("no guardrail for " + metric);
    }
}
