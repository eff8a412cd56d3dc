package io.github.recsyseval.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.path.NodePath;
import io.github.recsyseval.text.PrintableText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A schema in the hands of the schema library; {@link LibraryLoader} makes them. Safe for use by several threads. */
final class LibrarySchema {
    /** More violations of one record are not listed. */
    static final int MAX_VIOLATIONS = 10_000;

    /** The record could not be checked completely. */
    static final Violation TOO_COMPLEX = Violation.ofLine(
            Violation.SCHEMA_LIMIT, "checking was given up: the schema is too complex for this record");

    private static final Violation TOO_MANY = Violation.ofLine(
            Violation.SCHEMA_LIMIT, "has more than " + MAX_VIOLATIONS + " violations; the others are not listed");

    /** Schemas within schemas, as they are applied to one record. Ours need five; a worker's stack bears far more. */
    private static final int MAX_DEPTH = 1_500;

    /** Keywords applied to one record: so many, and so many more for each byte, before a schema is called too complex. */
    private static final long MAX_STEPS = 1_000_000;

    private static final long MAX_STEPS_PER_BYTE = 50;

    private static final Comparator<Located> ORDER = Comparator.comparing(Located::path, LibrarySchema::comparePaths)
            .thenComparing(located -> located.violation.schemaLocation())
            .thenComparing(located -> located.violation.keyword())
            .thenComparing(located -> String.valueOf(located.violation.property()));

    private final Schema schema;
    private final JsonNode document;
    private final String base;

    LibrarySchema(Schema schema, JsonNode document) {
        this.schema = schema;
        this.document = document;
        this.base = schema.getSchemaLocation().getAbsoluteIri() + "#";
    }

    /** All violations of a record, in a fixed order; at most {@value #MAX_VIOLATIONS}, and then one that says so. */
    List<Violation> validate(JsonNode record, int bytes) {
        CappedContext context = new CappedContext(MAX_STEPS + MAX_STEPS_PER_BYTE * bytes);
        boolean all = true;
        try {
            schema.validate(context, record);
        } catch (ValidationLimitExceededException | StackOverflowError e) {
            return List.of(TOO_COMPLEX);
        } catch (TooManyViolations e) {
            all = false;
        }
        Stream<Violation> violations =
                context.getErrors().stream().map(this::located).sorted(ORDER).map(Located::violation);
        return all
                ? violations.toList()
                : Stream.concat(violations, Stream.of(TOO_MANY)).toList();
    }

    private Located located(Error error) {
        NodePath path = error.getInstanceLocation();
        String location = schemaLocation(error.getSchemaLocation().toString());
        String property = error.getProperty() == null ? null : PrintableText.name(error.getProperty());
        String message = ViolationText.of(error.getKeyword(), error.getSchemaNode(), error.getInstanceNode(), property)
                + hint(error, location);
        String pointer = PrintableText.pointer(steps(path));
        return new Located(path, new Violation(pointer, error.getKeyword(), location, message, property));
    }

    private String hint(Error error, String location) {
        if (location.endsWith("/rank/minimum")) {
            return "; ranks are 1-based";
        }
        boolean unknown = error.getKeyword().equals("additionalProperties") && error.getProperty() != null;
        if (!unknown || !location.startsWith("#")) {
            return "";
        }
        JsonNode siblings =
                document.at(JsonPointer.compile(location.substring(1)).head()).path("properties");
        return PropertySuggestion.of(error.getProperty(), RecordTree.names(siblings))
                .map(meant -> "; did you mean \"" + meant + "\"?")
                .orElse("");
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

    private record Located(NodePath path, Violation violation) {}

    /** Stops a check that finds violations without end. Alternatives that do not apply, as of {@code anyOf}, are tried on lists of their own
     * and leave none. */
    private static final class CappedContext extends ExecutionContext {
        CappedContext(long maxSteps) {
            super(ExecutionConfig.builder()
                    .formatAssertionsEnabled(true)
                    .maxEvaluationDepth(MAX_DEPTH)
                    .maxEvaluationSteps(maxSteps)
                    .build());
        }

        @Override
        public void addError(Error error) {
            if (getErrors().size() >= MAX_VIOLATIONS) {
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
