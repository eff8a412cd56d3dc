package io.github.recsyseval.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value stands in a logged line: names of fields from the outside in, such as {@code subject.user_id_hash}. A point that
 * belongs to a name has a backslash before it.
 *
 * @param steps at least one name
 */
public record FieldPath(List<String> steps) {
    /** An element of the list itself, for lists of plain values. */
    public static final FieldPath VALUE = new FieldPath(List.of("$value"));

    /** The place of an element in its list, from 1. */
    public static final FieldPath POSITION = new FieldPath(List.of("$position"));

    /** More names in one path than this are refused. */
    public static final int MAX_STEPS = 20;

    public FieldPath {
        steps = List.copyOf(steps);
    }

    /** Reads a path as it stands in a map; a name may be empty, as it may in JSON. */
    public static FieldPath parse(String text) {
        List<String> steps = new ArrayList<>();
        StringBuilder step = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                step.append(text.charAt(++i));
            } else if (c == '.') {
                steps.add(step.toString());
                step.setLength(0);
            } else {
                step.append(c);
            }
        }
        steps.add(step.toString());
        return new FieldPath(steps);
    }

    /** Whether it names no field but something of the list that the map goes through. */
    boolean isBuiltIn() {
        return equals(VALUE) || equals(POSITION);
    }

    String first() {
        return steps.get(0);
    }

    /** As it would be written in a map. */
    @Override
    public String toString() {
        return String.join(
                ".",
                steps.stream()
                        .map(step -> step.replace("\\", "\\\\").replace(".", "\\."))
                        .toList());
    }
}
