package io.github.recsyseval.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges lines against one schema. Not safe for use by several threads. */
public final class SchemaValidator {
    private final LoadedSchema schema;

    private final @Nullable SchemaAcceptor acceptor;

    SchemaValidator(LoadedSchema schema) {
        this.schema = schema;
        this.acceptor = schema.newAcceptor().orElse(null);
    }

    /** The violations of the line in the bytes [from, to), without its newline; empty when it is valid. */
    public List<Violation> validate(byte[] line, int from, int to) {
        return judge(line, from, to).violations();
    }

    /** As {@link #validate}, with what else is to be said about the line. */
    public Verdict judge(byte[] line, int from, int to) {
        return acceptor != null && acceptor.accepts(line, from, to) ? Verdict.VALID : judgeByLibrary(line, from, to);
    }

    /** The verdict of the schema library, which is the final one. */
    Verdict judgeByLibrary(byte[] line, int from, int to) {
        RecordTree tree = RecordTree.read(line, from, to);
        if (!tree.isJson()) {
            return new Verdict(List.copyOf(tree.violations()), List.of());
        }
        List<Violation> violations = new ArrayList<>(schema.library().validate(tree.root(), to - from));
        violations.addAll(tree.violations());
        boolean perfect = violations.isEmpty() && tree.duplicateKeys().isEmpty();
        return perfect ? Verdict.VALID : new Verdict(List.copyOf(violations), List.copyOf(tree.duplicateKeys()));
    }
}
