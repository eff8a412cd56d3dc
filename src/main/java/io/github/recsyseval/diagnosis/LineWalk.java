package io.github.recsyseval.diagnosis;

import io.github.recsyseval.event.StrictJson;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;

/**
 * Goes through a line that is known to be JSON value by value, without checking anything and making nothing of what is passed over: some
 * thousand lines are looked at once, and no parser is warm by then. Where the end of a value is right, whatever stands between two of
 * them is blanks, a comma or a colon. One instance serves one thread.
 */
final class LineWalk {
    private byte[] bytes = new byte[0];
    /** Where the next value, member or element is looked for. */
    private int at;

    private int nameFrom;
    private int nameTo;
    private boolean escaped;
    /** A bit for each first letter of the strings passed over, all of them where one holds an escape. */
    private long initials;

    /** Stands on the first value of a line. */
    void start(byte[] line) {
        bytes = line;
        at = 0;
        between();
    }

    /** Goes on to what is neither blank nor comma nor colon. */
    private byte between() {
        byte[] line = bytes;
        int next = at;
        byte b = line[next];
        while (b <= ' ' || b == ',' || b == ':') {
            b = line[++next];
        }
        at = next;
        return b;
    }

    /** Goes into the object or array it stands on; false, standing where it was, on any other value. */
    boolean enter() {
        boolean inside = bytes[at] == '{' || bytes[at] == '[';
        at += inside ? 1 : 0;
        return inside;
    }

    /** Goes on to the next element of an array, or leaves the array. */
    boolean nextElement() {
        byte b = between();
        boolean more = b != ']' && b != '}';
        at += more ? 0 : 1;
        return more;
    }

    /** Goes on to the value of the next member of an object, or leaves the object. */
    boolean nextMember() {
        if (!nextElement()) {
            return false;
        }
        nameFrom = at;
        string();
        nameTo = at;
        between();
        return true;
    }

    /** Passes over a string; whether it holds escapes is in {@link #escaped} then. */
    private void string() {
        byte[] line = bytes; // the quick compiler asks fields again and again
        int end = at + 1;
        boolean any = false;
        for (byte b = line[end]; b != '"'; b = line[++end]) {
            if (b == '\\') {
                any = true;
                end++;
            }
        }
        escaped = any;
        at = end + 1;
    }

    /** Whether the member it stands on has a name, given as ASCII; to be asked before its value is read. */
    boolean isNamed(byte[] name) {
        if (escaped) {
            return name().equals(new String(name, StandardCharsets.US_ASCII));
        }
        if (nameTo - nameFrom != name.length + 2) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (bytes[nameFrom + 1 + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    /** The name of the member it stands on; to be asked before its value is read. */
    String name() {
        return text(nameFrom, nameTo);
    }

    /** Reads the string it stands on. */
    String text() {
        int from = at;
        string();
        return text(from, at);
    }

    private String text(int from, int to) {
        if (!escaped) {
            return new String(bytes, from + 1, to - from - 2, StandardCharsets.UTF_8);
        }
        try (JsonParser json = StrictJson.parser(bytes, from, to)) {
            json.nextToken();
            return json.getString();
        }
    }

    /** Reads a number; NaN for any other value. */
    double number() {
        int from = at;
        boolean isNumber = bytes[at] == '-' || bytes[at] >= '0' && bytes[at] <= '9';
        skip();
        return isNumber
                ? Double.parseDouble(new String(bytes, from, at - from, StandardCharsets.US_ASCII))
                : Double.NaN;
    }

    /** Passes over the value it stands on, if surely no name or other string in it begins with a letter; else stays where it is. */
    boolean skipWithout(char letter, char other) {
        int from = at;
        initials = 0;
        skip();
        boolean without = (initials & (1L << letter | 1L << other)) == 0;
        at = without ? at : from;
        return without;
    }

    /** Passes over the value it stands on. */
    void skip() {
        byte[] line = bytes;
        int end = at;
        int depth = 0;
        do {
            byte b = line[end++];
            if (b == '"') {
                b = line[end];
                initials |= b >= '@' ? 1L << b : 0;
                for (; b != '"'; b = line[++end]) {
                    if (b == '\\') {
                        initials = -1;
                        end++;
                    }
                }
                end++;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (b == '}' || b == ']') {
                depth--;
            } else if (depth == 0) {
                end = endOfWord(end);
            }
        } while (depth > 0);
        at = end;
    }

    /** Where a number or a word ends. */
    private int endOfWord(int from) {
        int end = from;
        while (end < bytes.length && bytes[end] > ' ' && bytes[end] != ',' && bytes[end] != '}' && bytes[end] != ']') {
            end++;
        }
        return end;
    }
}
