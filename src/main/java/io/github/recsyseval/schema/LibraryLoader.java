package io.github.recsyseval.schema;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Hands a schema to the schema library, and makes sure beforehand that it is one: the library would pass over many mistakes
 * in silence, and over others only when a record meets them.
 *
 * <p>Nothing is ever fetched: a reference that leaves the document is an error, unless it names one of the meta-schemas that
 * the library carries.
 */
final class LibraryLoader {
    private static final String META_SCHEMAS = "://json-schema.org/";

    /** Where schemas without an {@code $id} are said to be; the name is reserved and resolves nowhere (RFC 2606). */
    private static final String NOWHERE = "https://schema.invalid/";

    private final String name;
    private final SchemaRegistry registry;
    private @Nullable String denied;

    private LibraryLoader(String name) {
        this.name = name;
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .preloadSchema(true)
                .build();
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7,
                builder -> builder.schemaRegistryConfig(config).schemaLoader(loader -> loader.allow(this::allows)));
    }

    /**
     * Prepares a schema completely, references included.
     *
     * @throws UnusableSchemaException when it is not a usable JSON Schema
     */
    static LibrarySchema load(String name, JsonNode document) {
        return new LibraryLoader(name).load(document);
    }

    private LibrarySchema load(JsonNode document) {
        try {
            checkAgainstMetaSchema(document);
            Schema schema = registry.getSchema(SchemaLocation.of(NOWHERE), document);
            schema.initializeValidators();
            LibrarySchema loaded = new LibrarySchema(schema, document);
            // A schema that refers to itself without going down into the record can say nothing about any record.
            if (loaded.validate(NullNode.getInstance(), 0).contains(LibrarySchema.TOO_COMPLEX)) {
                throw broken("it refers to itself without end");
            }
            return loaded;
        } catch (SchemaException e) {
            throw broken(
                    denied == null
                            ? oneLine(e)
                            : "it refers to " + denied + ", and nothing outside the file is read;"
                                    + " only references such as #/definitions/item work");
        } catch (StackOverflowError e) {
            throw broken("its schemas are nested too deeply");
        }
    }

    private void checkAgainstMetaSchema(JsonNode document) {
        String dialect = document.path("$schema").asString(SpecificationVersion.DRAFT_7.getDialectId());
        // Both with and without the empty fragment are in use.
        Optional<SpecificationVersion> version =
                SpecificationVersion.fromDialectId(dialect).or(() -> SpecificationVersion.fromDialectId(dialect + "#"));
        if (version.isEmpty()) {
            throw broken("it is written in a dialect that is not known (\"$schema\"); use draft-07");
        }
        Schema metaSchema = registry.getSchema(SchemaLocation.of(version.get().getDialectId()));
        List<Violation> flaws =
                new LibrarySchema(metaSchema, metaSchema.getSchemaNode()).validate(document, Integer.MAX_VALUE);
        if (!flaws.isEmpty()) {
            Violation first = flaws.get(0);
            throw broken((first.pointer().isEmpty() ? "the schema" : first.pointer()) + " " + first.message());
        }
    }

    /** Lets the meta-schemas pass and remembers the first reference to anything else. */
    private boolean allows(AbsoluteIri iri) {
        boolean allowed = iri.toString().contains(META_SCHEMAS);
        if (!allowed && denied == null) {
            denied = iri.toString().replace(NOWHERE, "");
        }
        return allowed;
    }

    private UnusableSchemaException broken(String why) {
        return new UnusableSchemaException(
                UnusableSchemaException.Reason.BROKEN, "schema " + name + " cannot be used: " + why);
    }

    private static String oneLine(SchemaException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ").replace(NOWHERE, "");
    }
}
