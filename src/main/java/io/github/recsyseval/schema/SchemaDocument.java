package io.github.recsyseval.schema;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/** Reads the text of a schema as JSON. */
final class SchemaDocument {
    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private SchemaDocument() {}

    /**
     * The schema as a tree.
     *
     * @throws UnusableSchemaException when it is not JSON, or says something twice
     */
    static JsonNode parse(String name, byte[] text) {
        int from = startsWithMark(text) ? BYTE_ORDER_MARK.length : 0;
        RecordTree tree = RecordTree.read(text, from, text.length);
        if (!tree.violations().isEmpty()) {
            throw broken(name, tree.violations().get(0).message());
        }
        if (!tree.duplicateKeys().isEmpty()) {
            throw broken(name, tree.duplicateKeys().get(0) + " stands there twice");
        }
        return tree.root();
    }

    private static boolean startsWithMark(byte[] text) {
        return text.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(text, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private static UnusableSchemaException broken(String name, String why) {
        return new UnusableSchemaException(
                UnusableSchemaException.Reason.BROKEN, "schema " + name + " cannot be used: " + why);
    }
}
