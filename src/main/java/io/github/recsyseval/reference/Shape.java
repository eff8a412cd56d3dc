package io.github.recsyseval.reference;

import java.util.List;

/**
 * What may stand in a place of a file, as the Go tool declares it. A fallback takes the place of an absent value and, as there, of
 * 0 and the empty text.
 */
sealed interface Shape {
    /** @param secret whether it is kept out of reports: a password or what may contain one */
    record Text(String fallback, boolean secret) implements Shape {}

    record Whole(long fallback) implements Shape {}

    record Decimal(double fallback) implements Shape {}

    record Truth() implements Shape {}

    /** @param optional whether leaving it out differs from leaving it empty */
    record Section(boolean optional, List<Key> keys) implements Shape {}

    record Several(Shape of) implements Shape {}

    /** Names of the user's own, each with a number. */
    record Numbers() implements Shape {}

    /**
     * A key.
     *
     * @param field what the Go tool's report calls it in {@code effective_config}
     */
    record Key(String name, String field, Shape shape) {}

    static Key text(String name, String field) {
        return new Key(name, field, new Text("", false));
    }

    static Key text(String name, String field, String fallback) {
        return new Key(name, field, new Text(fallback, false));
    }

    static Key secret(String name, String field) {
        return new Key(name, field, new Text("", true));
    }

    static Key whole(String name, String field, long fallback) {
        return new Key(name, field, new Whole(fallback));
    }

    static Key decimal(String name, String field, double fallback) {
        return new Key(name, field, new Decimal(fallback));
    }

    static Key truth(String name, String field) {
        return new Key(name, field, new Truth());
    }

    static Key numbers(String name, String field) {
        return new Key(name, field, new Numbers());
    }

    static Key texts(String name, String field) {
        return new Key(name, field, new Several(new Text("", false)));
    }

    static Key several(String name, String field, Shape of) {
        return new Key(name, field, new Several(of));
    }

    static Key section(String name, String field, Key... keys) {
        return new Key(name, field, new Section(false, List.of(keys)));
    }

    static Key optional(String name, String field, Key... keys) {
        return new Key(name, field, new Section(true, List.of(keys)));
    }
}
