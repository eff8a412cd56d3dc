package io.github.recsyseval.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Maps records as docs/mapping.md says, on trees and as plainly as possible; what the rewriting of bytes is compared with. */
final class PlainMapping {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Says that the record is left out. */
    private static final class Ignored extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final RecordMap map;
    private final ContractFields contract;

    PlainMapping(RecordMap map) {
        this.map = map;
        contract = ContractFields.of(map.contract());
    }

    /** The record of the contract; empty when the map leaves it out. */
    Optional<JsonNode> map(JsonNode raw) {
        try {
            ObjectNode record = NODES.objectNode();
            for (String field : contract.fields()) {
                @Nullable JsonNode value = switch (field) {
                    case "context" -> context(raw);
                    case "items" -> items(raw);
                    default -> value(rule(field), raw, raw, 0);
                };
                if (value != null) {
                    record.set(field, value);
                }
            }
            Set<List<String>> dropped = new java.util.HashSet<>();
            map.drop().forEach(path -> dropped.add(path.steps()));
            contract.fields().forEach(field -> dropped.add(List.of(field)));
            extras(raw, sources(), dropped, map.dropRest(), record);
            return Optional.of(record);
        } catch (Ignored left) {
            return Optional.empty();
        }
    }

    private Rule rule(String field) {
        boolean dropped = map.drop().contains(new FieldPath(List.of(field)));
        return map.rule(field).orElseGet(() -> dropped ? Rule.none(field) : Rule.same(field));
    }

    private Set<List<String>> sources() {
        Set<List<String>> sources = new java.util.HashSet<>();
        contract.fields().forEach(field -> rule(field).sources().forEach(source -> sources.add(source.steps())));
        map.rules().forEach(rule -> rule.sources().forEach(source -> sources.add(source.steps())));
        return sources;
    }

    private static void extras(
            JsonNode raw, Set<List<String>> sources, Set<List<String>> dropped, boolean dropRest, ObjectNode record) {
        raw.properties().forEach(member -> {
            List<String> path = List.of(member.getKey());
            boolean stays = !sources.contains(path)
                    && !dropped.contains(path)
                    && isLeft(path, member.getValue(), sources, dropped);
            if (stays && !dropRest) {
                record.set(member.getKey(), member.getValue());
            }
        });
    }

    /** Whether something in a value is neither taken nor dropped. */
    private static boolean isLeft(
            List<String> path, JsonNode value, Set<List<String>> sources, Set<List<String>> dropped) {
        if (sources.contains(path) || dropped.contains(path)) {
            return false;
        }
        boolean partly = java.util.stream.Stream.concat(sources.stream(), dropped.stream())
                .anyMatch(wanted -> wanted.size() > path.size()
                        && wanted.subList(0, path.size()).equals(path));
        if (!partly || !value.isObject()) {
            return true;
        }
        return value.properties().stream().anyMatch(member -> {
            List<String> inner = new ArrayList<>(path);
            inner.add(member.getKey());
            return isLeft(inner, member.getValue(), sources, dropped);
        });
    }

    private @Nullable JsonNode context(JsonNode raw) {
        JsonNode whole = source(rule("context"), raw, raw, 0);
        if (whole != null && !whole.isObject() && !whole.isNull()) {
            return whole;
        }
        ObjectNode context = NODES.objectNode();
        Set<String> filled = new TreeSet<>();
        map.rules().stream().filter(Rule::isContextKey).forEach(rule -> filled.add(rule.contextKey()));
        if (whole != null && whole.isObject()) {
            whole.properties().forEach(member -> {
                boolean dropped = rule("context").sources().stream().anyMatch(source -> {
                    List<String> path = new ArrayList<>(source.steps());
                    path.add(member.getKey());
                    return map.drop().contains(new FieldPath(path));
                });
                if (!dropped
                        && !filled.contains(member.getKey())
                        && !member.getValue().isNull()) {
                    context.set(member.getKey(), text(member.getValue()));
                }
            });
        }
        boolean isThere = whole != null && whole.isObject();
        for (Rule rule : map.rules()) {
            if (rule.isContextKey()) {
                JsonNode value = value(rule, raw, raw, 0);
                if (value != null && !(value.isNull() && rule.values().isEmpty())) {
                    context.set(rule.contextKey(), text(value));
                    isThere = true;
                }
            }
        }
        return isThere ? context : null;
    }

    private @Nullable JsonNode items(JsonNode raw) {
        JsonNode list = value(rule("items"), raw, raw, 0);
        boolean isLogged = source(rule("items"), raw, raw, 0) != null;
        if (map.elements().isEmpty() || list == null || !isLogged || !list.isArray()) {
            return list;
        }
        boolean takesValues =
                map.elements().stream().anyMatch(rule -> rule.sources().contains(FieldPath.VALUE));
        ArrayNode items = NODES.arrayNode();
        int place = 0;
        for (JsonNode element : list.values()) {
            items.add(element(element, ++place, takesValues));
        }
        return items;
    }

    private JsonNode element(JsonNode element, int place, boolean takesValues) {
        if (!element.isObject() && !takesValues) {
            return element;
        }
        ObjectNode item = NODES.objectNode();
        Set<List<String>> sources = new java.util.HashSet<>();
        Set<List<String>> dropped = new java.util.HashSet<>();
        for (String field : contract.elements()) {
            Rule rule = map.elements().stream()
                    .filter(candidate -> candidate.target().equals(field))
                    .findFirst()
                    .orElseGet(() -> Rule.same(field));
            rule.sources().forEach(source -> sources.add(source.steps()));
            dropped.add(List.of(field));
            JsonNode value = value(rule, element, element, place);
            if (value != null) {
                item.set(field, value);
            }
        }
        if (element.isObject()) {
            extras(element, sources, dropped, false, item);
        }
        return item;
    }

    private static @Nullable JsonNode source(Rule rule, JsonNode record, JsonNode element, int place) {
        JsonNode first = null;
        for (FieldPath source : rule.sources()) {
            JsonNode found = place > 0 && source.equals(FieldPath.VALUE)
                    ? element
                    : place > 0 && source.equals(FieldPath.POSITION) ? NODES.numberNode(place) : find(record, source);
            boolean holds = found != null
                    && !found.isNull()
                    && !(found.isString() && found.asString().isEmpty());
            if (holds) {
                return found;
            }
            first = first == null ? found : first;
        }
        return first;
    }

    private static @Nullable JsonNode find(JsonNode record, FieldPath path) {
        JsonNode at = record;
        for (String step : path.steps()) {
            at = at == null || !at.isObject() ? null : at.get(step);
        }
        return at;
    }

    private static @Nullable JsonNode value(Rule rule, JsonNode record, JsonNode element, int place) {
        JsonNode found = source(rule, record, element, place);
        if (found == null) {
            return rule.emptyList() ? NODES.arrayNode() : literal(rule.otherwise());
        }
        boolean optional = List.of("value", "latency_ms", "error").contains(rule.target())
                && rule.isWritten()
                && rule.values().isEmpty()
                && rule.others() == null;
        if ((rule.isContextKey() || optional) && found.isNull()) {
            return null;
        }
        String key = found.isString() ? found.asString() : found.toString();
        Map<String, Optional<Literal>> values = rule.values();
        if (values.containsKey(key)) {
            return literal(values.get(key).orElseThrow(Ignored::new));
        }
        if (rule.others() != null) {
            return literal(rule.others().literal().orElseThrow(Ignored::new));
        }
        return switch (rule.as()) {
            case NONE -> found;
            case TEXT -> text(found);
            case NUMBER -> number(found);
            case EPOCH_SECONDS -> time(found, "1");
            case EPOCH_MILLIS -> time(found, "0.001");
            case EPOCH_MICROS -> time(found, "0.000001");
        };
    }

    private static @Nullable JsonNode literal(@Nullable Literal literal) {
        if (literal == null) {
            return null;
        }
        if (literal.quoted()) {
            return NODES.stringNode(literal.text());
        }
        return literal.text().matches("true|false")
                ? NODES.booleanNode(literal.text().equals("true"))
                : NODES.numberNode(new BigDecimal(literal.text()));
    }

    private static JsonNode text(JsonNode value) {
        return value.isNumber() || value.isBoolean() ? NODES.stringNode(value.toString()) : value;
    }

    private static JsonNode number(JsonNode value) {
        String text = value.isString() ? value.asString() : "";
        return text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")
                ? NODES.numberNode(new BigDecimal(text))
                : value;
    }

    private static JsonNode time(JsonNode value, String unit) {
        String text = value.isString() ? value.asString() : value.isNumber() ? value.toString() : "";
        if (!text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?") || text.length() > 40) {
            return value;
        }
        BigDecimal micros = new BigDecimal(text)
                .multiply(new BigDecimal(unit))
                .movePointRight(6)
                .setScale(0, RoundingMode.FLOOR);
        if (micros.precision() > 18) {
            return value;
        }
        Instant time = Instant.EPOCH.plus(micros.longValueExact(), ChronoUnit.MICROS);
        boolean fits = !time.isBefore(Instant.parse("0000-01-01T00:00:00Z"))
                && time.isBefore(Instant.parse("9999-12-31T23:59:59.999999Z").plusNanos(1000));
        return fits ? NODES.stringNode(time.toString()) : value;
    }
}
