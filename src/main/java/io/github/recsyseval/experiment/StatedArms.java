package io.github.recsyseval.experiment;

import io.github.recsyseval.engine.ExperimentColumns;
import io.github.recsyseval.engine.SliceColumns;
import io.github.recsyseval.metric.UserGrouping.UserRows;
import io.github.recsyseval.slice.SliceTable;
import io.github.recsyseval.stat.RatioMoments;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts, by arm and clustered by user, the exposures whose own context names another variant of the experiment than their assignment does.
 */
final class StatedArms implements UserWatch {
    private final Arms arms;
    private final int column;
    /** The arm by slice number: {@link Arms#NONE} where the context names none, or one of another experiment. */
    private final int[] stated;

    private final List<RatioMoments> contradicting;

    /** @param columns of a run whose arms come from assignments; of others nothing is counted */
    StatedArms(Arms arms, SliceColumns columns) {
        this.arms = arms;
        column = columns.statedArmColumn();
        stated = columns.statedArms().stream()
                .filter(table -> !table.tooMany())
                .findFirst()
                .map(table -> stated(arms, table))
                .orElse(new int[0]);
        contradicting = LostAssignments.moments(arms.count());
    }

    private static int[] stated(Arms arms, SliceTable table) {
        int[] stated = new int[table.names().size()];
        Arrays.setAll(stated, number -> {
            @Nullable String[] pair = ExperimentColumns.ARM_KEYS.values(table.names().get(number));
            return pair[1] != null && arms.experiment().equals(pair[0]) ? arms.number(pair[1]) : Arms.NONE;
        });
        return stated;
    }

    @Override
    public int[] breakdowns() {
        return stated.length == 0 ? new int[0] : new int[] {arms.column(), column};
    }

    @Override
    public void see(UserRows rows, int[] analysedIn) {
        int arm = Arms.NONE;
        int named = 0;
        int others = 0;
        for (int i = 0; i < rows.size() && stated.length > 0; i++) {
            int says = analysedIn[i] < 0 ? Arms.NONE : stated[rows.slice(column, i)];
            if (says != Arms.NONE) {
                arm = analysedIn[i];
                named++;
                others += says == arms.arm(rows.slice(arms.column(), i)) ? 0 : 1;
            }
        }
        if (named > 0) {
            contradicting.get(arm).add(others, named);
        }
    }

    /** Exposures whose context names another arm / exposures whose context names one, by arm. */
    List<RatioMoments> contradicting() {
        return contradicting;
    }
}
