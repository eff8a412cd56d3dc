package io.github.recsyseval.mapping;

import io.github.recsyseval.event.Contract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Makes maps that make sense, and lines in which some of what they look for is there. The same seed gives the same. */
final class RandomMaps {
    private static final List<String> NAMES = List.of(
            "request_id",
            "rid",
            "user_id",
            "uid",
            "session_id",
            "ts",
            "timestamp",
            "at",
            "items",
            "products",
            "context",
            "attributes",
            "tenant",
            "surface",
            "latency_ms",
            "took",
            "error",
            "item_id",
            "sku",
            "event_type",
            "action",
            "value",
            "price",
            "debug",
            "variant",
            "a.b",
            "ä",
            "x\"y");
    private static final List<String> NESTED = List.of("context", "attributes", "subject", "meta", "debug");
    private static final List<String> ELEMENT =
            List.of("item_id", "sku", "rank", "pos", "propensity", "p", "score", "meta");
    private static final List<String> WORDS =
            List.of("click", "purchase", "scroll", "conversion", "home", "", "7", "12.50", "1767225600", "é", "1e3");

    private final SplittableRandom random;

    RandomMaps(long seed) {
        random = new SplittableRandom(seed);
    }

    RecordMap map(Contract contract) {
        while (true) {
            try {
                return MapChecks.check(candidate(contract));
            } catch (InvalidMapException mistake) {
                // Try the next.
            }
        }
    }

    private RecordMap candidate(Contract contract) {
        ContractFields fields = ContractFields.of(contract);
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            String target = fields.hasContext() && random.nextInt(3) == 0
                    ? "context." + pick(List.of("surface", "tenant_id", "k", "a.b", "ä"))
                    : pick(fields.fields());
            rules.put(target, rule(target, this::path, !target.equals("items") && !target.equals("context")));
        }
        List<Rule> elements = new ArrayList<>();
        if (!fields.elements().isEmpty() && random.nextInt(3) == 0) {
            Set<String> targets = new LinkedHashSet<>();
            for (int i = random.nextInt(3) + 1; i > 0; i--) {
                targets.add(pick(fields.elements()));
            }
            targets.forEach(target -> elements.add(rule(target, this::elementPath, false)));
        }
        List<FieldPath> drop = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            drop.add(path());
        }
        return new RecordMap(contract, "m", List.copyOf(rules.values()), elements, drop, random.nextInt(4) == 0);
    }

    private Rule rule(String target, java.util.function.Supplier<FieldPath> path, boolean mayReplace) {
        List<FieldPath> sources = new ArrayList<>();
        for (int i = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(random.nextInt(3) + 1); i > 0; i--) {
            sources.add(path.get());
        }
        boolean constant = sources.isEmpty();
        Map<String, Optional<Literal>> values = new LinkedHashMap<>();
        Rule.@Nullable Others others = null;
        if (mayReplace && !constant && random.nextInt(4) == 0) {
            values.put(pick(WORDS), random.nextInt(3) == 0 ? Optional.empty() : Optional.of(literal(target)));
            values.put("true", Optional.of(literal(target)));
            others = switch (random.nextInt(4)) {
                case 0 -> new Rule.Others(Optional.of(literal(target)));
                case 1 -> new Rule.Others(Optional.empty());
                default -> null;
            };
        }
        return new Rule(
                target,
                sources,
                constant || random.nextInt(5) == 0 ? literal(target) : null,
                target.equals("items") && random.nextInt(4) == 0,
                conversion(target),
                values,
                others,
                true,
                1);
    }

    private Conversion conversion(String target) {
        if (random.nextInt(2) == 0 || target.equals("context") || target.equals("items")) {
            return Conversion.NONE;
        }
        return target.equals("ts")
                ? pick(List.of(Conversion.EPOCH_MICROS, Conversion.EPOCH_MILLIS, Conversion.EPOCH_SECONDS))
                : List.of("latency_ms", "value", "rank", "propensity", "logging_propensity", "target_propensity")
                                .contains(target)
                        ? Conversion.NUMBER
                        : Conversion.TEXT;
    }

    private Literal literal(String target) {
        if (target.equals("event_type")) {
            return new Literal(pick(List.of("click", "conversion")), true);
        }
        return pick(List.of(
                new Literal("a \"quoted\" ä\u0007", true), new Literal("7", false), new Literal("false", false)));
    }

    private FieldPath path() {
        return random.nextInt(3) == 0
                ? new FieldPath(List.of(pick(NESTED), pick(NAMES)))
                : new FieldPath(List.of(pick(NAMES)));
    }

    private FieldPath elementPath() {
        return switch (random.nextInt(5)) {
            case 0 -> FieldPath.POSITION;
            case 1 -> FieldPath.VALUE;
            case 2 -> new FieldPath(List.of("meta", pick(ELEMENT)));
            default -> new FieldPath(List.of(pick(ELEMENT)));
        };
    }

    /** One line, an object with some of the names that rules look for. */
    String line(RecordMap map) {
        Set<String> names = new LinkedHashSet<>();
        for (Rule rule : map.rules()) {
            rule.sources().stream()
                    .filter(source -> random.nextInt(3) == 0)
                    .forEach(source -> names.add(source.first()));
        }
        for (int i = random.nextInt(9); i > 0; i--) {
            names.add(random.nextInt(4) == 0 ? pick(NESTED) : pick(NAMES));
        }
        List<String> members = new ArrayList<>();
        for (String name : names) {
            members.add(Literal.quote(name) + blank() + ":" + blank() + value(name));
        }
        return blank() + "{" + blank() + String.join(blank() + "," + blank(), members) + blank() + "}" + blank();
    }

    private String value(String name) {
        if (NESTED.contains(name) && random.nextInt(6) > 0) {
            Set<String> names = new LinkedHashSet<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                names.add(pick(NAMES));
            }
            return object(names);
        }
        if ((name.equals("items") || name.equals("products")) && random.nextInt(6) > 0) {
            List<String> elements = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                Set<String> names = new LinkedHashSet<>();
                for (int j = random.nextInt(4); j > 0; j--) {
                    names.add(pick(ELEMENT));
                }
                elements.add(random.nextInt(3) == 0 ? scalar() : object(names));
            }
            return "[" + blank() + String.join(blank() + ",", elements) + "]";
        }
        return scalar();
    }

    private String object(Set<String> names) {
        List<String> members = new ArrayList<>();
        names.forEach(name -> members.add(Literal.quote(name) + ":" + blank() + scalar()));
        return "{" + String.join("," + blank(), members) + blank() + "}";
    }

    private String scalar() {
        return switch (random.nextInt(12)) {
            case 0 -> "null";
            case 1 -> "true";
            case 2 -> "[1,{\"a\":\"}\"}]";
            case 3 -> "{\"deep\":{\"x\":1}}";
            case 4 -> "1767225600.1234567";
            case 5 -> "1767225600123";
            case 6 -> "-3";
            case 7 -> "\"\\u00e9\\\"\\\\\"";
            case 8 -> String.valueOf(random.nextInt(1000));
            default -> Literal.quote(pick(WORDS));
        };
    }

    private String blank() {
        return random.nextInt(6) == 0 ? pick(List.of(" ", "\t", "  ", "\r")) : "";
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
