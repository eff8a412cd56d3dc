package io.github.recsyseval.engine;

import io.github.recsyseval.diagnosis.ArmColumn;
import io.github.recsyseval.diagnosis.Diagnosis;
import io.github.recsyseval.event.Exposure;
import io.github.recsyseval.join.ExposureBatch;
import io.github.recsyseval.slice.ContextNumber;
import io.github.recsyseval.slice.DayTable;
import io.github.recsyseval.slice.HourTable;
import io.github.recsyseval.slice.SliceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The slice columns of a request, in this order: the breakdowns asked for, the day, the variant in each experiment, the experiment
 * and variant that the exposure's own context names, the hour, the slice in which a split is looked at, the covariate, and what
 * the context says about arms where they come from assignments.
 *
 * @param tables of the breakdowns asked for
 * @param days none where days are not asked for, else one
 * @param contextArms none where context is not asked for experiments, else one
 * @param hours none where hours are not asked for, else one
 * @param splits none where no split is looked at by slice, else one
 * @param covariates none without a covariate, else one, which takes {@link ContextNumber#COLUMNS} columns
 * @param statedArms none where arms are not compared with what the context says, else one
 */
public record SliceColumns(
        List<SliceTable> tables,
        List<DayTable> days,
        VariantColumns variants,
        List<SliceTable> contextArms,
        List<HourTable> hours,
        List<SliceTable> splits,
        List<ContextNumber> covariates,
        List<SliceTable> statedArms) {
    static SliceColumns of(JoinPlan plan, VariantColumns variants) {
        return new SliceColumns(
                plan.breakdowns().stream().map(SliceTable::new).toList(),
                plan.days().stream().map(DayTable::new).toList(),
                variants,
                plan.forExperiment().armsFromContext()
                        ? List.of(new SliceTable(ExperimentColumns.ARM_KEYS))
                        : List.of(),
                plan.hours().stream().map(HourTable::new).toList(),
                Stream.ofNullable(plan.forExperiment().splitBy())
                        .map(SliceTable::new)
                        .toList(),
                Stream.ofNullable(plan.forExperiment().covariate())
                        .map(ContextNumber::new)
                        .toList(),
                plan.forExperiment().statedArms() ? List.of(new SliceTable(ExperimentColumns.ARM_KEYS)) : List.of());
    }

    /** The context keys that every exposure has to be asked for. */
    List<String> keys() {
        Stream<String> ofSlices = Stream.of(tables, contextArms, splits, statedArms)
                .flatMap(List::stream)
                .flatMap(table -> table.breakdown().keys().stream());
        return Stream.concat(ofSlices, covariates.stream().map(ContextNumber::key))
                .toList();
    }

    /** How many columns there are. */
    int count() {
        return statedArmColumn() + statedArms.size();
    }

    /** How many of the columns cut the figures of requests: those before the hour. */
    int cuts() {
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

    /** The columns that say which arm of an experiment served a request, ascending. */
    int[] armColumns() {
        return IntStream.range(variantColumn(0), cuts()).toArray();
    }

    /** The experiments with their arms: those of the assignments, then those that the context names. */
    List<ArmColumn> arms() {
        List<ArmColumn> arms = new ArrayList<>();
        for (int i = 0; i < variants.count(); i++) {
            SortedMap<String, Integer> numbers = new TreeMap<>();
            for (String variant : variants.variants(i)) {
                numbers.put(variant, VariantColumns.FIRST_VARIANT + numbers.size());
            }
            arms.add(new ArmColumn(variantColumn(i), numbers));
        }
        contextArms.stream()
                .filter(table -> table.names().size() <= Diagnosis.MOST_ARMS)
                .forEach(table -> byContext(table, arms));
        return arms;
    }

    private void byContext(SliceTable table, List<ArmColumn> arms) {
        SortedMap<String, SortedMap<String, Integer>> experiments = new TreeMap<>();
        List<String> names = table.names();
        for (int number = 0; number < names.size(); number++) {
            @Nullable String[] pair = ExperimentColumns.ARM_KEYS.values(names.get(number));
            if (pair[0] != null && pair[1] != null) {
                experiments.computeIfAbsent(pair[0], name -> new TreeMap<>()).put(pair[1], number);
            }
        }
        experiments.values().forEach(numbers -> arms.add(new ArmColumn(contextArmColumn(), numbers)));
    }

    /** The column of the hour. */
    public int hourColumn() {
        return cuts();
    }

    /** The column of the slice in which a split is looked at. */
    public int splitColumn() {
        return hourColumn() + hours.size();
    }

    /** The first column of the covariate. */
    public int covariateColumn() {
        return splitColumn() + splits.size();
    }

    /** The column of experiment and variant as the context names them, where arms come from assignments. */
    public int statedArmColumn() {
        return covariateColumn() + ContextNumber.COLUMNS * covariates.size();
    }

    /** Looks up the variants of a whole batch, which is quicker than one by one. */
    void addVariants(ExposureBatch batch) {
        variants.fill(batch, variantColumn(0));
    }

    /** One thread's way to the slices of an exposure. */
    Lookup lookup(ContextKeys keys) {
        return new Lookup(
                lookups(tables, keys),
                days.stream().map(DayTable::lookup).toArray(DayTable.Lookup[]::new),
                lookups(contextArms, keys),
                hours.stream().map(HourTable::lookup).toArray(HourTable.Lookup[]::new),
                lookups(splits, keys),
                covariates.stream()
                        .map(number -> number.lookup(keys.slots(List.of(number.key()))[0]))
                        .toArray(ContextNumber.Lookup[]::new),
                lookups(statedArms, keys));
    }

    private static SliceTable.Lookup[] lookups(List<SliceTable> tables, ContextKeys keys) {
        return tables.stream()
                .map(table -> table.lookup(keys.slots(table.breakdown().keys())))
                .toArray(SliceTable.Lookup[]::new);
    }

    /** Finds the slice numbers of exposures. Arrays, because every exposure goes through them. */
    final class Lookup {
        private final SliceTable.Lookup[] byContext;
        private final DayTable.Lookup[] byDay;
        private final SliceTable.Lookup[] byArm;
        private final HourTable.Lookup[] byHour;
        private final SliceTable.Lookup[] bySplit;
        private final ContextNumber.Lookup[] covariate;
        private final SliceTable.Lookup[] byStatedArm;
        private final int[] slices = new int[count()];

        private Lookup(
                SliceTable.Lookup[] byContext,
                DayTable.Lookup[] byDay,
                SliceTable.Lookup[] byArm,
                HourTable.Lookup[] byHour,
                SliceTable.Lookup[] bySplit,
                ContextNumber.Lookup[] covariate,
                SliceTable.Lookup[] byStatedArm) {
            this.byContext = byContext;
            this.byDay = byDay;
            this.byArm = byArm;
            this.byHour = byHour;
            this.bySplit = bySplit;
            this.covariate = covariate;
            this.byStatedArm = byStatedArm;
        }

        /** The numbers of an exposure's slices by column, without those of {@link #addVariants}; overwritten by the next call. */
        int[] of(Exposure exposure) {
            int at = 0;
            for (SliceTable.Lookup lookup : byContext) {
                slices[at++] = lookup.number(exposure.context);
            }
            for (DayTable.Lookup lookup : byDay) {
                slices[at++] = lookup.number(exposure.timestamp);
            }
            at += variants.count();
            for (SliceTable.Lookup lookup : byArm) {
                slices[at++] = lookup.number(exposure.context);
            }
            for (HourTable.Lookup lookup : byHour) {
                slices[at++] = lookup.number(exposure.timestamp);
            }
            for (SliceTable.Lookup lookup : bySplit) {
                slices[at++] = lookup.number(exposure.context);
            }
            for (ContextNumber.Lookup lookup : covariate) {
                lookup.fill(exposure.context, slices, at);
                at += ContextNumber.COLUMNS;
            }
            for (SliceTable.Lookup lookup : byStatedArm) {
                slices[at++] = lookup.number(exposure.context);
            }
            return slices;
        }
    }
}
