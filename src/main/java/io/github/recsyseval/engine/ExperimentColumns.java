package io.github.recsyseval.engine;

import io.github.recsyseval.slice.Breakdown;
import java.util.List;

/**
 * What an experiment needs of every request besides its figures.
 *
 * @param times whether the time of each request is kept
 * @param armsFromContext whether experiment and variant are taken from the context of the exposure instead of assignments
 */
public record ExperimentColumns(boolean times, boolean armsFromContext) {
    public static final ExperimentColumns NONE = new ExperimentColumns(false, false);

    /** The context keys that name experiment and variant. */
    public static final Breakdown ARM_KEYS = new Breakdown(List.of("experiment_id", "experiment_variant"));
}
