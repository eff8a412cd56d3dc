package io.github.recsyseval.diagnosis;

import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Finds ids that differ from a given one in form only, by the same normal forms as finding J02. Serves several threads at once. */
public final class Lookalikes {
    private final String id;
    private final String[] normal;

    /**
     * An id of a record.
     *
     * @param likeness in what the two are equal, for example {@code lower-case}
     */
    public record Lookalike(String id, String likeness) {}

    /** @param id not empty */
    public Lookalikes(String id) {
        this.id = id;
        IdForms.Form[] forms = IdForms.Form.values();
        normal = new String[forms.length];
        for (IdForms.Form form : forms) {
            normal[form.ordinal()] = form.of(id);
        }
    }

    /** The text of {@code key} in the record {@code bytes[from, to)}, if it is the id but for its form. */
    public Optional<Lookalike> in(byte[] bytes, int from, int to, String key) {
        try {
            String other = IdForms.text(bytes, from, to, key);
            return likeness(other).map(words -> new Lookalike(other, words));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** In what the two ids are equal; empty when they are the same, or differ in more than form. */
    public Optional<String> likeness(String other) {
        if (other.equals(id)) {
            return Optional.empty();
        }
        for (IdForms.Form form : IdForms.Form.values()) {
            String own = normal[form.ordinal()];
            if (!own.isEmpty() && own.equals(form.of(other))) {
                return Optional.of(form.words());
            }
        }
        return Optional.empty();
    }
}
