package io.github.recsyseval.schema;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * A schema in the hands of the schema library; the only class that knows the library. Safe for use by several threads.
 *
 * <p>Nothing is ever fetched: a reference that leaves the document is an error, unless it names one of the meta-schemas that
 * the library carries.
 */
final class LibrarySchema {
    private static final String META_SCHEMAS = "://json-schema.org/";

    /** Where schemas without an {@code $id} are said to be; the name is reserved and resolves nowhere (RFC 2606). */
    private static final String NOWHERE = "https://schema.invalid/";

    /** More violations of one record are not listed. */
    static final int MAX_VIOLATIONS = 10_000;

    /** Schemas within schemas, as they are applied to one record. Ours need five; a worker's stack bears far more. */
    private static final int MAX_DEPTH = 1_500;

    /** Keywords applied to one record: so many, and so many more for each byte, before a schema is called too complex. */
    private static final long MAX_STEPS = 1_000_000;

    private static final long MAX_STEPS_PER_BYTE = 50;

    private static final Comparator<Located> ORDER = Comparator.comparing(Located::path, LibrarySchema::comparePaths)
            .thenComparing(located -> located.violation.schemaLocation())
            .thenComparing(located -> located.violation.keyword())
            .thenComparing(located -> String.valueOf(located.violation.property()));

    private static final String TOO_COMPLEX = "checking was given up: the schema is too complex for this record";

    private static final Violation TOO_MANY = Violation.ofLine(
            Violation.SCHEMA_LIMIT, "has more than " + MAX_VIOLATIONS + " violations; the others are not listed");

    private final Schema schema;
    private final JsonNode document;
    private final String base;

    private LibrarySchema(Schema schema, JsonNode document) {
        this.schema = schema;
        this.document = document;
        this.base = schema.getSchemaLocation().getAbsoluteIri() + "#";
    }

    /**
     * Prepares a schema completely, references included.
     *
     * @throws UnusableSchemaException when it is not a usable JSON Schema
     */
    static LibrarySchema load(String name, JsonNode document) {
        Denied denied = new Denied();
        try {
            SchemaRegistry registry = registry(denied);
            checkAgainstMetaSchema(name, document, registry);
            Schema schema = registry.getSchema(SchemaLocation.of(NOWHERE), document);
            schema.initializeValidators();
            LibrarySchema loaded = new LibrarySchema(schema, document);
            loaded.checkThatReferencesEnd(name);
            return loaded;
        } catch (SchemaException e) {
            throw broken(name, denied.reference == null ? oneLine(e) : denied.sentence());
        } catch (StackOverflowError e) {
            throw broken(name, "its schemas are nested too deeply");
        }
    }

    /** All violations of a record, in a fixed order; at most {@value #MAX_VIOLATIONS}, and then one that says so. */
    List<Violation> validate(JsonNode record, int bytes) {
        CappedContext context = new CappedContext(MAX_STEPS + MAX_STEPS_PER_BYTE * bytes);
        boolean all = true;
        try {
            schema.validate(context, record);
        } catch (ValidationLimitExceededException | StackOverflowError e) {
            return List.of(Violation.ofLine(Violation.SCHEMA_LIMIT, TOO_COMPLEX));
        } catch (TooManyViolations e) {
            all = false;
        }
        Stream<Violation> violations =
                context.getErrors().stream().map(this::located).sorted(ORDER).map(Located::violation);
        return all
                ? violations.toList()
                : Stream.concat(violations, Stream.of(TOO_MANY)).toList();
    }

    private static SchemaRegistry registry(Denied denied) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .preloadSchema(true)
                .build();
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7,
                builder -> builder.schemaRegistryConfig(config).schemaLoader(loader -> loader.allow(denied::allows)));
    }

    /** Keywords of the wrong type or with unknown values, which the library itself would pass over in silence. */
    private static void checkAgainstMetaSchema(String name, JsonNode document, SchemaRegistry registry) {
        String dialect = document.path("$schema").asString(SpecificationVersion.DRAFT_7.getDialectId());
        Optional<SpecificationVersion> version = SpecificationVersion.fromDialectId(dialect);
        if (version.isEmpty()) {
            throw broken(name, "it is written in a dialect that is not known (\"$schema\"); use draft-07");
        }
        Schema metaSchema = registry.getSchema(SchemaLocation.of(version.get().getDialectId()));
        LibrarySchema meta = new LibrarySchema(metaSchema, metaSchema.getSchemaNode());
        List<Violation> flaws = meta.validate(document, Integer.MAX_VALUE);
        if (!flaws.isEmpty()) {
            Violation first = flaws.get(0);
            String where = first.pointer().isEmpty() ? "the schema" : first.pointer();
            throw broken(name, where + " " + first.message());
        }
    }

    /** A schema that refers to itself without going down into the record would refuse every record, for no good reason. */
    private void checkThatReferencesEnd(String name) {
        try {
            schema.validate(new CappedContext(MAX_STEPS), NullNode.getInstance());
        } catch (ValidationLimitExceededException | StackOverflowError e) {
            throw broken(name, "it refers to itself without end");
        }
    }

    private Located located(Error error) {
        NodePath path = error.getInstanceLocation();
        List<Object> steps = steps(path);
        String location = schemaLocation(error.getSchemaLocation().toString());
        String property = error.getProperty() == null ? null : Printable.name(error.getProperty());
        String message = ViolationText.of(error.getKeyword(), error.getSchemaNode(), error.getInstanceNode(), property)
                + hint(error, location);
        return new Located(
                path, new Violation(Printable.pointer(steps), error.getKeyword(), location, message, property));
    }

    private String hint(Error error, String location) {
        if (location.endsWith("/rank/minimum")) {
            return "; ranks are 1-based";
        }
        if (error.getKeyword().equals("additionalProperties")
                && error.getProperty() != null
                && location.startsWith("#")) {
            JsonNode siblings = document.at(
                            JsonPointer.compile(location.substring(1)).head())
                    .path("properties");
            return PropertySuggestion.of(error.getProperty(), RecordTree.names(siblings))
                    .map(meant -> "; did you mean \"" + meant + "\"?")
                    .orElse("");
        }
        return "";
    }

    private String schemaLocation(String absolute) {
        return absolute.startsWith(base) ? absolute.substring(base.length() - 1) : absolute;
    }

    private static List<Object> steps(NodePath path) {
        List<Object> steps = new ArrayList<>(path.getNameCount());
        for (int i = 0; i < path.getNameCount(); i++) {
            steps.add(path.getElement(i));
        }
        return steps;
    }

    /** Array places by number, names by character, a whole before its parts. */
    private static int comparePaths(NodePath a, NodePath b) {
        int common = Math.min(a.getNameCount(), b.getNameCount());
        for (int i = 0; i < common; i++) {
            Object left = a.getElement(i);
            Object right = b.getElement(i);
            int order = left instanceof Integer first && right instanceof Integer second
                    ? Integer.compare(first, second)
                    : left.toString().compareTo(right.toString());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.getNameCount(), b.getNameCount());
    }

    private static UnusableSchemaException broken(String name, String why) {
        return new UnusableSchemaException(
                UnusableSchemaException.Reason.BROKEN, "schema " + name + " cannot be used: " + why);
    }

    private static String oneLine(SchemaException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ").replace(NOWHERE, "");
    }

    private record Located(NodePath path, Violation violation) {}

    /** Lets the meta-schemas pass and remembers the first reference to anything else. */
    private static final class Denied {
        private @Nullable String reference;

        boolean allows(AbsoluteIri iri) {
            boolean allowed = iri.toString().contains(META_SCHEMAS);
            if (!allowed && reference == null) {
                reference = iri.toString().replace(NOWHERE, "");
            }
            return allowed;
        }

        String sentence() {
            return "it refers to " + reference + ", and nothing outside the file is read; only references such as"
                    + " #/definitions/item work";
        }
    }

    /** Stops a check that finds violations without end. */
    private static final class CappedContext extends ExecutionContext {
        private int found;

        CappedContext(long maxSteps) {
            super(ExecutionConfig.builder()
                    .formatAssertionsEnabled(true)
                    .maxEvaluationDepth(MAX_DEPTH)
                    .maxEvaluationSteps(maxSteps)
                    .build());
        }

        @Override
        public void addError(Error error) {
            if (++found > MAX_VIOLATIONS) {
                throw new TooManyViolations();
            }
            super.addError(error);
        }
    }

    private static final class TooManyViolations extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyViolations() {
            super(null, null, false, false);
        }
    }
}
