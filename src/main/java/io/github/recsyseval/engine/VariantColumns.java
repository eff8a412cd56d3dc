package io.github.recsyseval.engine;

import io.github.recsyseval.join.AssignmentIndex;
import io.github.recsyseval.join.ExposureBatch;
import io.github.recsyseval.slice.Breakdown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The variants that assignments name, one column for each experiment: a request may take part in several experiments, and has
 * one variant, none or contradicting ones in each.
 */
public final class VariantColumns {
    /** With more experiments than this no variant is shown. */
    public static final int MAX_EXPERIMENTS = 50;

    private static final Breakdown BREAKDOWN = new Breakdown(List.of("experiment", "variant"));
    private static final String CONTRADICTING = "(contradicting)";

    /** The slice number of requests without a variant. */
    public static final int NONE = 0;

    /** The slice number of requests with contradicting ones. */
    public static final int SEVERAL = 1;

    /** The slice number of the first variant. */
    public static final int FIRST_VARIANT = 2;

    private final AssignmentIndex assignments;
    private final List<String> experiments = new ArrayList<>();
    private final List<List<String>> variants = new ArrayList<>();
    private final int[] columnOfArm;
    private final int[] numberOfArm;
    private final boolean tooMany;

    /** @param assignments all of them, built */
    VariantColumns(AssignmentIndex assignments) {
        this.assignments = assignments;
        List<AssignmentIndex.Arm> arms = assignments.arms();
        columnOfArm = new int[arms.size()];
        numberOfArm = new int[arms.size()];
        tooMany = arms.stream().map(AssignmentIndex.Arm::experiment).distinct().count() > MAX_EXPERIMENTS;
        Map<String, Integer> columns = new HashMap<>();
        for (int i : tooMany ? new int[0] : byName(arms)) {
            AssignmentIndex.Arm arm = arms.get(i);
            int column = columns.computeIfAbsent(arm.experiment(), this::column);
            columnOfArm[i] = column;
            numberOfArm[i] = slices(column);
            variants.get(column).add(arm.variant());
        }
    }

    /** The numbers of arms in the order of their names: that of their first assignments is the order of the input. */
    private static int[] byName(List<AssignmentIndex.Arm> arms) {
        return IntStream.range(0, arms.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> arms.get(i).experiment())
                        .thenComparing(i -> arms.get(i).variant()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int column(String experiment) {
        experiments.add(experiment);
        variants.add(new ArrayList<>());
        return experiments.size() - 1;
    }

    /** Whether there are more than {@link #MAX_EXPERIMENTS}. */
    public boolean tooMany() {
        return tooMany;
    }

    /** Whether an experiment has more than {@link AssignmentIndex#MOST_VARIANTS}, so that none is shown. */
    public boolean tooManyIn(int column) {
        return variants.get(column).size() > AssignmentIndex.MOST_VARIANTS;
    }

    /** How many experiments there are. */
    public int count() {
        return experiments.size();
    }

    /** The experiment of each column, by name. */
    public List<String> experiments() {
        return experiments;
    }

    /** The variants of an experiment by name; the i-th has the slice number {@code FIRST_VARIANT + i}. */
    public List<String> variants(int column) {
        return variants.get(column);
    }

    /** How many slices an experiment has: those of its variants, and two for requests without one or with several. */
    public int slices(int column) {
        return FIRST_VARIANT + variants.get(column).size();
    }

    /** Their names by number; the first is of requests without a variant. */
    public List<String> names(int column) {
        return Stream.concat(Stream.of(null, CONTRADICTING), variants.get(column).stream())
                .map(variant -> BREAKDOWN.sliceName(new @Nullable String[] {experiments.get(column), variant}))
                .toList();
    }

    /** Looks up the assignments of a batch and puts the variant of each request in every experiment into the columns from {@code at} on. */
    void fill(ExposureBatch batch, int at) {
        batch.find(assignments);
        if (experiments.isEmpty()) {
            return;
        }
        int[][] slices = new int[experiments.size()][];
        for (int column = 0; column < slices.length; column++) {
            slices[column] = batch.slices(at + column);
            Arrays.fill(slices[column], 0, batch.size(), NONE);
        }
        for (int i = 0; i < batch.size(); i++) {
            if (batch.assignment(i) >= 0) {
                put(batch, i, slices);
            }
        }
    }

    private void put(ExposureBatch batch, int i, int[][] slices) {
        int arm = batch.arm(i);
        int row = batch.assignment(i);
        while (true) {
            int[] column = slices[columnOfArm[arm]];
            column[i] = together(column[i], arm);
            if (++row == assignments.size() || !assignments.isOf(row, batch.requestFirst(i), batch.requestSecond(i))) {
                return;
            }
            arm = assignments.armNumber(row);
        }
    }

    private int together(int known, int arm) {
        return known == NONE || known == numberOfArm[arm] ? numberOfArm[arm] : SEVERAL;
    }

    /** The slice number of a request in one experiment. */
    public int number(int column, long requestFirst, long requestSecond) {
        int number = NONE;
        int row = assignments.find(requestFirst, requestSecond);
        for (; row >= 0 && row < assignments.size() && assignments.isOf(row, requestFirst, requestSecond); row++) {
            int arm = assignments.armNumber(row);
            number = isOf(column, arm) ? together(number, arm) : number;
        }
        return number;
    }

    /** Whether an arm belongs to an experiment. */
    public boolean isOf(int column, int arm) {
        return columnOfArm[arm] == column;
    }

    /** The slice number of an arm in its experiment. */
    public int number(int arm) {
        return numberOfArm[arm];
    }
}
