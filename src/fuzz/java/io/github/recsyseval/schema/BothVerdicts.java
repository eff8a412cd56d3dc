package io.github.recsyseval.schema;

/** The two verdicts on a line of one contract, side by side. */
public final class BothVerdicts {
    private final SchemaAcceptor acceptor;
    private final SchemaValidator validator;

    public BothVerdicts(String contract) {
        LoadedSchema schema = SchemaCatalog.load(contract);
        acceptor = schema.newAcceptor().orElseThrow();
        validator = schema.newValidator();
    }

    /** Whether the fast path accepts the line. */
    public boolean accepted(byte[] line) {
        return acceptor.accepts(line, 0, line.length);
    }

    /** Whether the schema library does. */
    public boolean valid(byte[] line) {
        return validator.judgeByLibrary(line, 0, line.length).isValid();
    }
}
