package io.github.recsyseval.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How one field of a contract is filled.
 *
 * @param target the field: {@code ts}, {@code context.surface}, or, within the elements of a list, {@code item_id}
 * @param sources where its value may stand, in order of preference; empty for a constant
 * @param otherwise the value when no source is there: a constant, or a default; null for none
 * @param emptyList whether the value when no source is there is an empty list
 * @param values replacements by value; an empty one leaves the record out
 * @param others what becomes of values that {@code values} does not name; null to keep them
 * @param optional whether it is no mistake when the data never has the field
 * @param line where the rule stands in its file, 0 for one that nobody wrote
 */
public record Rule(
        String target,
        List<FieldPath> sources,
        @Nullable Literal otherwise,
        boolean emptyList,
        Conversion as,
        Map<String, Optional<Literal>> values,
        @Nullable Others others,
        boolean optional,
        int line) {
    static final String CONTEXT = "context.";

    /** What becomes of all other values; without a literal their records are left out. */
    public record Others(Optional<Literal> literal) {}

    public Rule {
        sources = List.copyOf(sources);
        values = Map.copyOf(values);
    }

    /** The rule that takes a field from the field of the same name. */
    static Rule same(String target) {
        return unwritten(target, List.of(new FieldPath(List.of(target))));
    }

    /** The rule that leaves a field out. */
    static Rule none(String target) {
        return unwritten(target, List.of());
    }

    private static Rule unwritten(String target, List<FieldPath> sources) {
        return new Rule(target, sources, null, false, Conversion.NONE, Map.of(), null, true, 0);
    }

    /** What it does, wherever it stands. */
    String canonical() {
        return target + " from " + sources + " else " + otherwise + (emptyList ? " []" : "") + " as " + as + " values "
                + new TreeMap<>(values) + " others " + others;
    }

    /** Whether it fills one key of the context. */
    boolean isContextKey() {
        return target.startsWith(CONTEXT);
    }

    /** The key of the context that it fills. */
    String contextKey() {
        return target.substring(CONTEXT.length());
    }

    /** The same rule, which a log need not have a field for. */
    Rule asOptional() {
        return new Rule(target, sources, otherwise, emptyList, as, values, others, true, line);
    }

    /** Whether it takes a value from one place, as it is. */
    boolean copies() {
        return sources.size() == 1 && values.isEmpty() && others == null;
    }

    boolean isConstant() {
        return sources.isEmpty();
    }

    boolean isWritten() {
        return line > 0;
    }
}
