package io.github.recsyseval.validation;

import io.github.recsyseval.join.ExposureSet;
import io.github.recsyseval.spill.SpillFile;
import io.github.recsyseval.spill.SpillSpace;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Notices request ids that occur again, exactly, however many there are: the first 1,398,101 distinct ones are held in 48 MiB,
 * records with further ones wait in temporary files, parted by the hash of their id, until all has been read. Then each part is
 * looked at by itself, in the same way.
 *
 * <p>Records must come in input order: {@link #add}, and if that says {@link Repeat#OPEN}, {@link #defer}; in the end
 * {@link #settle}.
 */
final class RepeatedRequests {
    /** Two thirds of 2^21 slots. */
    static final int LIMIT = (1 << 21) * 2 / 3;

    private static final int PART_BITS = 6;
    private static final int PARTS = 1 << PART_BITS;
    private static final int BUFFER = 1 << 14;

    private final SpillSpace space;
    private final int limit;
    private final int depth;
    private final @Nullable SpillFile[] parts = new @Nullable SpillFile[PARTS];
    private @Nullable ExposureSet seen;
    private int distinct;

    /**
     * @param expected about how many distinct ids will come
     * @param limit how many distinct ids are held in memory, at least 1
     */
    RepeatedRequests(SpillSpace space, long expected, int limit) {
        this(space, expected, limit, 0);
    }

    private RepeatedRequests(SpillSpace space, long expected, int limit, int depth) {
        this.space = space;
        this.limit = limit;
        this.depth = depth;
        seen = new ExposureSet(Math.min(expected, limit));
    }

    /** What a record is to those before it. */
    Repeat add(long first, long second, long fingerprint) {
        ExposureSet held = java.util.Objects.requireNonNull(seen);
        boolean full = distinct == limit;
        return switch (full ? held.find(first, second, fingerprint) : held.add(first, second, fingerprint)) {
            case FIRST -> {
                distinct += full ? 0 : 1;
                yield full ? Repeat.OPEN : Repeat.FIRST;
            }
            case IDENTICAL -> Repeat.IDENTICAL;
            case CONFLICTING -> Repeat.CONFLICTING;
        };
    }

    /** Puts a record aside about which {@link #add} could not say anything. */
    void defer(ValidRecord record) {
        int part = (int) Long.rotateRight(record.requestSecond(), PART_BITS * depth) & PARTS - 1;
        SpillFile file = parts[part];
        if (file == null) {
            file = space.newFile(BUFFER);
            parts[part] = file;
        }
        record.write(file);
    }

    /** Says of each record that was put aside what it is, in no particular order. Nothing can be added any more. */
    void settle(BiConsumer<Repeat, ValidRecord> taker) {
        seen = null; // One set at a time is held.
        for (int part = 0; part < PARTS; part++) {
            SpillFile file = parts[part];
            if (file != null) {
                parts[part] = null;
                settle(file, taker);
            }
        }
    }

    private void settle(SpillFile file, BiConsumer<Repeat, ValidRecord> taker) {
        RepeatedRequests within = new RepeatedRequests(space, file.bytes() / ValidRecord.BYTES, limit, depth + 1);
        try (file) {
            var reader = file.reader();
            while (reader.hasMore()) {
                ValidRecord record = ValidRecord.read(reader);
                Repeat repeat = within.add(record.requestFirst(), record.requestSecond(), record.fingerprint());
                if (repeat == Repeat.OPEN) {
                    within.defer(record);
                } else {
                    taker.accept(repeat, record);
                }
            }
        }
        within.settle(taker);
    }
}
