package io.github.recsyseval.sample;

import io.github.recsyseval.sample.PlainLog.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The files of a sample, joined in the plainest way: whole files, maps and lists. */
final class PlainJoin {
    final PlainLog exposures;
    final PlainLog outcomes;
    final PlainLog assignments;

    /** The first valid exposure of each request id. */
    final Map<String, Line> kept = new LinkedHashMap<>();

    /** The other valid exposures. */
    final List<Line> surplus = new ArrayList<>();

    /** Every outcome line and its class. */
    final Map<Line, String> classes = new LinkedHashMap<>();

    private final Map<String, List<Line>> keptByUser = new HashMap<>();

    PlainJoin(Path folder) throws IOException {
        exposures = PlainLog.read(folder.resolve("exposures.jsonl"), "exposure.v1");
        outcomes = PlainLog.read(folder.resolve("outcomes.jsonl"), "outcome.v1");
        assignments = PlainLog.read(folder.resolve("assignments.jsonl"), "assignment.v1");
        for (Line line : exposures.lines) {
            if (line.valid() && kept.putIfAbsent(line.text("request_id"), line) != null) {
                surplus.add(line);
            }
        }
        kept.values()
                .forEach(line -> keptByUser
                        .computeIfAbsent(line.text("user_id"), user -> new ArrayList<>())
                        .add(line));
        for (Line line : outcomes.lines) {
            classes.put(line, classOf(line));
        }
    }

    private String classOf(Line line) {
        if (line.node().isPresent() && line.text("request_id").isEmpty()) {
            return "missing_request_id";
        }
        if (!line.valid()) {
            return "invalid";
        }
        Line exposure = kept.get(line.text("request_id"));
        if (exposure == null) {
            return "unmatched";
        }
        if (ms(line) < ms(exposure)) {
            return "before_exposure";
        }
        return items(exposure).contains(line.text("item_id")) ? "attributed" : "item_not_shown";
    }

    boolean identical(Line line) {
        return line.json().equals(kept(line).json());
    }

    static boolean sameItems(Line one, Line other) {
        return new HashSet<>(items(one)).equals(new HashSet<>(items(other)));
    }

    List<Line> validOutcomes() {
        return outcomes.lines.stream().filter(Line::valid).toList();
    }

    List<Line> conversions() {
        return validOutcomes().stream().filter(line -> !click(line)).toList();
    }

    List<Line> joined() {
        return validOutcomes().stream()
                .filter(line -> kept.containsKey(line.text("request_id")))
                .toList();
    }

    List<Line> unmatched() {
        return classes.entrySet().stream()
                .filter(entry -> entry.getValue().equals("unmatched"))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Line> repeated() {
        Map<String, Integer> seen = new HashMap<>();
        return joined().stream()
                .filter(line -> seen.merge(
                                line.text("request_id") + line.text("item_id") + line.text("event_type"),
                                1,
                                Integer::sum)
                        > 1)
                .toList();
    }

    List<Line> lists() {
        return kept.values().stream().filter(line -> !items(line).isEmpty()).toList();
    }

    List<PlainLog> files() {
        return List.of(exposures, outcomes, assignments);
    }

    List<Line> allLines() {
        return files().stream().flatMap(file -> file.lines.stream()).toList();
    }

    long count(Predicate<Line> rule) {
        return kept.values().stream().filter(rule).count();
    }

    long lines(Predicate<Line> rule) {
        return allLines().stream().filter(rule).count();
    }

    List<Line> keptOfUser(Line line) {
        return keptByUser.getOrDefault(line.text("user_id"), List.of());
    }

    Line kept(Line line) {
        return kept.get(line.text("request_id"));
    }

    boolean mentioned(String id) {
        return exposures.lines.stream().anyMatch(line -> has(line, id));
    }

    static boolean has(Line line, String text) {
        return line.bytes().contains(text);
    }

    static boolean click(Line line) {
        return line.text("event_type").equals("click");
    }

    static boolean error(Line line) {
        return line.json().path("error").asBoolean(false);
    }

    static double latency(Line line) {
        return line.json().path("latency_ms").asDouble();
    }

    static long ms(Line line) {
        return line.ms().orElseThrow();
    }

    static List<String> items(Line line) {
        List<String> items = new ArrayList<>();
        line.json().path("items").forEach(item -> items.add(item.path("item_id").asString()));
        return items;
    }

    static List<Integer> ranks(Line line) {
        List<Integer> ranks = new ArrayList<>();
        line.json().path("items").forEach(item -> ranks.add(item.path("rank").asInt()));
        return ranks;
    }

    static List<Integer> upTo(int size) {
        Integer[] ranks = new Integer[size];
        for (int i = 0; i < size; i++) {
            ranks[i] = i + 1;
        }
        return Arrays.asList(ranks);
    }
}
