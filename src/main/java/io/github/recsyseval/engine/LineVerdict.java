package io.github.recsyseval.engine;

import io.github.recsyseval.event.Reading;
import io.github.recsyseval.schema.LoadedSchema;
import io.github.recsyseval.schema.SchemaValidator;
import io.github.recsyseval.schema.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a line that a reader has read: nothing against plain lines, and of all others what the schema says. One instance
 * serves one thread.
 */
public final class LineVerdict {
    /** What is wrong with a line that the schema accepts and no reader reads. */
    public static final List<Violation> UNREADABLE =
            List.of(Violation.ofLine("json", "beyond the limits of what is read: nesting, or the length of a number"));

    private final LoadedSchema schema;
    private @Nullable SchemaValidator validator;

    /** @param schema used only for lines that are not plain, so that clean logs never load the schema library */
    public LineVerdict(LoadedSchema schema) {
        this.schema = schema;
    }

    /** What is wrong with {@code bytes[from, to)}; empty when it is valid. */
    public List<Violation> of(Reading reading, byte[] bytes, int from, int to) {
        if (reading == Reading.PLAIN) {
            return List.of();
        }
        if (validator == null) {
            validator = schema.newValidator();
        }
        List<Violation> violations = validator.validate(bytes, from, to);
        return violations.isEmpty() && reading == Reading.NOT_A_RECORD ? UNREADABLE : violations;
    }
}
