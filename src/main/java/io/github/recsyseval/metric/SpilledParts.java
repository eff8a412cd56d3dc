package io.github.recsyseval.metric;

import io.github.recsyseval.spill.SpillBudget;
import java.util.List;
import java.util.function.IntFunction;

/** The parts of a {@link SpilledLedger}, each read from its file as often as it is looked at. */
final class SpilledParts implements LedgerParts {
    /** A latency and two copies of it while it is sorted. */
    private static final int BYTES_PER_LATENCY = 24;

    private static final int INTS_BUFFER = 1 << 16;

    private final List<LedgerPart> parts;
    private final SpillBudget budget;

    SpilledParts(List<LedgerPart> parts, SpillBudget budget) {
        this.parts = parts;
        this.budget = budget;
    }

    @Override
    public int count() {
        return parts.size();
    }

    @Override
    public int rows(int part) {
        return parts.get(part).rows();
    }

    @Override
    public LedgerRows load(int part) {
        return parts.get(part).load();
    }

    @Override
    public LedgerRows loadWithTimes(int part, int... sliced) {
        return parts.get(part).loadWithTimes(sliced);
    }

    @Override
    public int[] slice(int part, int breakdown) {
        return parts.get(part).slice(breakdown);
    }

    @Override
    public double[] latency(int part) {
        return parts.get(part).latency();
    }

    @Override
    public IntFunction<int[]> keep(IntFunction<int[]> column) {
        SpilledColumn kept = new SpilledColumn(budget.space().newFile(INTS_BUFFER));
        for (int part = 0; part < parts.size(); part++) {
            kept.add(column.apply(part));
        }
        return kept.byPart();
    }

    @Override
    public long mostLatencies() {
        return budget.bytes() / BYTES_PER_LATENCY;
    }
}
