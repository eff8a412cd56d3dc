package io.github.recsyseval.mapping;

import io.github.recsyseval.event.Contract;
import java.util.List;
import java.util.Optional;

/**
 * The rules for the records of one contract. A field of the contract that no rule fills is taken from the field of its own name.
 *
 * @param map the name or path of the map, for reports
 * @param rules at most one for each target
 * @param elements rules for the elements of {@code items}; empty when they are as the contract says
 * @param drop fields that are left out
 * @param dropRest whether all fields are left out that no rule uses
 */
public record RecordMap(
        Contract contract, String map, List<Rule> rules, List<Rule> elements, List<FieldPath> drop, boolean dropRest) {
    public RecordMap {
        rules = List.copyOf(rules);
        elements = List.copyOf(elements);
        drop = List.copyOf(drop);
    }

    /** What rewrites lines, for one thread. */
    public LineMapper newMapper() {
        return new LineMapper(this);
    }

    /** The same rules, which a log need not have the fields for. */
    public RecordMap asOptional() {
        return new RecordMap(
                contract,
                map,
                rules.stream().map(Rule::asOptional).toList(),
                elements.stream().map(Rule::asOptional).toList(),
                drop,
                dropRest);
    }

    /** What it does, whatever it is called and in whichever order and lines its rules stand. */
    String canonical() {
        return sorted(rules) + " elements " + sorted(elements) + " drop "
                + drop.stream().map(FieldPath::toString).sorted().toList() + (dropRest ? " and the rest" : "");
    }

    private static List<String> sorted(List<Rule> rules) {
        return rules.stream().map(Rule::canonical).sorted().toList();
    }

    Optional<Rule> rule(String target) {
        return rules.stream().filter(rule -> rule.target().equals(target)).findFirst();
    }
}
