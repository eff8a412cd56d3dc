package io.github.recsyseval.cli.config;

import io.github.recsyseval.mapping.Conversion;
import io.github.recsyseval.mapping.FieldPath;
import io.github.recsyseval.mapping.Literal;
import io.github.recsyseval.mapping.Rule;
import io.github.recsyseval.text.DidYouMean;
import io.github.recsyseval.yaml.Node;
import io.github.recsyseval.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a map: {@code ts: timestamp}, {@code user_id: [user_id, session_id]}, or a rule with keys of its own. */
final class RuleReader {
    private static final String FROM = "from";
    private static final String CONSTANT = "constant";
    private static final String DEFAULT = "default";
    private static final String AS = "as";
    private static final String VALUES = "values";
    private static final String OTHERS = "others";
    private static final String OPTIONAL = "optional";
    private static final List<String> KEYS = List.of(FROM, CONSTANT, DEFAULT, AS, VALUES, OTHERS, OPTIONAL);
    private static final List<String> LIST_KEYS = List.of(FROM, DEFAULT, OPTIONAL);
    private static final String IGNORE = "ignore";
    private static final String ITEM = "item_id";
    private static final String RANK = "rank";

    private final String file;

    /** @param file the name of the file for error messages */
    RuleReader(String file) {
        this.file = file;
    }

    Rule rule(Node.Field field) {
        if (field.value() instanceof Node.Fields keys) {
            keys.fields().stream()
                    .filter(key -> !KEYS.contains(key.name()))
                    .findFirst()
                    .ifPresent(key -> {
                        throw unknown(field, key, KEYS);
                    });
            return rule(field, keys);
        }
        return simple(field.name(), paths(field), field.line());
    }

    /** The rule that finds the list, of a field {@code items} that also says what its elements are. */
    Rule list(Node.Field field) {
        Map<String, Node> keys = byName((Node.Fields) field.value(), LIST_KEYS);
        Node fallback = keys.get(DEFAULT);
        boolean empty = fallback instanceof Node.Items none && none.nodes().isEmpty();
        if (fallback != null && !empty) {
            throw wrong(fallback.line(), "the default of items is [] or none");
        }
        List<FieldPath> from =
                keys.containsKey(FROM) ? paths(field.name(), keys.get(FROM)) : List.of(FieldPath.parse(field.name()));
        return new Rule(
                field.name(),
                from,
                null,
                empty,
                Conversion.NONE,
                Map.of(),
                null,
                truth(keys.get(OPTIONAL)) || empty,
                field.line());
    }

    /** The rules for elements below a field {@code items}. */
    List<Rule> elements(Node.Field field) {
        List<Rule> rules = new ArrayList<>();
        for (Node.Field inner : ((Node.Fields) field.value()).fields()) {
            if (!LIST_KEYS.contains(inner.name())) {
                rules.add(element(rule(inner)));
            }
        }
        boolean plainValues = rules.stream()
                .anyMatch(rule -> rule.target().equals(ITEM) && rule.sources().contains(FieldPath.VALUE));
        if (plainValues && rules.stream().noneMatch(rule -> rule.target().equals(RANK))) {
            rules.add(simple(RANK, List.of(FieldPath.POSITION), field.line()));
        }
        return rules;
    }

    /** A plain value that serves as an id is read as a text, whatever it is. */
    private static Rule element(Rule rule) {
        boolean text = rule.target().equals(ITEM)
                && rule.as() == Conversion.NONE
                && rule.sources().contains(FieldPath.VALUE);
        return !text
                ? rule
                : new Rule(
                        rule.target(),
                        rule.sources(),
                        rule.otherwise(),
                        rule.emptyList(),
                        Conversion.TEXT,
                        rule.values(),
                        rule.others(),
                        rule.optional(),
                        rule.line());
    }

    private static Rule simple(String target, List<FieldPath> sources, int line) {
        return new Rule(target, sources, null, false, Conversion.NONE, Map.of(), null, false, line);
    }

    private Rule rule(Node.Field field, Node.Fields fields) {
        Map<String, Node> keys = byName(fields, KEYS);
        Node constant = keys.get(CONSTANT);
        if (constant != null && keys.size() > 1) {
            throw wrong(constant.line(), "a constant stands alone; with from it is a default");
        }
        if (constant == null && !keys.containsKey(FROM)) {
            throw wrong(field.line(), YamlReader.printable(field.name()) + " lacks from, the field of the log");
        }
        Node fallback = constant == null ? keys.get(DEFAULT) : constant;
        Node others = keys.get(OTHERS);
        return new Rule(
                field.name(),
                constant == null ? paths(field.name(), keys.get(FROM)) : List.of(),
                fallback == null ? null : literal(fallback),
                false,
                as(keys.get(AS)),
                values(keys.get(VALUES)),
                others == null ? null : new Rule.Others(replacement(others)),
                fallback != null || truth(keys.get(OPTIONAL)),
                field.line());
    }

    private static Map<String, Node> byName(Node.Fields fields, List<String> known) {
        Map<String, Node> keys = new LinkedHashMap<>();
        fields.fields().stream()
                .filter(key -> known.contains(key.name()))
                .forEach(key -> keys.put(key.name(), key.value()));
        return keys;
    }

    /** The paths that a field names: one, or a list of which the first present one is taken. */
    List<FieldPath> paths(Node.Field field) {
        return paths(field.name(), field.value());
    }

    private List<FieldPath> paths(String field, @Nullable Node node) {
        List<Node> nodes = node instanceof Node.Items list ? list.nodes() : node == null ? List.of() : List.of(node);
        List<FieldPath> paths = new ArrayList<>();
        for (Node one : nodes) {
            if (!(one instanceof Node.Scalar scalar)) {
                throw wrong(
                        one.line(),
                        YamlReader.printable(field) + " takes the name of a field or a list of them, not "
                                + one.shown());
            }
            paths.add(FieldPath.parse(scalar.text()));
        }
        if (paths.isEmpty()) {
            throw wrong(node == null ? 1 : node.line(), YamlReader.printable(field) + " names no field");
        }
        return paths;
    }

    private Conversion as(@Nullable Node node) {
        if (node == null) {
            return Conversion.NONE;
        }
        String word = node instanceof Node.Scalar scalar ? scalar.text() : "";
        return Conversion.named(word).orElseThrow(() -> {
            List<String> words = new ArrayList<>();
            for (Conversion conversion : Conversion.values()) {
                if (conversion != Conversion.NONE) {
                    words.add(conversion.name().toLowerCase(Locale.ROOT));
                }
            }
            String meant = DidYouMean.hintOrAll(word, words);
            return wrong(node.line(), "as cannot be " + node.shown() + meant);
        });
    }

    private Map<String, Optional<Literal>> values(@Nullable Node node) {
        Map<String, Optional<Literal>> values = new LinkedHashMap<>();
        if (node == null) {
            return values;
        }
        if (!(node instanceof Node.Fields fields) || fields.fields().isEmpty()) {
            throw wrong(
                    node.line(), "values takes keys with values, such as {purchase: conversion}, not " + node.shown());
        }
        fields.fields().forEach(value -> values.put(value.name(), replacement(value.value())));
        return values;
    }

    private Optional<Literal> replacement(Node node) {
        boolean ignore = node instanceof Node.Scalar scalar && scalar.text().equals(IGNORE);
        return ignore ? Optional.empty() : Optional.of(literal(node));
    }

    private Literal literal(Node node) {
        if (!(node instanceof Node.Scalar scalar)) {
            throw wrong(node.line(), "a value is expected, not " + node.shown());
        }
        boolean bare = scalar.type() == Node.Type.TRUTH || isJsonNumber(scalar);
        return new Literal(scalar.text(), !bare);
    }

    /** YAML knows more forms of numbers than JSON does; the others are texts. */
    private static boolean isJsonNumber(Node.Scalar scalar) {
        boolean number = scalar.type() == Node.Type.INTEGER || scalar.type() == Node.Type.NUMBER;
        return number && scalar.text().matches("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,15})?");
    }

    private boolean truth(@Nullable Node node) {
        if (node == null) {
            return false;
        }
        if (node instanceof Node.Scalar scalar && scalar.type() == Node.Type.TRUTH) {
            return scalar.text().equals("true");
        }
        throw wrong(node.line(), "optional takes true or false, not " + node.shown());
    }

    private ConfigException unknown(Node.Field rule, Node.Field key, List<String> known) {
        return wrong(
                key.line(),
                "no key " + YamlReader.printable(rule.name() + "." + key.name())
                        + DidYouMean.hintOrAll(key.name(), known));
    }

    private ConfigException wrong(int line, String what) {
        return new ConfigException(file + ":" + line + ": " + what);
    }
}
