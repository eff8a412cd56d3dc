package io.github.recsyseval.mapping;

import io.github.recsyseval.text.PrintableText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the rules for one contract, each of which is right by itself, go together: no cycles, nothing dropped that is used. */
final class RulesTogether {
    /** More fields of the contract that one field of the log fills are refused. */
    static final int MAX_USES = 8;

    private final RecordMap map;
    private final ContractFields contract;

    private RulesTogether(RecordMap map) {
        this.map = map;
        contract = ContractFields.of(map.contract());
    }

    /** @throws InvalidMapException for the first mistake */
    static void check(RecordMap map) {
        RulesTogether rules = new RulesTogether(map);
        rules.cycles();
        rules.uses();
        rules.drops();
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
