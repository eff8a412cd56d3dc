package io.github.recsyseval.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream on a thread of its own, a few blocks ahead, so that inflating and evaluating happen at the same time. Belongs to
 * one reader.
 */
final class ReadAhead extends InputStream {
    private static final int BLOCK = 1 << 18;
    private static final int BLOCKS = 4;

    /** What the thread hands over: bytes, or how the stream ended. */
    private record Block(byte[] bytes, int length, @Nullable Throwable failure) {
        boolean isLast() {
            return length < 0 || failure != null;
        }
    }

    private final InputStream in;
    private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS);
    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BLOCKS + 2);
    private final Thread thread;
    private volatile boolean closed;
    private Block block = new Block(new byte[0], 0, null);
    private int at;

    ReadAhead(InputStream in) {
        this.in = in;
        thread = new Thread(this::pump, "recsys-eval-inflater");
        thread.setDaemon(true);
        thread.start();
    }

    private void pump() {
        Block next;
        do {
            next = fill();
        } while (hand(next) && !next.isLast());
    }

    private Block fill() {
        byte[] bytes = free.poll();
        if (bytes == null) {
            bytes = new byte[BLOCK];
        }
        int length = 0;
        try {
            while (length < bytes.length) {
                int read = in.read(bytes, length, bytes.length - length);
                if (read < 0) {
                    return new Block(bytes, length == 0 ? -1 : length, null);
                }
                length += read;
            }
            return new Block(bytes, length, null);
        } catch (IOException | RuntimeException | Error failed) {
            // What was read before the failure is delivered; then the reader meets the failure as if it had read
            // itself.
            return new Block(bytes, length, failed);
        }
    }

    /** Waits for room; false when nobody reads any more. */
    private boolean hand(Block next) {
        try {
            while (!closed) {
                if (full.offer(next, 100, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (length > 0 && at >= block.length()) {
            rethrow(block.failure());
            if (block.length() < 0) {
                return -1;
            }
            next();
        }
        int count = length == 0 ? 0 : Math.min(length, block.length() - at);
        System.arraycopy(block.bytes(), at, bytes, offset, count);
        at += count;
        return count;
    }

    private static void rethrow(@Nullable Throwable failure) throws IOException {
        if (failure instanceof IOException unreadable) {
            throw unreadable;
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    private void next() throws IOException {
        if (block.bytes().length == BLOCK) {
            free.offer(block.bytes());
        }
        try {
            block = full.take();
            at = 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading", interrupted);
        }
    }

    /** Stops the thread and closes the stream once it no longer reads. */
    @Override
    public void close() throws IOException {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        in.close();
    }
}
