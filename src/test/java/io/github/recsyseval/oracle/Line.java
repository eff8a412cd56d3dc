package io.github.recsyseval.oracle;

import org.jspecify.annotations.Nullable;

/**
 * One line of a log and what it is.
 *
 * @param record what a valid line says; null for one that is not valid
 * @param lacksRequestId whether the line is a JSON object without a request id that is a non-empty string
 * @param blank whether there is nothing on it
 */
record Line<T>(String text, @Nullable T record, boolean lacksRequestId, boolean blank) {

    static <T> Line<T> valid(String text, T record) {
        return new Line<>(text, record, false, false);
    }

    static <T> Line<T> invalid(String text, boolean lacksRequestId) {
        return new Line<>(text, null, lacksRequestId, false);
    }

    static <T> Line<T> blank(String text) {
        return new Line<>(text, null, false, true);
    }
}
