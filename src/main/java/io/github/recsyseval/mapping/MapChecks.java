package io.github.recsyseval.mapping;

import io.github.recsyseval.text.DidYouMean;
import io.github.recsyseval.text.PrintableText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds mistakes of a map that show without any data. Limits see to it that a map cannot make lines grow without bound. */
public final class MapChecks {
    /** More rules for one contract than this are refused. */
    static final int MAX_RULES = 200;

    /** More fields of which the first present one is taken are refused. */
    static final int MAX_SOURCES = 20;

    /** More fields of the contract that one field of the log fills are refused. */
    static final int MAX_USES = 8;

    /** The names of filled fields and the constants for one contract may be so many characters together. */
    static final int MAX_TEXT = 8_000;

    private final RecordMap map;
    private final ContractFields contract;

    private MapChecks(RecordMap map) {
        this.map = map;
        contract = ContractFields.of(map.contract());
    }

    /**
     * Checks the rules for one contract.
     *
     * @throws InvalidMapException for the first mistake
     */
    public static RecordMap check(RecordMap map) {
        MapChecks checks = new MapChecks(map);
        checks.size();
        map.rules().forEach(checks::target);
        map.elements().forEach(checks::element);
        map.rules().forEach(checks::rule);
        map.elements().forEach(checks::rule);
        checks.cycles();
        checks.uses();
        checks.drops();
        return map;
    }

    private void size() {
        int rules = map.rules().size() + map.elements().size() + map.drop().size();
        int line = map.rules().isEmpty() ? 0 : map.rules().get(0).line();
        if (rules > MAX_RULES) {
            throw new InvalidMapException(
                    line, map.contract().plural() + " has " + rules + " rules, and " + MAX_RULES + " are the most");
        }
        int constants = 0;
        List<Rule> all = new ArrayList<>(map.rules());
        all.addAll(map.elements());
        for (Rule rule : all) {
            constants += rule.otherwise() == null ? 0 : rule.otherwise().text().length();
            constants += rule.target().length();
        }
        if (constants > MAX_TEXT) {
            throw new InvalidMapException(
                    line, "the names and constants of " + map.contract().plural() + " are longer than any log needs");
        }
    }

    private void target(Rule rule) {
        String target = rule.target();
        boolean key = rule.isContextKey()
                && contract.hasContext()
                && !rule.contextKey().isEmpty();
        if (key || contract.fields().contains(target)) {
            return;
        }
        String schema = map.contract().schema();
        for (FieldPath source : rule.sources()) {
            if (contract.fields().contains(source.toString()) || source.first().equals("context")) {
                throw new InvalidMapException(
                        rule.line(),
                        printable(target) + " is no field of " + schema + ", and " + printable(source.toString())
                                + " is: the field of the contract comes first; did you mean "
                                + printable(source.toString()) + ": " + printable(target) + "?");
            }
        }
        if (rule.isContextKey()) {
            throw new InvalidMapException(
                    rule.line(), schema + " has no context, so " + printable(target) + " has no place");
        }
        String context = contract.hasContext() ? "context." + target : "";
        Optional<String> close = DidYouMean.suggest(target, contract.fields());
        String meant = close.map(name -> "; did you mean " + name + "?")
                .orElse("; there are " + String.join(", ", contract.fields())
                        + (context.isEmpty() ? "" : ", and " + printable(context) + " makes it a key of the context"));
        throw new InvalidMapException(rule.line(), printable(target) + " is no field of " + schema + meant);
    }

    private void element(Rule rule) {
        if (contract.elements().isEmpty()) {
            throw new InvalidMapException(
                    rule.line(), "the items of " + map.contract().schema() + " have no fields that could be filled");
        }
        if (!contract.elements().contains(rule.target())) {
            String meant = DidYouMean.suggest(rule.target(), contract.elements())
                    .map(name -> "; did you mean " + name + "?")
                    .orElse("; there are " + String.join(", ", contract.elements()));
            throw new InvalidMapException(
                    rule.line(),
                    printable("items." + rule.target()) + " is no field of "
                            + map.contract().schema() + meant);
        }
        if (rule.sources().contains(FieldPath.POSITION) && !rule.target().equals("rank")) {
            throw new InvalidMapException(rule.line(), "$position is a rank, and no " + rule.target());
        }
        if (rule.values().values().stream().anyMatch(Optional::isEmpty)
                || rule.others() != null && rule.others().literal().isEmpty()) {
            throw new InvalidMapException(
                    rule.line(), "ignore leaves out whole records, so it cannot depend on one element of a list");
        }
    }

    private void rule(Rule rule) {
        boolean element = map.elements().contains(rule);
        for (FieldPath source : rule.sources()) {
            if (source.isBuiltIn() && !element) {
                throw new InvalidMapException(rule.line(), source + " is for the fields of items, below items");
            }
            if (source.steps().size() > FieldPath.MAX_STEPS) {
                throw new InvalidMapException(
                        rule.line(),
                        printable(source.toString()) + " is deeper than " + FieldPath.MAX_STEPS + " names");
            }
            if (source.first().startsWith("$") && !source.isBuiltIn()) {
                throw new InvalidMapException(
                        rule.line(),
                        "there is no " + printable(source.toString()) + ", only $position and $value"
                                + DidYouMean.hint(source.toString(), List.of("$position", "$value")));
            }
        }
        if (rule.sources().size() > MAX_SOURCES) {
            throw new InvalidMapException(
                    rule.line(),
                    rule.target() + " names " + rule.sources().size() + " fields, and " + MAX_SOURCES
                            + " are the most");
        }
        conversion(rule);
        replacements(rule, element);
    }

    private void conversion(Rule rule) {
        if (!fits(rule.as(), rule.target())) {
            String makes = switch (rule.as()) {
                case NUMBER -> "a number";
                case TEXT -> "a text";
                default -> "a time";
            };
            throw new InvalidMapException(
                    rule.line(),
                    "as: " + rule.as().word() + " makes " + makes + ", which " + printable(rule.target()) + " is not");
        }
    }

    /** Whether a conversion makes what a field of the contract holds. */
    private boolean fits(Conversion as, String target) {
        return switch (as) {
            case NONE -> true;
            case NUMBER -> contract.numbers().contains(target);
            case TEXT -> !contract.numbers().contains(target);
            case EPOCH_SECONDS, EPOCH_MILLIS, EPOCH_MICROS -> target.equals("ts");
        };
    }

    private void replacements(Rule rule, boolean element) {
        List<String> allowed = element ? List.of() : contract.alternatives(rule.target());
        if (allowed.isEmpty()) {
            return;
        }
        List<Literal> literals = new ArrayList<>();
        rule.values().values().forEach(literal -> literal.ifPresent(literals::add));
        if (rule.others() != null) {
            rule.others().literal().ifPresent(literals::add);
        }
        if (rule.otherwise() != null) {
            literals.add(rule.otherwise());
        }
        literals.stream()
                .filter(literal -> !allowed.contains(literal.text()))
                .map(Literal::text)
                .sorted()
                .findFirst()
                .ifPresent(wrong -> {
                    List<String> known = new ArrayList<>(allowed);
                    known.add("ignore");
                    String meant = DidYouMean.suggest(wrong, known)
                            .map(name -> "; did you mean " + name + "?")
                            .orElse("; there are " + String.join(", ", known));
                    throw new InvalidMapException(
                            rule.line(),
                            printable(wrong) + " is no " + rule.target() + " of "
                                    + map.contract().schema() + meant);
                });
    }

    /** Fields that take one another's places: somebody had the direction of the rules wrong. */
    private void cycles() {
        for (Rule start : map.rules()) {
            Set<String> way = new LinkedHashSet<>();
            Rule at = start;
            while (way.add(at.target())) {
                Optional<Rule> next = next(at);
                if (next.isEmpty()) {
                    break;
                }
                at = next.get();
            }
            if (way.size() > 1 && at.equals(start) && next(lastOf(way)).isPresent()) {
                throw new InvalidMapException(
                        start.line(),
                        "a cycle: " + String.join(" is taken from ", way) + ", which is taken from " + start.target()
                                + "; the field of the contract comes first, the field of the log second");
            }
        }
    }

    private Rule lastOf(Set<String> way) {
        String last = "";
        for (String target : way) {
            last = target;
        }
        return map.rule(last).orElseThrow();
    }

    /** The rule that fills the field from which a rule takes its value, when both are fields of the contract. */
    private Optional<Rule> next(Rule rule) {
        return rule.sources().stream()
                .filter(source -> !source.toString().equals(rule.target()))
                .flatMap(source -> map.rule(source.toString()).stream())
                .findFirst();
    }

    private void uses() {
        Map<FieldPath, Integer> uses = new HashMap<>();
        for (Rule rule : map.rules()) {
            for (FieldPath source : rule.sources()) {
                if (uses.merge(source, 1, Integer::sum) > MAX_USES) {
                    throw new InvalidMapException(
                            rule.line(),
                            printable(source.toString()) + " fills more than " + MAX_USES + " fields of the contract");
                }
            }
        }
    }

    private void drops() {
        Map<FieldPath, Rule> used = new LinkedHashMap<>();
        map.rules().forEach(rule -> rule.sources().forEach(source -> used.putIfAbsent(source, rule)));
        for (FieldPath drop : map.drop()) {
            Rule by = used.get(drop);
            if (by != null) {
                throw new InvalidMapException(
                        by.line(),
                        printable(drop.toString()) + " is dropped and yet used, by the rule for " + by.target());
            }
            int steps = drop.steps().size();
            for (int i = 1; i < steps; i++) {
                FieldPath whole = new FieldPath(drop.steps().subList(0, i));
                if (isTakenWhole(whole, used) && !(i == steps - 1 && isContext(whole, used))) {
                    throw new InvalidMapException(
                            0,
                            printable(drop.toString()) + " cannot be dropped, because " + printable(whole.toString())
                                    + " is taken as a whole");
                }
            }
        }
    }

    private boolean isTakenWhole(FieldPath path, Map<FieldPath, Rule> used) {
        return used.containsKey(path)
                || contract.fields().contains(path.toString())
                        && map.rule(path.toString()).isEmpty();
    }

    private boolean isContext(FieldPath path, Map<FieldPath, Rule> used) {
        Rule rule = used.get(path);
        return rule == null ? path.toString().equals("context") : rule.target().equals("context");
    }

    private static String printable(String text) {
        return PrintableText.name(text);
    }
}
