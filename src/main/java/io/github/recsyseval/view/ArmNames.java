package io.github.recsyseval.view;

import io.github.recsyseval.report.ArmRow;
import io.github.recsyseval.report.ExperimentSection;
import io.github.recsyseval.text.SimilarNames;
import java.util.List;

/** Names of arms as people see them: short, and told apart from others that look the same. */
final class ArmNames {
    private final SimilarNames all;
    private final int count;

    private ArmNames(List<String> names) {
        all = SimilarNames.among(names);
        count = names.size();
    }

    /** Those of an experiment. */
    static ArmNames of(ExperimentSection experiment) {
        return new ArmNames(experiment.arms().stream().map(ArmRow::variant).toList());
    }

    String of(String arm) {
        return all.isAmbiguous(arm) ? all.shown(arm) : CutBlocks.shortened(arm);
    }

    /** Whether figures have to say which arm they are of. */
    boolean several() {
        return count > 2;
    }
}
