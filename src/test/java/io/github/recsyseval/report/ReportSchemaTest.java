package io.github.recsyseval.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.report.comparison.Comparison;
import io.github.recsyseval.schema.SchemaCatalog;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of reports and the records these are made of say the same, component by component. */
class ReportSchemaTest {
    private final List<String> differences = new ArrayList<>();

    /** A published schema and the record that it describes. */
    enum Contract {
        REPORT(Report.class, "report.v1"),
        COMPARISON(Comparison.class, "schemas/compare.v1.json");

        private final Class<?> root;
        private final String path;
        private final JsonNode schema;

        Contract(Class<?> root, String path) {
            this.root = root;
            this.path = path;
            schema = JsonMapper.shared().readTree(SchemaCatalog.load(path).text());
        }

        JsonNode of(Class<?> record) {
            return record == root ? schema : schema.path("definitions").path(record.getSimpleName());
        }
    }

    @ParameterizedTest
    @EnumSource
    void describesEveryComponentOfEveryRecord(Contract contract) {
        Set<Class<?>> records = records(contract.root);
        records.forEach(record -> compare(record, contract.of(record)));
        Set<String> known = new TreeSet<>();
        records.stream().map(Class::getSimpleName).forEach(known::add);
        contract.schema.path("definitions").propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name ->
                        differences.add("definitions/" + name + ": no record of the report has this name; remove it"));

        assertThat(differences)
                .as(contract.path + " against the records of the report package; change the schema like this")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldHasATitleAndADescriptionAndEveryNumberAUnit(Contract contract) {
        List<String> lacking = new ArrayList<>();
        for (Class<?> type : records(contract.root)) {
            contract.of(type).path("properties").properties().forEach(entry -> {
                JsonNode field = entry.getValue();
                String where = type.getSimpleName() + "." + entry.getKey();
                if (field.path("title").asString("").isBlank()
                        || field.path("description").asString("").isBlank()) {
                    lacking.add(where + ": title or description");
                }
                boolean number = types(field).contains("number") || types(field).contains("integer");
                if (number && field.path("unit").asString("").isBlank()) {
                    lacking.add(where + ": unit");
                }
            });
        }
        assertThat(lacking).isEmpty();
    }

    private static Set<Class<?>> records(Class<?> root) {
        Set<Class<?>> met = new LinkedHashSet<>();
        Deque<Type> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Type type = open.pop();
            if (type instanceof ParameterizedType generic) {
                open.addAll(Arrays.asList(generic.getActualTypeArguments()));
            } else if (type instanceof Class<?> plain && plain.isRecord() && met.add(plain)) {
                Arrays.stream(plain.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .forEach(open::add);
            }
        }
        return met;
    }

    private void compare(Class<?> record, JsonNode schema) {
        String where = "definitions/" + record.getSimpleName();
        if (schema.isMissingNode()) {
            differences.add(where + " is missing: add an object with one property for each of "
                    + Arrays.stream(record.getRecordComponents())
                            .map(component -> snake(component.getName()))
                            .toList()
                    + ", all of them required, additionalProperties false");
            return;
        }
        if (!schema.path("additionalProperties").isBoolean()
                || schema.path("additionalProperties").asBoolean()) {
            differences.add(where + ": additionalProperties must be false");
        }
        List<String> names = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            names.add(snake(component.getName()));
            compare(where, component, schema);
        }
        schema.path("properties").propertyNames().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> differences.add(
                        where + "/properties/" + name + ": the record has no such component; remove it"));
    }

    private void compare(String where, RecordComponent component, JsonNode schema) {
        String name = snake(component.getName());
        JsonNode field = schema.path("properties").path(name);
        String expected = shape(component.getAnnotatedType());
        if (field.isMissingNode()) {
            differences.add(where + "/properties lacks \"" + name + "\": add it with title, description and " + expected
                    + ", and name it in required");
            return;
        }
        boolean required = schema.path("required")
                .valueStream()
                .anyMatch(entry -> entry.asString("").equals(name));
        if (!required) {
            differences.add(where + "/required lacks \"" + name + "\"");
        }
        String found = shape(field);
        if (!found.equals(expected)) {
            differences.add(where + "/properties/" + name + " is " + found + ", the record says " + expected);
        }
    }

    /** What a component is, in the words in which {@link #shape(JsonNode)} tells what the schema says. */
    private static String shape(AnnotatedType annotated) {
        Type type = annotated.getType();
        String orNull = annotated.isAnnotationPresent(Nullable.class) ? " or null" : "";
        if (annotated instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] of = generic.getAnnotatedActualTypeArguments();
            boolean map = ((ParameterizedType) type).getRawType() == Map.class;
            return (map ? "object of " : "array of ") + shape(of[of.length - 1]) + orNull;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return "#/definitions/" + plain.getSimpleName() + orNull;
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return "boolean" + orNull;
        }
        if (plain == double.class || plain == Double.class) {
            return "number" + orNull;
        }
        return (plain == String.class ? "string" : "integer") + orNull;
    }

    private static String shape(JsonNode field) {
        for (String several : List.of("allOf", "anyOf")) {
            if (field.has(several)) {
                boolean nullable = field.path(several)
                        .valueStream()
                        .anyMatch(part -> part.path("type").asString("").equals("null"));
                return field.path(several).path(0).path("$ref").asString("") + (nullable ? " or null" : "");
            }
        }
        if (field.has("$ref")) {
            return field.path("$ref").asString("");
        }
        if (field.has("const")) {
            return field.path("const").isString() ? "string" : "?";
        }
        List<String> types = types(field);
        String orNull = types.contains("null") ? " or null" : "";
        String type = types.isEmpty() ? "?" : types.get(0);
        if (type.equals("array")) {
            return "array of " + shape(field.path("items")) + orNull;
        }
        return type.equals("object")
                ? "object of " + shape(field.path("additionalProperties")) + orNull
                : type + orNull;
    }

    private static List<String> types(JsonNode field) {
        JsonNode type = field.path("type");
        return type.isString()
                ? List.of(type.asString())
                : type.valueStream().map(JsonNode::asString).toList();
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }
}
