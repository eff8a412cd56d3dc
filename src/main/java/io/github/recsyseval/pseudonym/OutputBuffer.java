package io.github.recsyseval.pseudonym;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Bytes on their way out, of which the last ones can be taken back. */
final class OutputBuffer {
    private byte[] bytes = new byte[1 << 20];
    private int length;

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    /** Takes back everything behind a place. */
    void cut(int to) {
        length = to;
    }

    void add(byte[] from, int start, int end) {
        room(end - start);
        System.arraycopy(from, start, bytes, length, end - start);
        length += end - start;
    }

    void add(byte[] all) {
        add(all, 0, all.length);
    }

    void add(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
    }

    /** Whether the last byte ends a line. */
    boolean endsLine() {
        return length > 0 && bytes[length - 1] == '\n';
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
