package io.github.recsyseval.spill;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads a {@link SpillFile} from beginning to end, value by value as they were put. */
public final class SpillReader {
    private final SpillFile file;
    private final ByteBuffer buffer;
    private long next;

    SpillReader(SpillFile file, int bufferBytes) {
        this.file = file;
        buffer = ByteBuffer.allocate(bufferBytes).limit(0);
    }

    /** Whether not everything has been read. */
    public boolean hasMore() {
        return buffer.hasRemaining() || next < file.bytes();
    }

    /** @throws java.nio.BufferUnderflowException behind the last value; likewise for all values */
    public long getLong() {
        return have(Long.BYTES).getLong();
    }

    public int getInt() {
        return have(Integer.BYTES).getInt();
    }

    /** Fills {@code target[from, to)}. */
    public void getLongs(long[] target, int from, int to) {
        for (int i = from; i < to; i++) {
            target[i] = getLong();
        }
    }

    public String getText() {
        byte[] bytes = new byte[getInt()];
        for (int at = 0; at < bytes.length; at += buffer.capacity()) {
            int part = Math.min(buffer.capacity(), bytes.length - at);
            have(part).get(bytes, at, part);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private ByteBuffer have(int bytes) {
        if (buffer.remaining() < bytes) {
            buffer.compact();
            int before = buffer.position();
            file.read(next, buffer);
            next += buffer.position() - before;
            buffer.flip();
        }
        return buffer;
    }
}
