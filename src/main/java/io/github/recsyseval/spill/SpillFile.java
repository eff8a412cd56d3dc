package io.github.recsyseval.spill;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * One temporary file: first written from beginning to end, then read any number of times, from beginning to end. What fits into
 * the buffer never reaches the disk.
 */
public final class SpillFile implements Closeable {
    private final SpillSpace space;
    private final FileChannel channel;
    private final ByteBuffer buffer;
    private long onDisk;

    SpillFile(SpillSpace space, FileChannel channel, int bufferBytes) {
        this.space = space;
        this.channel = channel;
        buffer = ByteBuffer.allocate(Math.max(1 << 10, bufferBytes));
    }

    public void putLong(long value) {
        room(Long.BYTES).putLong(value);
    }

    public void putInt(int value) {
        room(Integer.BYTES).putInt(value);
    }

    /** Writes {@code values[from, to)}. */
    public void putLongs(long[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            putLong(values[i]);
        }
    }

    /** Writes {@code bytes[from, to)} and nothing else. */
    public void putBytes(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at += buffer.capacity()) {
            int part = Math.min(buffer.capacity(), to - at);
            room(part).put(bytes, at, part);
        }
    }

    /** Writes a text of any length. */
    public void putText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        putInt(bytes.length);
        putBytes(bytes, 0, bytes.length);
    }

    /** How many bytes have been put. */
    public long bytes() {
        return onDisk + buffer.position();
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() {
        buffer.flip();
        space.willWrite(buffer.remaining());
        try {
            while (buffer.hasRemaining()) {
                onDisk += channel.write(buffer, onDisk);
            }
        } catch (IOException failed) {
            throw space.failure("write", failed);
        }
        buffer.clear();
    }

    /** A reader at the first byte. Nothing may be put from now on. */
    public SpillReader reader() {
        return new SpillReader(this, buffer.capacity());
    }

    /** All bytes, read in place and in any order, by any number of threads. Nothing may be put from now on. */
    public SpilledBytes inPlace() {
        flush();
        try {
            return SpilledBytes.of(channel, onDisk);
        } catch (IOException failed) {
            throw space.failure("read", failed);
        }
    }

    /** Fills {@code target} with the bytes from {@code position} on, as far as there are any. */
    void read(long position, ByteBuffer target) {
        long at = position;
        try {
            while (target.hasRemaining() && at < onDisk) {
                int read = channel.read(target, at);
                if (read < 0) {
                    throw new IOException("a temporary file has become shorter");
                }
                at += read;
            }
        } catch (IOException failed) {
            throw space.failure("read", failed);
        }
        int inBuffer = (int) (at - onDisk);
        int count = Math.min(target.remaining(), buffer.position() - inBuffer);
        if (count > 0) {
            target.put(buffer.array(), inBuffer, count);
        }
    }

    /** Gives the room back; what was written is gone. */
    @Override
    public void close() {
        space.forget(this);
        try {
            channel.close();
        } catch (IOException ignored) {
            // The file has no name any more; there is nothing that a failing close could leave behind.
        }
    }
}
