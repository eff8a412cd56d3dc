package io.github.recsyseval.event;

import java.util.Locale;

/** The kinds of log line that recsys-eval evaluates, each with its published JSON Schema. */
public enum Contract {
    EXPOSURE("exposure.v1", "exposures"),
    OUTCOME("outcome.v1", "outcomes"),
    ASSIGNMENT("assignment.v1", "assignments"),
    RANKLIST("ranklist.v1", "ranklists");

    private final String schema;
    private final String plural;

    Contract(String schema, String plural) {
        this.schema = schema;
        this.plural = plural;
    }

    /** The schema's name, for example {@code exposure.v1}. */
    public String schema() {
        return schema;
    }

    /** The word for several records of this kind, which is also the name of the option that takes them. */
    public String plural() {
        return plural;
    }

    /** The word for one record of this kind. */
    public String singular() {
        return name().toLowerCase(Locale.ROOT);
    }
}
