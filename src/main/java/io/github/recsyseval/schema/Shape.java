package io.github.recsyseval.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a value must look like to be plainly valid: the part of JSON Schema that logs need, ready to be checked token by
 * token. {@link ShapeReader} makes them from schemas, {@link SchemaAcceptor} checks them.
 *
 * @param kinds which kinds of value are allowed, the sum of constants of this class
 * @param minLength the least number of characters of a string
 * @param minimum the least number; minus infinity without one
 * @param dateTime whether strings must be RFC 3339 date-times
 * @param alternatives the only strings allowed; null when any is. Nothing but these strings is then allowed at all
 * @param names the properties of objects that have a shape of their own or are required
 * @param properties the shape of each of these; null where anything is allowed
 * @param required which of these must be there, bit i for the i-th
 * @param others the shape of all other properties of objects; null when they may be anything
 * @param items the shape of the items of arrays; null when they may be anything
 */
record Shape(
        int kinds,
        int minLength,
        double minimum,
        boolean dateTime,
        @Nullable List<String> alternatives,
        List<String> names,
        List<@Nullable Shape> properties,
        long required,
        @Nullable Shape others,
        @Nullable Shape items) {

    static final int OBJECT = 1;
    static final int ARRAY = 1 << 1;
    static final int STRING = 1 << 2;
    /** A number without fraction and exponent; other forms of a whole number are not plain. */
    static final int INTEGER = 1 << 3;
    /** A number with fraction or exponent. */
    static final int FRACTION = 1 << 4;

    static final int BOOLEAN = 1 << 5;
    static final int NULL = 1 << 6;
    static final int ANYTHING = (1 << 7) - 1;

    /** More properties than this have no place in {@link #required}. */
    static final int MAX_PROPERTIES = Long.SIZE;

    /** Allows no value at all. */
    static final Shape NOTHING =
            new Shape(0, 0, Double.NEGATIVE_INFINITY, false, null, List.of(), List.of(), 0, null, null);

    boolean allows(int kind) {
        return (kinds & kind) != 0;
    }

    boolean hasMinimum() {
        return minimum != Double.NEGATIVE_INFINITY;
    }
}
