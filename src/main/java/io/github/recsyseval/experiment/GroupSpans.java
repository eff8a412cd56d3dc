package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.SliceGroups;
import io.github.recsyseval.metric.UserGrouping;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Groups users by arm, and keeps when the first and the last row of each group were, cut into slices. */
final class GroupSpans implements UserGrouping {
    /** In place of a column: one slice for all rows. */
    static final int ALL = -1;

    private final ArmUsers grouping;
    private final int column;
    private final SliceGroups slices;
    private final long[] first;
    private final long[] last;

    /**
     * Nothing seen yet.
     *
     * @param column whose slices cut the groups; {@link #ALL} for none
     * @param slices which of them go together
     */
    GroupSpans(ArmUsers grouping, int groups, int column, SliceGroups slices) {
        this.grouping = grouping;
        this.column = column;
        this.slices = slices;
        first = new long[groups * slices.count()];
        last = new long[groups * slices.count()];
        Arrays.fill(first, Long.MAX_VALUE);
        Arrays.fill(last, Long.MIN_VALUE);
    }

    @Override
    public int[] breakdowns() {
        int[] those = grouping.breakdowns();
        return column == ALL
                ? those
                : IntStream.concat(IntStream.of(those), IntStream.of(column)).toArray();
    }

    @Override
    public void group(UserRows rows, int[] groups) {
        grouping.group(rows, groups);
        for (int i = 0; i < rows.size(); i++) {
            int slice = column == ALL ? 0 : slices.of(rows.slice(column, i));
            if (groups[i] >= 0 && slice != SliceGroups.NONE) {
                int at = groups[i] * slices.count() + slice;
                first[at] = Math.min(first[at], rows.time(i));
                last[at] = Math.max(last[at], rows.time(i));
            }
        }
    }

    /** What groups them. */
    ArmUsers users() {
        return grouping;
    }

    /** Seconds from the first to the last row; null where all are at one moment, or none is. */
    @Nullable Double seconds(int group, int slice) {
        int at = group * slices.count() + slice;
        return last[at] > first[at] ? (last[at] - first[at]) / 1e6 : null;
    }
}
