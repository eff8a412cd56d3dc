package io.github.recsyseval.engine;

import io.github.recsyseval.event.Exposure;
import io.github.recsyseval.slice.Breakdown;
import io.github.recsyseval.slice.DayTable;
import io.github.recsyseval.slice.SliceTable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The slice columns of a request, in this order: the breakdowns asked for, the day, the variant in each experiment, the experiment
 * and variant that the exposure's own context names.
 *
 * @param tables of the breakdowns asked for
 * @param days none where days are not asked for, else one
 * @param contextArms none where context is not asked for experiments, else one
 */
public record SliceColumns(
        List<SliceTable> tables, List<DayTable> days, VariantColumns variants, List<SliceTable> contextArms) {
    static SliceColumns of(JoinPlan plan, VariantColumns variants) {
        return new SliceColumns(
                plan.breakdowns().stream().map(SliceTable::new).toList(),
                plan.days().stream().map(DayTable::new).toList(),
                variants,
                plan.forExperiment().armsFromContext()
                        ? List.of(new SliceTable(ExperimentColumns.ARM_KEYS))
                        : List.of());
    }

    /** The breakdowns whose keys every exposure has to be asked for. */
    List<Breakdown> byContext() {
        return Stream.concat(tables.stream(), contextArms.stream())
                .map(SliceTable::breakdown)
                .toList();
    }

    /** How many columns there are. */
    int count() {
        return tables.size() + days.size() + variants.count() + contextArms.size();
    }

    /** The column of the day. */
    public int dayColumn() {
        return tables.size();
    }

    /** The column of an experiment. */
    public int variantColumn(int experiment) {
        return tables.size() + days.size() + experiment;
    }

    /** The column of experiment and variant as the context names them. */
    public int contextArmColumn() {
        return variantColumn(variants.count());
    }

    /** One thread's way to the slices of an exposure. */
    Lookup lookup(ContextKeys keys) {
        return new Lookup(
                lookups(tables, keys), days.stream().map(DayTable::lookup).toList(), lookups(contextArms, keys));
    }

    private static List<SliceTable.Lookup> lookups(List<SliceTable> tables, ContextKeys keys) {
        return tables.stream()
                .map(table -> table.lookup(keys.slots(table.breakdown().keys())))
                .toList();
    }

    /** Finds the slice numbers of exposures. */
    final class Lookup {
        private final List<SliceTable.Lookup> byContext;
        private final List<DayTable.Lookup> byDay;
        private final List<SliceTable.Lookup> byArm;
        private final int[] slices = new int[count()];

        private Lookup(List<SliceTable.Lookup> byContext, List<DayTable.Lookup> byDay, List<SliceTable.Lookup> byArm) {
            this.byContext = byContext;
            this.byDay = byDay;
            this.byArm = byArm;
        }

        /** The numbers of an exposure's slices by column; overwritten by the next call. */
        int[] of(Exposure exposure) {
            int at = 0;
            for (SliceTable.Lookup lookup : byContext) {
                slices[at++] = lookup.number(exposure.context);
            }
            for (DayTable.Lookup lookup : byDay) {
                slices[at++] = lookup.number(exposure.timestamp);
            }
            variants.fill(exposure.requestFirst, exposure.requestSecond, slices, at);
            at += variants.count();
            for (SliceTable.Lookup lookup : byArm) {
                slices[at++] = lookup.number(exposure.context);
            }
            return slices;
        }
    }
}
