package io.github.recsyseval.pseudonym;

import io.github.recsyseval.schema.Violation;

/** A line that is JSON and cannot be pseudonymised. */
final class RefusedLineException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Violation violation;

    RefusedLineException(FieldPath field, String message) {
        super(message, null, false, false);
        violation = new Violation("/" + String.join("/", field.keys()), "field", "", message, null);
    }

    Violation violation() {
        return violation;
    }
}
