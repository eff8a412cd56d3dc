package io.github.recsyseval.trace;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.JsonNode;

/** A line as it was logged. It is held as its bytes, a tenth of what a tree of them takes, and read each time that it is shown. */
public final class LoggedLine {
    private final byte[] bytes;

    /** @param bytes not copied */
    LoggedLine(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The record; a line that is no JSON object as one text. */
    @JsonValue
    JsonNode tree() {
        return RecordJson.tree(bytes);
    }
}
