package io.github.recsyseval.mapping;

import io.github.recsyseval.event.Contract;
import io.github.recsyseval.schema.SchemaCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields that a contract names, as its schema has them.
 *
 * @param fields the fields of a record, in the schema's order
 * @param elements the fields of an element of {@code items}; empty when its elements are no objects
 * @param required those of a record that it must have
 * @param numbers those of both that are numbers
 * @param values the values of those that may have a few only
 */
record ContractFields(
        List<String> fields,
        List<String> elements,
        Set<String> required,
        Set<String> numbers,
        Map<String, List<String>> values) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<Contract, ContractFields> READ = new ConcurrentHashMap<>();

    static ContractFields of(Contract contract) {
        return READ.computeIfAbsent(contract, ContractFields::read);
    }

    private static ContractFields read(Contract contract) {
        JsonNode schema = JSON.readTree(SchemaCatalog.load(contract.schema()).text());
        JsonNode properties = schema.path("properties");
        Set<String> required = new TreeSet<>();
        schema.path("required").values().forEach(field -> required.add(field.asString()));
        JsonNode items = properties.path("items").path("items").path("properties");
        Set<String> numbers = new TreeSet<>();
        Map<String, List<String>> values = new TreeMap<>();
        for (JsonNode named : List.of(properties, items)) {
            named.properties().forEach(field -> {
                if (List.of("number", "integer")
                        .contains(field.getValue().path("type").asString(""))) {
                    numbers.add(field.getKey());
                }
                List<String> allowed = new ArrayList<>();
                field.getValue().path("enum").values().forEach(value -> allowed.add(value.asString()));
                values.put(field.getKey(), allowed);
            });
        }
        return new ContractFields(
                List.copyOf(properties.propertyNames()), List.copyOf(items.propertyNames()), required, numbers, values);
    }

    /** Whether a field of a record may be absent. */
    boolean isOptional(String field) {
        return fields.contains(field) && !required.contains(field);
    }

    /** The values that a field may have; empty when any is allowed. */
    List<String> alternatives(String field) {
        return values.getOrDefault(field, List.of());
    }

    boolean hasContext() {
        return fields.contains("context");
    }

    boolean hasItems() {
        return fields.contains("items");
    }
}
