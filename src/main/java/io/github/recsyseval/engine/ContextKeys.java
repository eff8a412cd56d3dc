package io.github.recsyseval.engine;

import io.github.recsyseval.diagnosis.Diagnosis;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The context keys that a run needs of each exposure.
 *
 * @param keys sorted, each once
 */
record ContextKeys(List<String> keys) {
    static ContextKeys of(Collection<String> some, ExposureFilter filter) {
        TreeSet<String> all = new TreeSet<>(filter.where().keySet());
        all.addAll(Diagnosis.CONTEXT_KEYS);
        all.addAll(some);
        return new ContextKeys(List.copyOf(all));
    }

    /** Where some of the keys stand. */
    int[] slots(List<String> some) {
        return some.stream().mapToInt(keys::indexOf).toArray();
    }
}
