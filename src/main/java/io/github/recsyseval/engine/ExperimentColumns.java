package io.github.recsyseval.engine;

import io.github.recsyseval.slice.Breakdown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment needs of every request besides its figures.
 *
 * @param times whether the time of each request is kept
 * @param armsFromContext whether experiment and variant are taken from the context of the exposure instead of assignments
 * @param splitBy in which slices the split of the users is looked at; null for none
 * @param covariate the context key of a number that is kept of each request; null for none
 */
public record ExperimentColumns(
        boolean times,
        boolean armsFromContext,
        @Nullable Breakdown splitBy,
        @Nullable String covariate) {
    public static final ExperimentColumns NONE = new ExperimentColumns(false, false, null, null);

    /** Whether what the context says about arms is kept beside the assignments, so that the two can be compared. */
    boolean statedArms() {
        return times && !armsFromContext;
    }

    /** The context keys that name experiment and variant. */
    public static final Breakdown ARM_KEYS = new Breakdown(List.of("experiment_id", "experiment_variant"));
}
