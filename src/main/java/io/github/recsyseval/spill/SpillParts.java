package io.github.recsyseval.spill;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/**
 * 256 files among which rows are parted by eight bits of their hash: first the leading ones, and for parts that have become too large
 * the following ones. What is in one part comes before what is in the next one by the hash taken as an unsigned number.
 */
public final class SpillParts implements Closeable {
    public static final int COUNT = 256;

    /** After so many levels the bits of the hash are used up. */
    public static final int LEVELS = Long.SIZE / 8;

    private static final int SMALLEST_BUFFER = 1 << 10;
    private static final int LARGEST_BUFFER = 1 << 15;

    private final SpillSpace space;
    private final @Nullable SpillFile[] files = new @Nullable SpillFile[COUNT];
    private final int buffer;
    private final int shift;

    /**
     * Parts without any file yet.
     *
     * @param memory about how many bytes the buffers of all files may take
     * @param level 0 for the leading bits, at most {@code LEVELS - 1}
     */
    public SpillParts(SpillSpace space, long memory, int level) {
        this.space = space;
        buffer = (int) Math.max(SMALLEST_BUFFER, Math.min(LARGEST_BUFFER, memory / COUNT));
        shift = Long.SIZE - 8 * (level + 1);
    }

    /** The file for a hash. */
    public SpillFile of(long hash) {
        int part = (int) (hash >>> shift) & COUNT - 1;
        SpillFile file = files[part];
        if (file == null) {
            file = space.newFile(buffer);
            files[part] = file;
        }
        return file;
    }

    /** The parts in the order of the hashes; null for one without a row. */
    public @Nullable SpillFile part(int number) {
        return files[number];
    }

    /** How many bytes have been put into all files. */
    public long bytes() {
        long bytes = 0;
        for (SpillFile file : files) {
            bytes += file == null ? 0 : file.bytes();
        }
        return bytes;
    }

    @Override
    public void close() {
        for (SpillFile file : files) {
            if (file != null) {
                file.close();
            }
        }
    }
}
