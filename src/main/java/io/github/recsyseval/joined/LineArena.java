package io.github.recsyseval.joined;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines kept as bytes in large blocks: 12 bytes a line beyond the line itself, and nothing that a collector has to trace. */
final class LineArena {
    private static final int BLOCK = 1 << 20;

    private final List<byte[]> blocks = new ArrayList<>();
    private byte[] block = new byte[0];
    private int used;
    private long[] start = new long[1024];
    private int[] length = new int[1024];
    private int size;

    /** Copies {@code bytes[from, to)}; lines are numbered from 0. */
    void add(byte[] bytes, int from, int to) {
        int count = to - from;
        if (used + count > block.length) {
            block = new byte[Math.max(BLOCK, count)];
            blocks.add(block);
            used = 0;
        }
        if (size == start.length) {
            start = Arrays.copyOf(start, size + (size >> 1));
            length = Arrays.copyOf(length, start.length);
        }
        System.arraycopy(bytes, from, block, used, count);
        start[size] = (long) (blocks.size() - 1) << 32 | used;
        length[size++] = count;
        used += count;
    }

    int size() {
        return size;
    }

    /** The block that holds a line. */
    byte[] block(int line) {
        return blocks.get((int) (start[line] >>> 32));
    }

    /** Where the line begins in its block. */
    int from(int line) {
        return (int) start[line];
    }

    int to(int line) {
        return (int) start[line] + length[line];
    }
}
