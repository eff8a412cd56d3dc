package io.github.recsyseval.diagnosis;

import io.github.recsyseval.event.IdHash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The ids of sampled records, one after the other in one array: tens of thousands of strings would have to be followed at every garbage
 * collection. For comparison only, never printed. An id of more than {@value #MOST_BYTES} bytes is kept as an empty one.
 */
final class IdText {
    private static final int MOST_BYTES = 256;
    private static final byte[] KEY = "\"request_id\"".getBytes(StandardCharsets.US_ASCII);

    private final IdHash hash = new IdHash();
    private byte[] bytes = new byte[1024];
    private int[] ends = new int[64];
    private int size;

    /** Appends the request id of the record in {@code line[from, to)}, whose hash begins with {@code requestFirst}. */
    void add(byte[] line, int from, int to, long requestFirst) {
        int key = from;
        while (key + KEY.length < to && !Arrays.equals(line, key, key + KEY.length, KEY, 0, KEY.length)) {
            key++;
        }
        int start = key + KEY.length;
        while (start < to && line[start] != '"') {
            start++;
        }
        int end = ++start;
        while (end < to && line[end] != '"') {
            end++;
        }
        if (end < to && isHash(line, start, end, requestFirst)) {
            append(line, start, end);
        } else { // the key of another object, or an id with escapes
            byte[] id = IdForms.requestId(line, from, to).getBytes(StandardCharsets.UTF_8);
            append(id, 0, id.length);
        }
    }

    private boolean isHash(byte[] line, int from, int to, long first) {
        hash.hash(line, from, to);
        return hash.first() == first;
    }

    private void append(byte[] id, int from, int to) {
        int length = to - from <= MOST_BYTES ? to - from : 0;
        int start = from(size);
        room(1, length);
        System.arraycopy(id, from, bytes, start, length);
        ends[size++] = start + length;
    }

    private void room(int moreIds, int moreBytes) {
        int needed = from(size) + moreBytes;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, needed));
        }
        if (size + moreIds > ends.length) {
            ends = Arrays.copyOf(ends, Math.max(2 * ends.length, size + moreIds));
        }
    }

    void add(IdText other) {
        int start = from(size);
        int length = other.from(other.size);
        room(other.size, length);
        System.arraycopy(other.bytes, 0, bytes, start, length);
        for (int i = 0; i < other.size; i++) {
            ends[size++] = start + other.ends[i];
        }
    }

    /** Forgets all but some rows, given in ascending order. */
    void keep(int[] rows, int count) {
        size = 0;
        for (int i = 0; i < count; i++) {
            append(bytes, rows[i] == 0 ? 0 : ends[rows[i] - 1], ends[rows[i]]);
        }
    }

    int size() {
        return size;
    }

    /** The array in which the ids stand, as UTF-8; not to be written to. */
    byte[] bytes() {
        return bytes;
    }

    /** Where in it an id begins. */
    int from(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    /** Where in it an id ends. */
    int to(int row) {
        return ends[row];
    }
}
