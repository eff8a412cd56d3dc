package io.github.recsyseval.experiment;

import io.github.recsyseval.engine.ExperimentColumns;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.SliceColumns;
import io.github.recsyseval.engine.VariantColumns;
import io.github.recsyseval.metric.UserGrouping;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts the exposures before an experiment that an arm of it served all the same: then it had begun. */
final class AlreadyAssigned implements UserGrouping {
    private final int column;
    private final Set<Integer> numbers;
    private long exposures;

    /** @param numbers the slices of the column that are arms of the experiment */
    private AlreadyAssigned(int column, Set<Integer> numbers) {
        this.column = column;
        this.numbers = numbers;
    }

    /** How many exposures of a run are assigned to an experiment. */
    static long count(JoinRun run, String experiment) {
        SliceColumns columns = run.columns();
        int at = columns.variants().experiments().indexOf(experiment);
        long byAssignment = at < 0
                ? 0
                : count(
                        run,
                        columns.variantColumn(at),
                        IntStream.range(0, columns.variants().slices(at))
                                .filter(number -> number != VariantColumns.NONE)
                                .boxed()
                                .collect(Collectors.toSet()));
        return columns.contextArms().isEmpty()
                ? byAssignment
                : byAssignment
                        + count(
                                run,
                                columns.contextArmColumn(),
                                inContext(columns.contextArms().get(0).names(), experiment));
    }

    private static Set<Integer> inContext(List<String> names, String experiment) {
        return IntStream.range(0, names.size())
                .filter(number -> {
                    @Nullable String[] pair = ExperimentColumns.ARM_KEYS.values(names.get(number));
                    return experiment.equals(pair[0]) && pair[1] != null;
                })
                .boxed()
                .collect(Collectors.toSet());
    }

    private static long count(JoinRun run, int column, Set<Integer> numbers) {
        AlreadyAssigned counting = new AlreadyAssigned(column, numbers);
        if (!numbers.isEmpty()) {
            run.sums().group(1, counting);
        }
        return counting.exposures;
    }

    @Override
    public int[] breakdowns() {
        return new int[] {column};
    }

    @Override
    public void group(UserRows rows, int[] groups) {
        for (int i = 0; i < rows.size(); i++) {
            exposures += numbers.contains(rows.slice(column, i)) ? 1 : 0;
        }
    }
}
