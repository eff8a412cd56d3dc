package io.github.recsyseval.joined;

import io.github.recsyseval.spill.SpillBudget;
import io.github.recsyseval.spill.SpillFile;
import io.github.recsyseval.spill.SpilledBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines kept as bytes in large blocks: 12 bytes a line beyond the line itself, and nothing that a collector has to trace. Beyond the
 * budget all lines are kept in a file. First all lines are added, then they are looked at one by one.
 */
final class LineArena {
    private static final int BLOCK = 1 << 20;
    private static final int BYTES_BESIDE = Long.BYTES + Integer.BYTES;

    private final SpillBudget budget;
    private final List<byte[]> blocks = new ArrayList<>();
    private byte[] block = new byte[0];
    private int used;
    private long held;
    private long[] start = new long[1024];
    private int[] length = new int[1024];
    private int size;
    private @Nullable Spilled spilled;

    /** The line that was looked at last, when all are in a file. */
    private byte[] line = new byte[1024];

    LineArena(SpillBudget budget) {
        this.budget = budget;
    }

    /** Copies {@code bytes[from, to)}; lines are numbered from 0. */
    void add(byte[] bytes, int from, int to) {
        int count = to - from;
        held += count + BYTES_BESIDE;
        if (spilled == null && held > budget.bytes()) {
            spill();
        }
        if (spilled != null) {
            spilled.add(bytes, from, to);
        } else {
            hold(bytes, from, count);
        }
        size++;
    }

    private void hold(byte[] bytes, int from, int count) {
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
        length[size] = count;
        used += count;
    }

    private void spill() {
        Spilled file = new Spilled(budget);
        for (int number = 0; number < size; number++) {
            file.add(block(number), from(number), to(number));
        }
        blocks.clear();
        block = new byte[0];
        start = new long[0];
        length = new int[0];
        spilled = file;
    }

    /** The bytes that hold a line, until the next one is looked at. */
    byte[] block(int number) {
        if (spilled == null) {
            return blocks.get((int) (start[number] >>> 32));
        }
        if (line.length < to(number)) {
            line = new byte[to(number)];
        }
        spilled.get(number, line);
        return line;
    }

    /** Where the line begins in its block. */
    int from(int number) {
        return spilled == null ? (int) start[number] : 0;
    }

    int to(int number) {
        return spilled == null ? from(number) + length[number] : spilled.length(number);
    }

    /** The lines one after the other in one file, where each ends in another. */
    private static final class Spilled {
        private static final int BUFFER = 1 << 16;

        private final SpillFile text;
        private final SpillFile ends;
        private @Nullable SpilledBytes allText;
        private @Nullable SpilledBytes allEnds;

        Spilled(SpillBudget budget) {
            text = budget.space().newFile(BUFFER);
            ends = budget.space().newFile(BUFFER);
        }

        void add(byte[] bytes, int from, int to) {
            text.putBytes(bytes, from, to);
            ends.putLong(text.bytes());
        }

        private long end(int line) {
            if (allEnds == null) {
                allEnds = ends.inPlace();
            }
            return line < 0 ? 0 : allEnds.getLong(line);
        }

        int length(int line) {
            return (int) (end(line) - end(line - 1));
        }

        void get(int line, byte[] target) {
            if (allText == null) {
                allText = text.inPlace();
            }
            allText.get(end(line - 1), target, length(line));
        }
    }
}
