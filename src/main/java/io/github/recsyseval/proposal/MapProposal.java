package io.github.recsyseval.proposal;

import io.github.recsyseval.event.Contract;
import io.github.recsyseval.schema.PropertySuggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Guesses from names and values which field of a log is which field of its contract. A guess is no more than that: whoever shows it
 * says how many lines keep the contract with it.
 */
public final class MapProposal {
    private static final List<String> CLICKS =
            List.of("click", "clicked", "tap", "select", "view_item", "open", "item_click");
    private static final List<String> CONVERSIONS = List.of(
            "conversion",
            "purchase",
            "purchased",
            "order",
            "buy",
            "bought",
            "sale",
            "order_completed",
            "checkout",
            "checkout_completed",
            "transaction");
    private static final List<String> EXPOSURE = List.of("request_id", "user_id", "ts", "items", "latency_ms", "error");
    private static final List<String> OUTCOME =
            List.of("request_id", "user_id", "item_id", "event_type", "value", "ts");
    private static final List<String> ASSIGNMENT = List.of("experiment_id", "variant", "request_id", "user_id", "ts");
    private static final String CONTEXT = "context.";

    private final Contract contract;
    private final Census census;
    private final Map<String, List<List<String>>> found = new LinkedHashMap<>();
    private final Map<String, String> rules = new LinkedHashMap<>();
    private final List<List<String>> unused = new ArrayList<>();

    private MapProposal(Contract contract, Census census) {
        this.contract = contract;
        this.census = census;
    }

    /** The rules for a log, target to YAML, in the order in which they should be written; empty when nothing was recognised. */
    public static Map<String, String> rules(LogHead head) {
        MapProposal proposal = new MapProposal(head.contract(), Census.of(head));
        proposal.find();
        proposal.write();
        return proposal.rules;
    }

    private List<String> targets() {
        return switch (contract) {
            case EXPOSURE, RANKLIST -> EXPOSURE;
            case OUTCOME -> OUTCOME;
            case ASSIGNMENT -> ASSIGNMENT;
        };
    }

    private boolean hasContext() {
        return contract != Contract.OUTCOME;
    }

    private void find() {
        List<String> known = new ArrayList<>(targets());
        if (hasContext()) {
            known.add("context");
        }
        census.fields().forEach((path, facts) -> {
            String name = path.get(path.size() - 1);
            boolean own = path.size() == 1 && known.contains(name);
            boolean inContext = path.get(0).equals("context") && path.size() > 1;
            Optional<String> target = own ? Optional.of(name) : inContext ? Optional.empty() : target(name, known);
            if (target.isPresent() && fits(target.get(), facts)) {
                found.computeIfAbsent(target.get(), any -> new ArrayList<>()).add(path);
            } else if (!own && !inContext) {
                unused.add(path);
            }
        });
        if (!found.containsKey("ts")) {
            census.fields().forEach((path, facts) -> {
                if (facts.isTime()) {
                    found.computeIfAbsent("ts", any -> new ArrayList<>()).add(path);
                }
            });
        }
    }

    private static Optional<String> target(String name, List<String> known) {
        if (name.toLowerCase(Locale.ROOT).contains("session")) {
            return Optional.of("user_id");
        }
        return PropertySuggestion.of(name, known);
    }

    private static boolean fits(String target, FieldFacts facts) {
        return switch (target) {
            case "ts" -> facts.isTime();
            case "items" -> facts.lists > facts.records / 2;
            case "value", "latency_ms" -> facts.isScalar();
            case "error" -> facts.isScalar() && !facts.tooManyValues;
            case "context" -> facts.values.isEmpty() && facts.lists == 0;
            default -> facts.isScalar();
        };
    }

    private void write() {
        for (String target : targets()) {
            List<List<String>> paths = found.get(target);
            if (paths != null) {
                paths.sort(Comparator.comparing((List<String> path) -> isSession(path))
                        .thenComparing(path -> -facts(path).records)
                        .thenComparing(List::size)
                        .thenComparing(MapProposal::text));
                rule(target, paths);
            }
        }
        if (hasContext()) {
            context();
        }
        boolean left = unused.stream().anyMatch(path -> path.size() == 1 && !isTaken(path));
        if (left) {
            rules.put("drop", "rest");
        }
    }

    private void rule(String target, List<List<String>> paths) {
        List<String> first = paths.get(0);
        FieldFacts facts = facts(first);
        boolean same = first.equals(List.of(target));
        switch (target) {
            case "ts" -> put(target, time(first, facts), same && facts.times > facts.records / 2);
            case "items" -> items(first, facts);
            case "event_type" -> put(target, events(first, facts), false);
            case "value", "latency_ms" -> {
                String number = facts.texts > facts.records / 2 ? withAs(first, "number") : text(first);
                put(target, number, same && facts.texts == 0);
            }
            case "user_id" -> {
                List<String> ids =
                        paths.stream().limit(3).map(MapProposal::text).toList();
                boolean several = ids.size() > 1 && facts.records < census.records();
                String id = facts.numbers > 0 ? withAs(first, "text") : text(first);
                put(target, several ? "[" + String.join(", ", ids) + "]" : id, same && !several && facts.numbers == 0);
            }
            default -> put(target, facts.numbers > 0 ? withAs(first, "text") : text(first), same && facts.numbers == 0);
        }
    }

    private void put(String target, String rule, boolean needless) {
        if (!needless) {
            rules.put(target, rule);
        }
    }

    private static String time(List<String> path, FieldFacts facts) {
        if (facts.times >= Math.max(facts.seconds, facts.millis)) {
            return text(path);
        }
        return withAs(path, facts.millis >= facts.seconds ? "epoch_millis" : "epoch_seconds");
    }

    private void items(List<String> path, FieldFacts facts) {
        if (facts.listsOfObjects == 0) {
            rules.put("items", "{from: " + text(path) + ", item_id: $value}");
            return;
        }
        Census elements = census.elements(path);
        List<String> known = List.of("item_id", "rank");
        Map<String, String> inner = new TreeMap<>();
        elements.fields().forEach((field, seen) -> {
            String name = field.get(field.size() - 1);
            Optional<String> target = field.size() == 1 && known.contains(name)
                    ? Optional.of(name)
                    : isRank(name, seen) ? Optional.of("rank") : PropertySuggestion.of(name, known);
            target.filter(any -> seen.isScalar()).ifPresent(to -> {
                String as = to.equals("item_id") && seen.numbers > 0 ? withAs(field, "text") : text(field);
                if (!inner.containsKey(to) || name.equals(to)) {
                    inner.put(to, as);
                }
            });
        });
        inner.putIfAbsent("rank", "$position");
        boolean needless = path.equals(List.of("items"))
                && "item_id".equals(inner.get("item_id"))
                && "rank".equals(inner.get("rank"));
        if (!needless) {
            inner.values().removeIf(known::contains);
            StringBuilder rule = new StringBuilder("{from: ").append(text(path));
            inner.forEach(
                    (to, from) -> rule.append(", ").append(to).append(": ").append(from));
            rules.put("items", rule.append('}').toString());
        }
    }

    /** Places from 1 on; from 0 on they are no ranks, and the place in the list is taken. */
    private static boolean isRank(String name, FieldFacts seen) {
        return List.of("position", "pos", "index").contains(name.toLowerCase(Locale.ROOT))
                && seen.numbers == seen.records
                && !seen.values.containsKey("0");
    }

    private String events(List<String> path, FieldFacts facts) {
        Map<String, String> values = new TreeMap<>();
        boolean others = facts.tooManyValues;
        for (String value : facts.values.keySet()) {
            String plain = value.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
            if (CLICKS.contains(plain)) {
                values.put(value, "click");
            } else if (CONVERSIONS.contains(plain)) {
                values.put(value, "conversion");
            } else {
                others = true;
            }
        }
        boolean asTheyAre =
                !others && values.entrySet().stream().allMatch(e -> e.getKey().equals(e.getValue()));
        if (asTheyAre || values.isEmpty()) {
            return text(path);
        }
        List<String> pairs = new ArrayList<>();
        values.forEach((from, to) -> pairs.add(Yaml.word(from) + ": " + to));
        return "{from: " + text(path) + ", values: {" + String.join(", ", pairs) + "}"
                + (others ? ", others: ignore}" : "}");
    }

    /** Fields with few values that nearly every record has are worth having as keys. */
    private void context() {
        found.forEach((target, paths) -> {
            if (target.startsWith(CONTEXT)) {
                rules.put(target, text(paths.get(0)));
            }
        });
        for (List<String> path : unused) {
            FieldFacts facts = facts(path);
            boolean key = facts.isScalar() && !facts.tooManyValues && facts.records > census.records() / 2;
            if (key && rules.size() < 40) {
                rules.put(CONTEXT + path.get(path.size() - 1), text(path));
            }
        }
    }

    private boolean isTaken(List<String> path) {
        return rules.containsKey(CONTEXT + path.get(path.size() - 1));
    }

    private FieldFacts facts(List<String> path) {
        return census.fields().getOrDefault(path, new FieldFacts());
    }

    private static boolean isSession(List<String> path) {
        return path.get(path.size() - 1).toLowerCase(Locale.ROOT).contains("session");
    }

    private static String withAs(List<String> path, String as) {
        return "{from: " + text(path) + ", as: " + as + "}";
    }

    private static String text(List<String> path) {
        return Yaml.word(new io.github.recsyseval.mapping.FieldPath(path).toString());
    }
}
