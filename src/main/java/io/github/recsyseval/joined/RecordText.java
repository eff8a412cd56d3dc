package io.github.recsyseval.joined;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes JSON lines made of logged records and further properties. */
final class RecordText {
    private final OutputStream out;

    RecordText(OutputStream out) {
        this.out = out;
    }

    /** The record in {@code bytes[from, to)}, which is a JSON object with at least one property, without its closing brace. */
    void open(byte[] bytes, int from, int to) {
        int end = to;
        while (bytes[end - 1] != '}') {
            end--;
        }
        write(bytes, start(bytes, from), end - 1);
    }

    /** The whole record. */
    void whole(byte[] bytes, int from, int to) {
        open(bytes, from, to);
        text("}");
    }

    private static int start(byte[] bytes, int from) {
        int start = from;
        while (bytes[start] != '{') {
            start++;
        }
        return start;
    }

    private void write(byte[] bytes, int from, int to) {
        try {
            out.write(bytes, from, to - from);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Text of our own, such as a further property; nothing in it needs escaping. */
    void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length);
    }
}
