package io.github.recsyseval.schema;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A schema that was found and can be used; {@link SchemaCatalog} makes them. Safe for use by several threads, each of which
 * takes a {@link #newValidator validator} of its own.
 *
 * <p>The schema library is loaded when the first line needs it: for ten good lines its start would be most of the work.
 */
public final class LoadedSchema {
    private final String name;
    private final byte[] text;
    private final Optional<Shape> shape;
    private @Nullable LibrarySchema library;

    LoadedSchema(String name, byte[] text) {
        this.name = name;
        this.text = text.clone();
        this.shape = ShapeReader.read(text);
    }

    /** The name or path by which the schema was asked for. */
    public String name() {
        return name;
    }

    /** The schema itself, as JSON text. */
    public String text() {
        return new String(text, StandardCharsets.UTF_8);
    }

    /** A validator for one thread. */
    public SchemaValidator newValidator() {
        return new SchemaValidator(this);
    }

    /** An acceptor of plainly valid lines for one thread; none when the schema has keywords that it does not know. */
    public Optional<SchemaAcceptor> newAcceptor() {
        return shape.map(SchemaAcceptor::new);
    }

    synchronized LibrarySchema library() {
        if (library == null) {
            library = LibraryLoader.load(name, SchemaDocument.parse(name, text));
        }
        return library;
    }
}
