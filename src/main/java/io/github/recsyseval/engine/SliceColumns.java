package io.github.recsyseval.engine;

import io.github.recsyseval.event.Exposure;
import io.github.recsyseval.slice.DayTable;
import io.github.recsyseval.slice.SliceTable;
import java.util.List;

/**
 * The slice columns of a request, in this order: the breakdowns asked for, the day, the variant in each experiment.
 *
 * @param tables of the breakdowns asked for
 * @param days none where days are not asked for, else one
 */
public record SliceColumns(List<SliceTable> tables, List<DayTable> days, VariantColumns variants) {
    static SliceColumns of(JoinPlan plan, VariantColumns variants) {
        return new SliceColumns(
                plan.breakdowns().stream().map(SliceTable::new).toList(),
                plan.days().stream().map(DayTable::new).toList(),
                variants);
    }

    /** How many columns there are. */
    int count() {
        return tables.size() + days.size() + variants.count();
    }

    /** The column of the day. */
    public int dayColumn() {
        return tables.size();
    }

    /** The column of an experiment. */
    public int variantColumn(int experiment) {
        return tables.size() + days.size() + experiment;
    }

    /** One thread's way to the slices of an exposure. */
    Lookup lookup(ContextKeys keys) {
        return new Lookup(
                tables.stream()
                        .map(table -> table.lookup(keys.slots(table.breakdown().keys())))
                        .toList(),
                days.stream().map(DayTable::lookup).toList());
    }

    /** Finds the slice numbers of exposures. */
    final class Lookup {
        private final List<SliceTable.Lookup> byContext;
        private final List<DayTable.Lookup> byDay;
        private final int[] slices = new int[count()];

        private Lookup(List<SliceTable.Lookup> byContext, List<DayTable.Lookup> byDay) {
            this.byContext = byContext;
            this.byDay = byDay;
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
            return slices;
        }
    }
}
