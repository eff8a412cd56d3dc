package io.github.recsyseval.mapping;

import io.github.recsyseval.text.DidYouMean;
import io.github.recsyseval.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds mistakes of a map that show without any data. Limits see to it that a map cannot make lines grow without bound. */
public final class MapChecks {
    /** More rules for one contract than this are refused. */
    static final int MAX_RULES = 200;

    /** More fields of which the first present one is taken are refused. */
    static final int MAX_SOURCES = 20;

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
        RulesTogether.check(map);
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
                        printable(target) + " is not a field of " + schema + ", and " + printable(source.toString())
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
        throw new InvalidMapException(rule.line(), printable(target) + " is not a field of " + schema + meant);
    }

    private void element(Rule rule) {
        if (contract.elements().isEmpty()) {
            throw new InvalidMapException(
                    rule.line(), "the items of " + map.contract().schema() + " have no fields that could be filled");
        }
        if (!contract.elements().contains(rule.target())) {
            String meant = DidYouMean.hintOrAll(rule.target(), contract.elements());
            throw new InvalidMapException(
                    rule.line(),
                    printable("items." + rule.target()) + " is not a field of "
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
                    String meant = DidYouMean.hintOrAll(wrong, known);
                    throw new InvalidMapException(
                            rule.line(),
                            printable(wrong) + " is no " + rule.target() + " of "
                                    + map.contract().schema() + meant);
                });
    }

    private static String printable(String text) {
        return PrintableText.name(text);
    }
}
