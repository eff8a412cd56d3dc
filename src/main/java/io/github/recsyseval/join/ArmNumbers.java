package io.github.recsyseval.join;

import io.github.recsyseval.join.AssignmentIndex.Arm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers arms from 0 in the order in which they are first met. */
final class ArmNumbers {
    /** By experiment and variant; not by pairs, which would have to be made for every line. */
    private final Map<String, Map<String, Integer>> numbers = new HashMap<>();

    private final List<Arm> arms = new ArrayList<>();

    int of(String experiment, String variant) {
        Map<String, Integer> variants = numbers.get(experiment);
        Integer known = variants == null ? null : variants.get(variant);
        if (known != null) {
            return known;
        }
        arms.add(new Arm(experiment, variant));
        numbers.computeIfAbsent(experiment, added -> new HashMap<>()).put(variant, arms.size() - 1);
        return arms.size() - 1;
    }

    /** All arms in the order of their numbers. */
    List<Arm> arms() {
        return List.copyOf(arms);
    }
}
