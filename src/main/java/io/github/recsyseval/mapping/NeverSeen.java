package io.github.recsyseval.mapping;

import io.github.recsyseval.text.DidYouMean;
import io.github.recsyseval.text.PrintableText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds rules whose fields never occur: most likely their names are misspelled. */
final class NeverSeen {
    private final FieldPlan plan;
    private final long[] seen;
    private final long[] usedInElements;

    NeverSeen(FieldPlan plan, long[] seen, long[] usedInElements) {
        this.plan = plan;
        this.seen = seen;
        this.usedInElements = usedInElements;
    }

    /** The complaint about the first such rule in the order of the map's file. */
    Optional<String> complaint() {
        return Stream.of(plan.fields(), plan.keys())
                .flatMap(List::stream)
                .filter(writer ->
                        isDemanded(writer) && Arrays.stream(writer.slots()).allMatch(slot -> seen[slot] == 0))
                .map(writer -> complaint(writer.rule(), "", plan.unknown().names()))
                .findFirst()
                .or(this::inElements);
    }

    private Optional<String> inElements() {
        ItemsWriter items = plan.items();
        if (items == null || usedInElements[usedInElements.length - 1] == 0) {
            return Optional.empty(); // there was no element at all
        }
        int at = 0;
        for (ValueWriter writer : items.fields()) {
            int end = at + writer.slots().length;
            if (isDemanded(writer) && Arrays.stream(usedInElements, at, end).sum() == 0) {
                return Optional.of(complaint(
                        writer.rule(), "items.", plan.unknownInElements().names()));
            }
            at = end;
        }
        return Optional.empty();
    }

    private static boolean isDemanded(ValueWriter writer) {
        Rule rule = writer.rule();
        return rule.isWritten() && !rule.optional() && !rule.isConstant();
    }

    private String complaint(Rule rule, String prefix, Set<String> unknown) {
        List<String> sources = rule.sources().stream().map(FieldPath::toString).toList();
        Map<String, String> printable = new TreeMap<>();
        unknown.forEach(name -> printable.put(PrintableText.name(name), name));
        String meant = sources.stream()
                .flatMap(source -> DidYouMean.suggest(source, printable.keySet()).stream())
                .findFirst()
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
        return "the map takes " + prefix + rule.target() + " from " + String.join(" or ", sources)
                + ", which no record of the "
                + plan.map().contract().plural() + " has" + meant + " ("
                + plan.map().map() + ":" + rule.line()
                + "; optional: true allows it)";
    }
}
