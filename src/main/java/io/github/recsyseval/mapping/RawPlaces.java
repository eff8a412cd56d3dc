package io.github.recsyseval.mapping;

import io.github.recsyseval.schema.Violation;
import io.github.recsyseval.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Tells of places in a rewritten line where in the logged line their values came from. */
final class RawPlaces {
    private final FieldPlan plan;
    private final byte[] line;

    /** @param plan knows which fields the line's values came from */
    RawPlaces(FieldPlan plan, byte[] line) {
        this.plan = plan;
        this.line = line;
    }

    /** The violation in terms of the logged line. */
    Violation of(Violation violation) {
        if (violation.pointer().isEmpty()) {
            return missing(violation, "", plan.fields());
        }
        List<String> steps = List.of(violation.pointer().substring(1).split("/", -1));
        Optional<ValueWriter> field = find(steps.get(0), plan.fields());
        if (field.isEmpty()) {
            return violation;
        }
        boolean inContext =
                plan.context() != null && field.get() == plan.context().whole();
        if (inContext && steps.size() > 1) {
            String key = steps.get(1);
            for (ValueWriter writer : plan.keys()) {
                if (step(writer.rule().contextKey()).equals(key)) {
                    return moved(violation, writer, steps.subList(2, steps.size()), "");
                }
            }
        }
        if (plan.items() != null && field.get() == plan.list() && steps.size() > 1) {
            return inElement(violation, field.get(), steps);
        }
        return moved(violation, field.get(), steps.subList(1, steps.size()), "");
    }

    private Violation inElement(Violation violation, ValueWriter list, List<String> steps) {
        String element = base(list) + "/" + steps.get(1);
        ItemsWriter items = Objects.requireNonNull(plan.items());
        if (steps.size() == 2) {
            return missing(at(violation, element, ""), element, items.fields());
        }
        Optional<ValueWriter> field = find(steps.get(2), items.fields());
        if (field.isEmpty() || list.chosen() == ValueWriter.NO_SOURCE) {
            return at(violation, element + "/" + String.join("/", steps.subList(2, steps.size())), "");
        }
        int from = plan.scan().from(list.slots()[list.chosen()]);
        int to = plan.scan().to(list.slots()[list.chosen()]);
        items.lookAgain(line, from, to, Integer.parseInt(steps.get(1)), field.get());
        return moved(violation, field.get(), steps.subList(3, steps.size()), element);
    }

    /** A violation of a value that a rule moved. */
    private static Violation moved(Violation violation, ValueWriter field, List<String> rest, String within) {
        Rule rule = field.rule();
        if (field.chosen() == ValueWriter.NO_SOURCE) {
            return at(violation, violation.pointer(), "; the map itself sets it");
        }
        String pointer = within + base(field) + (rest.isEmpty() ? "" : "/" + String.join("/", rest));
        String converted = rule.as() == Conversion.NONE
                ? ""
                : "; the map reads it as " + rule.as().word();
        return at(violation, pointer, rule.isWritten() ? converted : "");
    }

    private static Violation missing(Violation violation, String pointer, List<ValueWriter> fields) {
        Optional<ValueWriter> field = violation.keyword().equals("required") && violation.property() != null
                ? find(violation.property(), fields)
                        .filter(writer -> writer.rule().isWritten())
                : Optional.empty();
        return field.map(writer -> at(violation, pointer, "; the map takes it from " + sources(writer.rule())))
                .orElse(violation);
    }

    private static String sources(Rule rule) {
        List<String> names = new ArrayList<>();
        rule.sources().forEach(source -> names.add('"' + PrintableText.name(source.toString()) + '"'));
        return String.join(" or ", names);
    }

    private static Optional<ValueWriter> find(String target, List<ValueWriter> fields) {
        return fields.stream()
                .filter(field -> field.rule().target().equals(target))
                .findFirst();
    }

    private static String base(ValueWriter field) {
        if (field.chosen() == ValueWriter.NO_SOURCE) {
            return "";
        }
        FieldPath source = field.rule().sources().get(field.chosen());
        return source.isBuiltIn() ? "" : PrintableText.pointer(source.steps());
    }

    private static String step(String name) {
        return PrintableText.pointer(List.of(name)).substring(1);
    }

    private static Violation at(Violation violation, String pointer, String more) {
        return new Violation(
                pointer,
                violation.keyword(),
                violation.schemaLocation(),
                violation.message() + more,
                violation.property());
    }
}
