package io.github.recsyseval.spill;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The bytes of a finished {@link SpillFile}, mapped into the address space: they are read where the system keeps them, and take no room
 * of the heap. Safe for any number of threads.
 */
public final class SpilledBytes {
    /** A gibibyte a mapping; one mapping cannot hold more than two. */
    private static final int SEGMENT_BITS = 30;

    private static final int WITHIN = (1 << SEGMENT_BITS) - 1;

    private final ByteBuffer[] segments;

    private SpilledBytes(ByteBuffer[] segments) {
        this.segments = segments;
    }

    static SpilledBytes of(FileChannel channel, long size) throws IOException {
        int count = Math.toIntExact((size + WITHIN) >>> SEGMENT_BITS);
        ByteBuffer[] segments = new ByteBuffer[count];
        for (int i = 0; i < count; i++) {
            long from = (long) i << SEGMENT_BITS;
            segments[i] = channel.map(FileChannel.MapMode.READ_ONLY, from, Math.min(1L << SEGMENT_BITS, size - from));
        }
        return new SpilledBytes(segments);
    }

    /** The i-th long of a file that holds nothing else. */
    public long getLong(long i) {
        long at = i * Long.BYTES;
        return segments[(int) (at >>> SEGMENT_BITS)].getLong((int) at & WITHIN);
    }

    /** Copies the bytes from {@code position} on into {@code target[0, count)}. */
    public void get(long position, byte[] target, int count) {
        for (int done = 0; done < count; ) {
            int within = (int) (position + done) & WITHIN;
            int part = Math.min(count - done, WITHIN + 1 - within);
            segments[(int) (position + done >>> SEGMENT_BITS)].get(within, target, done, part);
            done += part;
        }
    }
}
