package io.github.recsyseval.experiment;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.ShownSlices;
import io.github.recsyseval.metric.RequestMetric;
import io.github.recsyseval.metric.RowGroups;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.report.HeterogeneityRow;
import io.github.recsyseval.report.SliceComparisonRow;
import io.github.recsyseval.slice.SliceTable;
import io.github.recsyseval.stat.BenjaminiHochberg;
import io.github.recsyseval.stat.Heterogeneity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The primary metrics in every slice: for finding out where to look, never for deciding. */
final class SliceComparisons {
    private static final double EXPLORED_AT = 0.05;

    private final ExperimentPlan plan;
    private final Arms arms;
    private final JoinRun run;
    private final RowGroups groups;
    private final int floor;
    private final Map<String, String> spoiled;
    private final List<Entry> entries = new ArrayList<>();
    private final List<HeterogeneityRow> heterogeneity = new ArrayList<>();
    private final UsersInSlices users;

    /** One test, before its p-value is corrected. */
    private record Entry(
            String slice,
            Primary primary,
            String variant,
            ArmSums control,
            ArmSums treatment,
            @Nullable Contrast contrast,
            @Nullable String whyNot) {}

    /**
     * All slices of a run.
     *
     * @param ofArms the sums of all arms
     * @param floor slices in which an arm has fewer users are not tested
     * @param spoiled why figures of a unit cannot be relied on
     */
    SliceComparisons(
            ExperimentPlan plan,
            Arms arms,
            JoinRun run,
            RowGroups groups,
            List<ArmSums> ofArms,
            int floor,
            Map<String, String> spoiled) {
        users = new UsersInSlices(arms, plan.horizon(), ofArms);
        this.spoiled = spoiled;
        this.plan = plan;
        this.arms = arms;
        this.run = run;
        this.groups = groups;
        this.floor = Math.max(2, floor);
        for (int breakdown = 0; breakdown < run.slices().size(); breakdown++) {
            compare(breakdown, run.slices().get(breakdown));
        }
    }

    private void compare(int breakdown, SliceTable table) {
        ShownSlices shown = ShownSlices.of(
                run.sums(),
                breakdown,
                table,
                ShownSlices.most(run.metrics().metrics().size(), arms.count()),
                Set.of());
        List<String> names = shown.names();
        if (names.isEmpty()) {
            return;
        }
        int count = shown.groups().count();
        List<SliceSums> sums = run.sums().sums(run.sums().cut(groups, breakdown, shown.groups()));
        List<RequestMetric> metrics = run.metrics().metrics();
        int[] byName = IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .mapToInt(Integer::intValue)
                .toArray();
        users.add(
                IntStream.of(byName).mapToObj(names::get).toList(),
                IntStream.of(byName)
                        .mapToObj(slice -> users(sums, count, slice))
                        .toList());
        for (Primary primary : plan.primaries()) {
            for (int arm = 1; arm < arms.count(); arm++) {
                List<Heterogeneity.Effect> effects = new ArrayList<>();
                for (int slice : byName) {
                    ArmSums control = new ArmSums(sums.get(slice), metrics);
                    ArmSums treatment = new ArmSums(sums.get(arm * count + slice), metrics);
                    if (control.users() + treatment.users() > 0) {
                        add(names.get(slice), primary, arms.name(arm), control, treatment, effects);
                    }
                }
                if (effects.size() > 1) {
                    Heterogeneity.Test test = Heterogeneity.of(effects);
                    heterogeneity.add(new HeterogeneityRow(
                            table.breakdown().keys(),
                            primary.rate().metric().name(),
                            arms.name(arm),
                            effects.size(),
                            test.statistic(),
                            test.degreesOfFreedom(),
                            test.pValue().value()));
                }
            }
        }
    }

    private void add(
            String slice,
            Primary primary,
            String variant,
            ArmSums control,
            ArmSums treatment,
            List<Heterogeneity.Effect> effects) {
        String wrong = spoiled.get(Rows.unit(primary.rate().metric()));
        boolean tooFew = Math.min(control.users(), treatment.users()) < floor;
        Contrast contrast = tooFew || wrong != null
                ? null
                : Contrast.between(control.of(primary.rate()), treatment.of(primary.rate()), plan.horizon());
        String whyNot = wrong != null
                ? wrong
                : tooFew
                        ? "fewer than " + floor + " users in an arm"
                        : Contrast.whyNot(control.of(primary.rate()), treatment.of(primary.rate()));
        entries.add(new Entry(slice, primary, variant, control, treatment, contrast, whyNot));
        if (contrast != null) {
            double error = contrast.standardError();
            effects.add(new Heterogeneity.Effect(contrast.difference(), error * error));
        }
    }

    /** The users of every arm in a slice. */
    private long[] users(List<SliceSums> sums, int slices, int slice) {
        return IntStream.range(0, arms.count())
                .mapToLong(arm -> sums.get(arm * slices + slice).users())
                .toArray();
    }

    /** Whether the arms have the same share of their users in each slice. */
    UsersInSlices users() {
        return users;
    }

    List<HeterogeneityRow> heterogeneity() {
        return heterogeneity;
    }

    List<SliceComparisonRow> rows() {
        double[] p = entries.stream()
                .filter(entry -> entry.contrast != null)
                .mapToDouble(entry ->
                        entry.contrast == null ? 1 : entry.contrast.pValue().value())
                .toArray();
        double[] adjusted = BenjaminiHochberg.adjusted(p);
        List<SliceComparisonRow> rows = new ArrayList<>();
        int tested = 0;
        for (Entry entry : entries) {
            rows.add(row(entry, entry.contrast == null ? Double.NaN : adjusted[tested++]));
        }
        return rows;
    }

    private static SliceComparisonRow row(Entry entry, double adjusted) {
        Contrast contrast = entry.contrast;
        double control = entry.control.of(entry.primary.rate()).ratio();
        double value = entry.treatment.of(entry.primary.rate()).ratio();
        RequestMetric metric = entry.primary.rate().metric();
        return new SliceComparisonRow(
                entry.slice,
                metric.name(),
                Rows.unit(metric),
                entry.variant,
                entry.control.users(),
                entry.treatment.users(),
                Rows.finite(control),
                Rows.finite(value),
                Rows.finite(value - control),
                contrast == null ? null : Rows.interval(contrast.interval(SliceSums.LEVEL)),
                contrast == null ? null : contrast.lift(),
                contrast == null ? null : Rows.interval(contrast.liftInterval(SliceSums.LEVEL)),
                contrast == null ? null : (Double) contrast.pValue().value(),
                contrast == null ? null : (Double) adjusted,
                contrast == null ? "unknown" : verdict(contrast, adjusted),
                contrast == null
                        ? entry.whyNot
                        : contrast.liftInterval(SliceSums.LEVEL).whyNot().orElse(null));
    }

    private static String verdict(Contrast contrast, double adjusted) {
        if (adjusted >= EXPLORED_AT) {
            return "inconclusive";
        }
        return contrast.difference() > 0 ? "better" : "worse";
    }
}
