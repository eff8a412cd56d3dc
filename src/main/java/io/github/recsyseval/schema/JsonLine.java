package io.github.recsyseval.schema;

import java.util.List;

/** Says why a line is not JSON, as {@code validate} does, for those who need no schema. */
public final class JsonLine {
    private JsonLine() {}

    /** Why the bytes [from, to), on which a strict parser has failed, are no JSON; nothing of the line is quoted. */
    public static Violation defect(byte[] line, int from, int to) {
        List<Violation> violations = RecordTree.read(line, from, to).violations();
        return violations.isEmpty() ? Violation.ofLine(Violation.JSON, "not JSON") : violations.get(0);
    }
}
