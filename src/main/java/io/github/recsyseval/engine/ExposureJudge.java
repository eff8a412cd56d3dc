package io.github.recsyseval.engine;

import io.github.recsyseval.diagnosis.Diagnosis;
import io.github.recsyseval.event.Exposure;
import io.github.recsyseval.event.ExposureReader;
import io.github.recsyseval.event.Reading;
import io.github.recsyseval.join.ExposureBatch;
import io.github.recsyseval.schema.LoadedSchema;
import java.util.List;

/** Puts the valid exposures of a chunk into a batch, each with its slices. */
final class ExposureJudge extends ContractJudge {
    private final ExposureReader reader;
    private final Exposure exposure;
    private final ExposureFilter filter;
    private final int[] whereSlots;
    /** Which of the filter's keys any exposure had. */
    private final boolean[] whereMet;

    private boolean excludedUserMet;
    private final int[] diagnosisSlots;
    private final int surfaceSlot;
    private final SliceColumns.Lookup slices;
    private final ExposureBatch batch;
    private final Lines lines = new Lines();

    ExposureJudge(
            LoadedSchema schema, ContextKeys keys, ExposureFilter filter, SliceColumns columns, ExposureBatch batch) {
        super(schema);
        this.reader = new ExposureReader(keys.keys());
        this.exposure = new Exposure(keys.keys().size());
        this.filter = filter;
        diagnosisSlots = keys.slots(Diagnosis.CONTEXT_KEYS);
        surfaceSlot = keys.slots(List.of(Diagnosis.SURFACE))[0];
        this.whereSlots = keys.slots(List.copyOf(filter.where().keySet()));
        this.whereMet = new boolean[whereSlots.length];
        this.slices = columns.lookup(keys);
        this.batch = batch;
    }

    @Override
    public void begin() {
        batch.clear();
        lines.clear();
    }

    @Override
    Reading read(byte[] bytes, int from, int to) {
        return reader.read(bytes, from, to, exposure);
    }

    @Override
    int readPlain(byte[] bytes, int from, int to) {
        return reader.readPlain(bytes, from, to, exposure);
    }

    @Override
    boolean lacksSomething() {
        return !exposure.hasRequestId || exposure.itemCount == 0;
    }

    @Override
    boolean lacksRequestId() {
        return !exposure.hasRequestId;
    }

    @Override
    void take(byte[] bytes, int from, int to) {
        for (int i = 0; i < whereSlots.length; i++) {
            whereMet[i] |= exposure.context[whereSlots[i]] != null;
        }
        excludedUserMet |= filter.excludesUser(exposure.user);
        batch.add(exposure, slices.of(exposure), filter.select(exposure, whereSlots), missingKeys(), surface());
        lines.add(from, to);
    }

    private int missingKeys() {
        int missing = 0;
        for (int i = 0; i < diagnosisSlots.length; i++) {
            missing |= exposure.context[diagnosisSlots[i]] == null ? 1 << i : 0;
        }
        return missing;
    }

    private int surface() {
        String surface = exposure.context[surfaceSlot];
        return surface == null ? 0 : surface.hashCode();
    }

    /** Whether any exposure had the i-th key of the filter. */
    boolean metFilterKey(int i) {
        return whereMet[i];
    }

    /** Whether any exposure was of a user whom the filter leaves out. */
    boolean metExcludedUser() {
        return excludedUserMet;
    }

    /** Where the batch's exposures stand in the chunk. */
    Lines lines() {
        return lines;
    }
}
