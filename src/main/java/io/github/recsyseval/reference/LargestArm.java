package io.github.recsyseval.reference;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.VariantColumns;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The arm of an experiment with most exposures, which the Go tool takes where its file names none; ties by name. */
final class LargestArm {
    private LargestArm() {}

    /**
     * The largest arm but one; empty where the experiment is not to be found.
     *
     * @param experiment its id; null for the only one
     */
    static Optional<String> of(JoinRun run, @Nullable String experiment, String except) {
        VariantColumns columns = run.columns().variants();
        int column = column(columns, experiment);
        if (column < 0) {
            return Optional.empty();
        }
        List<String> variants = columns.variants(column);
        long[] requests = run.sums()
                .requests(run.columns().variantColumn(column), VariantColumns.FIRST_VARIANT + variants.size());
        return IntStream.range(0, variants.size())
                .boxed()
                .filter(i -> !variants.get(i).equals(except))
                .max(Comparator.comparingLong((Integer i) -> requests[VariantColumns.FIRST_VARIANT + i])
                        .thenComparing(variants::get, Comparator.reverseOrder()))
                .map(variants::get);
    }

    /** How many arms it has. */
    static int count(JoinRun run, @Nullable String experiment) {
        int column = column(run.columns().variants(), experiment);
        return column < 0 ? 0 : run.columns().variants().variants(column).size();
    }

    private static int column(VariantColumns columns, @Nullable String experiment) {
        return experiment == null
                ? columns.count() == 1 ? 0 : -1
                : columns.experiments().indexOf(experiment);
    }
}
