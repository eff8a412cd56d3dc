package io.github.recsyseval.engine;

import io.github.recsyseval.diagnosis.Diagnosis;
import io.github.recsyseval.slice.Breakdown;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The context keys that a run needs of each exposure.
 *
 * @param keys sorted, each once
 */
record ContextKeys(List<String> keys) {
    static ContextKeys of(Collection<Breakdown> breakdowns, ExposureFilter filter) {
        TreeSet<String> all = new TreeSet<>(filter.where().keySet());
        all.addAll(Diagnosis.CONTEXT_KEYS);
        breakdowns.forEach(breakdown -> all.addAll(breakdown.keys()));
        return new ContextKeys(List.copyOf(all));
    }

    /** Where some of the keys stand. */
    int[] slots(List<String> some) {
        return some.stream().mapToInt(keys::indexOf).toArray();
    }
}
