package io.github.recsyseval.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which fields the lines of a log have, and what is in them. */
final class Census {
    /** So many lines tell what fields there are. */
    private static final int MAX_LINES = 2_000;

    private static final int MAX_DEPTH = 3;
    private static final int MAX_FIELDS = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<List<String>, FieldFacts> fields = new LinkedHashMap<>();
    private final Map<List<String>, Census> elements = new LinkedHashMap<>();
    private long records;

    static Census of(LogHead head) {
        Census census = new Census();
        for (byte[] line :
                head.lines().subList(0, Math.min(MAX_LINES, head.lines().size()))) {
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
                value.values().stream().filter(JsonNode::isObject).forEach(within::see);
            }
        });
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
