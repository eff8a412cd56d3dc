package io.github.recsyseval.view;

import io.github.recsyseval.report.ArmRow;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.text.SimilarNames;
import java.util.List;

/**
 * Names of arms as people see them: short, and told apart from others that look the same.
 *
 * @param all of an experiment
 */
record ArmNames(List<String> all) {
    static ArmNames of(ExperimentSection experiment) {
        return new ArmNames(experiment.arms().stream().map(ArmRow::variant).toList());
    }

    String of(String arm) {
        boolean ambiguous = all.stream().anyMatch(other -> SimilarNames.alike(arm, other));
        return ambiguous ? SimilarNames.shown(arm, all) : CutBlocks.shortened(arm);
    }

    /** Whether figures have to say which arm they are of. */
    boolean several() {
        return all.size() > 2;
    }
}
