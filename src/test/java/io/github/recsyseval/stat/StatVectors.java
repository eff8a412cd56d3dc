package io.github.recsyseval.stat;

import io.github.recsyseval.testing.CheckData;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Published and recomputed figures of stat_vectors.json, by name. */
final class StatVectors {

    private StatVectors() {}

    static List<JsonNode> all() {
        return StreamSupport.stream(CheckData.json("stat_vectors.json").spliterator(), false)
                .toList();
    }

    static JsonNode named(String name) {
        return all().stream()
                .filter(vector -> vector.get("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no vector " + name));
    }

    static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }
}
