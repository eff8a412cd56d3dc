package io.github.recsyseval.schema;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A schema that was found and can be used; {@link SchemaCatalog} makes them. Safe for use by several threads, each of which
 * takes a {@link #newValidator validator} of its own.
 *
 * <p>Its text is read, and the schema library loaded, when the first line needs it: for ten good lines that would be most of the work.
 */
public final class LoadedSchema {
    private final String name;
    private final Supplier<byte[]> source;
    private byte @Nullable [] text;
    private boolean shapeRead;
    private @Nullable Shape shape;
    private @Nullable LibrarySchema library;

    /** @param source gives the text, when it is first needed; the program's own readers vouch for plain lines without it */
    LoadedSchema(String name, Supplier<byte[]> source) {
        this.name = name;
        this.source = source;
    }

    /** The name or path by which the schema was asked for. */
    public String name() {
        return name;
    }

    /** The schema itself, as JSON text. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private synchronized byte[] bytes() {
        if (text == null) {
            text = source.get();
        }
        return text;
    }

    /** A validator for one thread. */
    public SchemaValidator newValidator() {
        return new SchemaValidator(this);
    }

    /** An acceptor of plainly valid lines for one thread; none when the schema has keywords that it does not know. */
    public synchronized Optional<SchemaAcceptor> newAcceptor() {
        if (!shapeRead) {
            shape = ShapeReader.read(bytes()).orElse(null);
            shapeRead = true;
        }
        return Optional.ofNullable(shape).map(SchemaAcceptor::new);
    }

    synchronized LibrarySchema library() {
        if (library == null) {
            library = LibraryLoader.load(name, SchemaDocument.parse(name, bytes()));
        }
        return library;
    }
}
