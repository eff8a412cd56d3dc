package io.github.recsyseval.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a map made ready for lines: what to look for, where it is noted, who writes it. A field of the contract without a
 * rule is looked for under its own name. One instance serves one thread.
 */
final class FieldPlan {
    private final RecordMap map;
    private final UnknownNames unknown = new UnknownNames();
    private final FieldLevel level = new FieldLevel(unknown);
    private final UnknownNames unknownInElements = new UnknownNames();
    private final List<String> droppedNames = new ArrayList<>();
    private final Map<FieldPath, Integer> slots = new HashMap<>();
    private final List<ValueWriter> fields = new ArrayList<>();
    private final List<ValueWriter> keys = new ArrayList<>();
    private final ValueWriter[] keyArray;
    private final FieldScan scan;
    private final @Nullable ContextWriter context;
    private final @Nullable ItemsWriter items;
    private final @Nullable ValueWriter list;

    FieldPlan(RecordMap map) {
        this.map = map;
        ContractFields contract = ContractFields.of(map.contract());
        for (String field : contract.fields()) {
            Rule rule = map.rule(field).orElseGet(() -> unwritten(field));
            fields.add(writer(rule, level, slots, contract.isOptional(field) && rule.isWritten()));
        }
        for (Rule rule : map.rules()) {
            if (rule.isContextKey()) {
                keys.add(writer(rule, level, slots, true));
            }
        }
        map.drop().forEach(path -> drop(level.field(path.steps()), path.toString()));
        for (String field : contract.fields()) {
            // A field of the contract that a rule fills from elsewhere cannot stay under its name.
            FieldLevel.Field own = level.field(field);
            if (own.slot < 0 && own.dropped < 0) {
                drop(own, field);
            }
        }
        context = contract.hasContext() ? context(field("context")) : null;
        list = contract.hasItems() ? field("items") : null;
        items = map.elements().isEmpty() ? null : items(contract.elements());
        fields.stream()
                .filter(this::isCopied)
                .forEach(field ->
                        field.rule().sources().forEach(source -> level.field(source.steps()).verbatim = true));
        keyArray = keys.toArray(ValueWriter[]::new);
        scan = new FieldScan(level, slots.size(), droppedNames.size(), map.dropRest());
    }

    /** Whether the value of a field is copied as it is, always, and in nothing that somebody else looks into. */
    private boolean isCopied(ValueWriter field) {
        boolean isContext = context != null && field == context.whole();
        return !isContext
                && !field.leavesOutNull()
                && field.rule().copies()
                && field.rule().sources().get(0).steps().size() == 1
                && fields.stream().allMatch(other -> other == field || isApart(other, field))
                && keys.stream().allMatch(key -> isApart(key, field));
    }

    private static boolean isApart(ValueWriter one, ValueWriter other) {
        return one.rule().sources().stream().noneMatch(other.rule().sources()::contains);
    }

    private Rule unwritten(String field) {
        boolean dropped = map.drop().contains(new FieldPath(List.of(field)));
        return dropped ? Rule.none(field) : Rule.same(field);
    }

    private ValueWriter field(String name) {
        return fields.stream()
                .filter(field -> field.rule().target().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ValueWriter writer(
            Rule rule, FieldLevel level, Map<FieldPath, Integer> slots, boolean leavesOutNull) {
        int[] at = new int[rule.sources().size()];
        for (int i = 0; i < at.length; i++) {
            FieldPath path = rule.sources().get(i);
            at[i] = slots.computeIfAbsent(path, any -> slots.size());
            if (!path.isBuiltIn()) {
                level.field(path.steps()).slot = at[i];
            }
        }
        return new ValueWriter(rule, at, leavesOutNull);
    }

    private void drop(FieldLevel.Field field, String name) {
        if (field.dropped < 0) {
            field.dropped = droppedNames.size();
            droppedNames.add(name);
        }
    }

    /** The line's own context gives way to the keys that rules fill, and to dropped ones. */
    private ContextWriter context(ValueWriter whole) {
        FieldLevel own = new FieldLevel(new UnknownNames());
        List<String> shadowedNames = new ArrayList<>();
        for (FieldPath path : whole.rule().sources()) {
            int depth = path.steps().size();
            for (FieldPath dropped : map.drop()) {
                if (dropped.steps().size() == depth + 1
                        && dropped.steps().subList(0, depth).equals(path.steps())) {
                    own.field(dropped.steps().get(depth));
                }
            }
            for (ValueWriter key : keys) {
                List<String> steps = new ArrayList<>(path.steps());
                steps.add(key.rule().contextKey());
                FieldPath shadow = new FieldPath(steps);
                FieldLevel.Field field = own.field(key.rule().contextKey());
                if (!slots.containsKey(shadow) && !map.drop().contains(shadow)) {
                    field.dropped = shadowedNames.size();
                    shadowedNames.add(shadow.toString());
                }
            }
        }
        return new ContextWriter(whole, keys, own, shadowedNames);
    }

    private ItemsWriter items(List<String> names) {
        FieldLevel elements = new FieldLevel(unknownInElements);
        Map<FieldPath, Integer> elementSlots = new HashMap<>();
        elementSlots.put(FieldPath.VALUE, ItemsWriter.VALUE_SLOT);
        elementSlots.put(FieldPath.POSITION, ItemsWriter.POSITION_SLOT);
        List<ValueWriter> writers = new ArrayList<>();
        for (String name : names) {
            Optional<Rule> rule = map.elements().stream()
                    .filter(candidate -> candidate.target().equals(name))
                    .findFirst();
            writers.add(writer(rule.orElseGet(() -> Rule.same(name)), elements, elementSlots, false));
        }
        for (String name : names) {
            FieldLevel.Field own = elements.field(name);
            if (own.slot < 0) {
                own.dropped = 0;
            }
        }
        return new ItemsWriter(new FieldScan(elements, elementSlots.size(), 1, false), writers);
    }

    /** Forgets the line before. */
    void clear() {
        for (ValueWriter key : keyArray) {
            key.clear();
        }
        if (items != null) {
            items.clear();
        }
        if (context != null) {
            context.clear();
        }
    }

    RecordMap map() {
        return map;
    }

    FieldScan scan() {
        return scan;
    }

    /** One for each field of the contract, in its order. */
    List<ValueWriter> fields() {
        return fields;
    }

    /** One for each key of the context that a rule fills. */
    List<ValueWriter> keys() {
        return keys;
    }

    @Nullable ContextWriter context() {
        return context;
    }

    /** Writes the list where rules say what its elements are. */
    @Nullable ItemsWriter items() {
        return items;
    }

    /** Finds the list. */
    @Nullable ValueWriter list() {
        return list;
    }

    /** Fields dropped by name, in the order in which a scan counts them. */
    List<String> droppedNames() {
        return droppedNames;
    }

    Map<FieldPath, Integer> slots() {
        return slots;
    }

    UnknownNames unknown() {
        return unknown;
    }

    UnknownNames unknownInElements() {
        return unknownInElements;
    }
}
