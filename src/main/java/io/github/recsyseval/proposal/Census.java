package io.github.recsyseval.proposal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which fields the lines of a log have, and what is in them. */
final class Census {
    /** So many lines tell what fields there are. */
    static final int MAX_LINES = 4_000;

    private static final int MAX_DEPTH = 3;
    private static final int MAX_FIELDS = 500;

    /** So few exceptions say nothing. */
    private static final double RARE = 0.02;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<List<String>, FieldFacts> fields = new LinkedHashMap<>();
    private final Map<List<String>, Census> elements = new LinkedHashMap<>();
    private final FieldFacts plain = new FieldFacts();
    private final Set<String> unordered = new HashSet<>();
    private final Map<List<String>, ListsByValue> lists = new LinkedHashMap<>();
    private long records;

    static Census of(LogHead head) {
        Census census = new Census();
        for (byte[] line : head.start().lines()) {
            try {
                JsonNode record = JSON.readTree(line);
                if (record.isObject()) {
                    census.see(record);
                }
            } catch (JacksonException notJson) {
                // Such lines are counted when the log is read.
            }
        }
        return census;
    }

    private void see(JsonNode record) {
        records++;
        see(record, List.of());
        record.properties().forEach(member -> {
            List<String> path = List.of(member.getKey());
            FieldFacts facts = fields.get(path);
            if (facts != null && member.getValue().isString() && !facts.tooManyValues) {
                lists.computeIfAbsent(path, any -> new ListsByValue())
                        .see(member.getValue().asString(), record);
            }
        });
    }

    /** Which lists stand in records with one value of a field. */
    private static final class ListsByValue {
        private final Map<String, Map<String, Long>> byValue = new LinkedHashMap<>();

        void see(String value, JsonNode record) {
            Map<String, Long> seen = byValue.computeIfAbsent(value, any -> new LinkedHashMap<>());
            record.properties().stream()
                    .filter(member -> member.getValue().isArray())
                    .forEach(member -> seen.merge(member.getKey(), 1L, Long::sum));
        }
    }

    /** The values of a field whose records have a list at the top, where those of all other values have none; empty where that is not so. */
    List<String> valuesWith(List<String> field, List<String> list) {
        List<String> with = new ArrayList<>();
        Map<String, Long> values = fields.getOrDefault(field, new FieldFacts()).values;
        Map<String, Map<String, Long>> seen = lists.getOrDefault(field, new ListsByValue()).byValue;
        for (Map.Entry<String, Long> value : values.entrySet()) {
            double share = (double) seen.getOrDefault(value.getKey(), Map.of()).getOrDefault(list.get(0), 0L)
                    / value.getValue();
            if (share > RARE && share < 1 - RARE) {
                return List.of();
            }
            if (share >= 1 - RARE) {
                with.add(value.getKey());
            }
        }
        return with.size() < values.size() ? with : List.of();
    }

    private void see(JsonNode object, List<String> path) {
        object.properties().forEach(member -> {
            List<String> inner = new ArrayList<>(path);
            inner.add(member.getKey());
            JsonNode value = member.getValue();
            if (fields.containsKey(inner) || fields.size() < MAX_FIELDS) {
                fields.computeIfAbsent(List.copyOf(inner), any -> new FieldFacts())
                        .see(value);
            }
            if (value.isObject() && inner.size() < MAX_DEPTH) {
                see(value, inner);
            } else if (value.isArray() && elements.size() < MAX_FIELDS) {
                Census within = elements.computeIfAbsent(List.copyOf(inner), any -> new Census());
                value.values().forEach(within::element);
                within.noteOrder(value);
            }
        });
    }

    private void noteOrder(JsonNode list) {
        for (int i = 1; i < list.size(); i++) {
            JsonNode before = list.get(i - 1);
            for (Map.Entry<String, JsonNode> field : list.get(i).properties()) {
                if (field.getValue().isNumber()
                        && field.getValue().asDouble()
                                < before.path(field.getKey()).asDouble(0)) {
                    unordered.add(field.getKey());
                }
            }
        }
    }

    private void element(JsonNode element) {
        if (element.isObject()) {
            see(element);
        } else {
            plain.see(element);
        }
    }

    /** Whether the numbers of a field go up from element to element in every list. */
    boolean isOrderedBy(String field) {
        return !unordered.contains(field);
    }

    /** What elements that are no objects hold. */
    FieldFacts plain() {
        return plain;
    }

    /** Lines, or elements, that are objects. */
    long records() {
        return records;
    }

    /** The fields by path, in the order in which they were met. */
    Map<List<String>, FieldFacts> fields() {
        return fields;
    }

    /** The fields of the elements of a list. */
    Census elements(List<String> path) {
        return elements.getOrDefault(path, new Census());
    }
}
