package io.github.recsyseval.schema;

import java.util.List;

/**
 * What was found in one line.
 *
 * @param violations why the line is invalid, empty when it is valid: those of the schema by pointer, place in the schema,
 *     keyword and property, at most 10,000 of them and then one that says so; last the numbers out of range
 * @param duplicateKeys JSON Pointers of the keys that occur again in their object, in the order of the line; the last
 *     occurrence counts. They do not make a line invalid
 */
public record Verdict(List<Violation> violations, List<String> duplicateKeys) {
    /** The verdict on a line with which all is well. */
    static final Verdict VALID = new Verdict(List.of(), List.of());

    public boolean isValid() {
        return violations.isEmpty();
    }
}
