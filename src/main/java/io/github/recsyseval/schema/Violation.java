package io.github.recsyseval.schema;

import org.jspecify.annotations.Nullable;

/**
 * One way in which a line breaks its contract. Nothing in it is a value from the data, except names of properties, which are
 * escaped and cut.
 *
 * @param pointer where in the record, as a JSON Pointer such as {@code /items/3/rank}; empty for the record as a whole
 * @param keyword the schema keyword that refuses, such as {@code minimum}; {@value #JSON} when the line is not JSON,
 *     {@value #NUMBER_RANGE} for a number that no double can hold, {@value #SCHEMA_LIMIT} when checking had to be given up
 * @param schemaLocation where in the schema, such as {@code #/properties/items/items/properties/rank/minimum}; with the
 *     address of the document in front when that is not the schema itself; empty when no keyword of a schema is involved
 * @param message a sentence without capital and full stop, such as {@code is below 1; ranks are 1-based}
 * @param property the property that is missing or not allowed, else null
 */
public record Violation(
        String pointer,
        String keyword,
        String schemaLocation,
        String message,
        @Nullable String property) {

    /** The keyword of lines that are not JSON in UTF-8. */
    public static final String JSON = "json";

    /** The keyword of numbers beyond the range of a 64-bit floating point number, about 1.8e308. */
    public static final String NUMBER_RANGE = "number-range";

    /** The keyword of records whose check was given up, because of the schema or the number of violations. */
    public static final String SCHEMA_LIMIT = "schema-limit";

    /** Whether the line is the beginning of a record, with more to come. */
    public boolean isCutOff() {
        return keyword.equals(JSON)
                && (message.endsWith(JsonDefect.CUT_OFF) || message.startsWith(JsonDefect.BEGINNING));
    }

    /** A violation of the line as a whole, found without a schema. */
    public static Violation ofLine(String keyword, String message) {
        return new Violation("", keyword, "", message, null);
    }
}
