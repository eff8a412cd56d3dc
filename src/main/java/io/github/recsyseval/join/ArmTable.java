package io.github.recsyseval.join;

import io.github.recsyseval.event.Placeholder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The arms of an {@link AssignmentIndex} by number: to which experiment they belong, and which are none. */
final class ArmTable {
    private final List<AssignmentIndex.Arm> arms;
    private final int[] experiment;
    /** By experiment, how many variants it has. */
    private final int[] variants;

    private final boolean[] placeholder;

    ArmTable(List<AssignmentIndex.Arm> arms) {
        this.arms = arms;
        experiment = new int[arms.size()];
        variants = new int[arms.size()];
        placeholder = new boolean[arms.size()];
        Map<String, Integer> experiments = new HashMap<>();
        for (int arm = 0; arm < experiment.length; arm++) {
            experiment[arm] = experiments.computeIfAbsent(arms.get(arm).experiment(), added -> experiments.size());
            variants[experiment[arm]]++;
            placeholder[arm] = Placeholder.is(arms.get(arm).experiment())
                    || Placeholder.is(arms.get(arm).variant());
        }
    }

    int size() {
        return experiment.length;
    }

    /** The number of the arm's experiment, below {@link #size}. */
    int experiment(int arm) {
        return experiment[arm];
    }

    /** Whether its experiment has at most {@link AssignmentIndex#MOST_VARIANTS}, so that it is looked at by itself. */
    boolean isOneOfFew(int arm) {
        return variants[experiment[arm]] <= AssignmentIndex.MOST_VARIANTS;
    }

    String variant(int arm) {
        return arms.get(arm).variant();
    }

    /** Whether the experiment or the variant is a placeholder such as {@code undefined}. */
    boolean isPlaceholder(int arm) {
        return placeholder[arm];
    }
}
