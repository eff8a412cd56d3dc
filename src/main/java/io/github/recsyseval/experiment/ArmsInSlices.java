package io.github.recsyseval.experiment;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.ShownSlices;
import io.github.recsyseval.experiment.ExperimentAnalysis.ArmFigures;
import io.github.recsyseval.metric.Cluster;
import io.github.recsyseval.metric.RowGroups;
import io.github.recsyseval.metric.SliceGroups;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.UserGrouping;
import io.github.recsyseval.report.ArmRow;
import io.github.recsyseval.report.SampleRatioRow;
import io.github.recsyseval.slice.SliceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The arms of an experiment in every slice: their figures, how long they ran, and whether their users split as they should. */
public final class ArmsInSlices {
    private final ExperimentPlan plan;
    private final JoinRun run;
    private final ArmFigures figures;
    private final Arms arms;

    /**
     * An arm in a slice.
     *
     * @param seconds from its first exposure there to its last; null for fewer than two moments
     */
    public record ArmInSlice(ArmRow row, @Nullable Double seconds) {}

    /**
     * The split of the users in a slice; who is in several slices counts in each.
     *
     * @param users by arm
     */
    public record SplitInSlice(Map<String, Long> users, SampleRatioRow test) {}

    /**
     * Finds the arms.
     *
     * @param run as {@link ExperimentAnalysis#of} takes it
     * @throws ExperimentException where the data does not have what the plan names
     */
    public ArmsInSlices(ExperimentPlan plan, JoinRun run, ArmFigures figures) {
        this.plan = plan;
        this.run = run;
        this.figures = figures;
        arms = Arms.of(plan, run);
    }

    /** The arms among all exposures. */
    public List<ArmInSlice> total() {
        GroupSpans spans = spans(GroupSpans.ALL, SliceGroups.each(1));
        List<SliceSums> sums = run.sums().sums(groups(spans, spans.users()));
        return rows(sums, spans, 0, 1);
    }

    /** The arms by the name of the slice. */
    public Map<String, List<ArmInSlice>> bySlice() {
        Map<String, List<ArmInSlice>> bySlice = new TreeMap<>();
        for (int breakdown = 0; breakdown < run.slices().size(); breakdown++) {
            ShownSlices shown = shown(breakdown, run.slices().get(breakdown));
            if (shown.names().isEmpty()) {
                continue;
            }
            GroupSpans spans = spans(breakdown, shown.groups());
            List<SliceSums> sums = sums(groups(spans, spans.users()), breakdown, shown.groups());
            for (int slice = 0; slice < shown.names().size(); slice++) {
                bySlice.put(
                        shown.names().get(slice),
                        rows(sums, spans, slice, shown.groups().count()));
            }
        }
        return bySlice;
    }

    /** The split of the users by the name of the slice; empty where it is not looked at by slice. */
    public Map<String, SplitInSlice> splits() {
        Map<String, SplitInSlice> splits = new TreeMap<>();
        for (SliceTable table : run.columns().splits()) {
            ShownSlices shown = shown(run.columns().splitColumn(), table);
            List<String> names = shown.names();
            if (names.isEmpty()) {
                continue;
            }
            ArmUsers ofArms = new ArmUsers(arms, plan.crossover());
            List<SliceSums> sums = sums(groups(ofArms, ofArms), run.columns().splitColumn(), shown.groups());
            for (int slice = 0; slice < names.size(); slice++) {
                long[] users = new long[arms.count()];
                Map<String, Long> byArm = new TreeMap<>();
                for (int arm = 0; arm < arms.count(); arm++) {
                    users[arm] = sums.get(arm * shown.groups().count() + slice).users();
                    byArm.put(arms.name(arm), users[arm]);
                }
                splits.put(names.get(slice), new SplitInSlice(byArm, SampleRatio.row(arms, users, plan)));
            }
        }
        return splits;
    }

    private ShownSlices shown(int column, SliceTable table) {
        return ShownSlices.of(
                run.sums(),
                column,
                table,
                ShownSlices.most(run.metrics().metrics().size(), arms.count()),
                Set.of());
    }

    private GroupSpans spans(int column, SliceGroups slices) {
        return new GroupSpans(new ArmUsers(arms, plan.crossover()), arms.count(), column, slices);
    }

    private RowGroups groups(UserGrouping grouping, ArmUsers users) {
        RowGroups groups = run.sums().group(arms.count(), grouping);
        return groups.by(Cluster.of(users.analysed(), Cluster.MOST_USERS));
    }

    private List<SliceSums> sums(RowGroups groups, int column, SliceGroups slices) {
        return run.sums().sums(run.sums().cut(groups, column, slices));
    }

    private List<ArmInSlice> rows(List<SliceSums> sums, GroupSpans spans, int slice, int slices) {
        List<ArmSums> ofArms = new ArrayList<>();
        for (int arm = 0; arm < arms.count(); arm++) {
            ofArms.add(new ArmSums(sums.get(arm * slices + slice), run.metrics().metrics()));
        }
        List<ArmRow> rows = figures.rows(arms, ofArms);
        List<ArmInSlice> all = new ArrayList<>();
        for (int arm = 0; arm < rows.size(); arm++) {
            all.add(new ArmInSlice(rows.get(arm), spans.seconds(arm, slice)));
        }
        return all;
    }
}
