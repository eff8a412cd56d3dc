package io.github.recsyseval.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads the common shape of a contract's lines straight from their bytes, an order of magnitude faster than a parser: known keys,
 * strings without escapes, plain numbers and date-times. Whatever else occurs makes it give up, and {@link LineReader} reads the
 * line instead; so a scanner need not know all of JSON, but what it accepts it must read exactly as the parser does.
 *
 * <p>Methods take a position and return the one after what they read, or {@link #NO} when it is not there. They may look up to
 * {@link #SLACK} bytes beyond the end of the line; what they find there is never accepted, because in the end the position must be
 * the end of the line.
 *
 * <p>One instance serves one thread.
 */
abstract class LineScanner {
    /** How many bytes must exist behind a line that is to be scanned; their values do not matter. */
    static final int SLACK = 96;

    /** Not of the common shape. */
    static final int NO = -1;

    /** Contexts with more keys are left to the parser. */
    private static final int MAX_CONTEXT = 32;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long BACKSLASHES = ONES * '\\';
    /** What makes a blank of a quote, and leaves control characters below a blank. */
    private static final long QUOTE_TO_BLANK = ONES * ('"' ^ ' ');

    private static final long BEYOND_BLANK = ONES * (' ' + 1);

    private final FieldKeys fields;
    private final KeyOrder keys;
    private final ContextNames names;
    private final long[] contextNames = new long[MAX_CONTEXT];
    /** All words of strings met, or-ed: whether the line has bytes beyond ASCII. */
    private long beyondAscii;

    final IdHash hash = new IdHash();
    final PlainNumber number = new PlainNumber();
    final TextPool pool = new TextPool();
    /** What {@link #time} read. */
    long timestamp;

    LineScanner(FieldKeys fields, ContextNames names) {
        this.fields = fields;
        keys = fields.order();
        this.names = names;
    }

    /**
     * Reads the line that begins at {@code from} and returns where it ends: at its newline, or at {@code end}, where the text ends.
     * {@link #NO} when it is not of the common shape, with some fields read.
     */
    final int scan(byte[] bytes, int from, int end) {
        if (end + SLACK > bytes.length || from >= end || bytes[from] != '{') {
            return NO;
        }
        beyondAscii = 0;
        int met = 0;
        int at = from;
        for (int position = 0; position == 0 || bytes[at] == ','; position++) {
            at = blanks(bytes, at + 1, end);
            Key key = keys.at(bytes, at, position);
            if (key == null || (met & key.bit) != 0) {
                return NO;
            }
            met |= key.bit;
            at = colon(bytes, at + key.length, end);
            at = at == NO ? NO : value(key.bit, bytes, at, end);
            if (at == NO || at >= end) {
                return NO;
            }
            at = blanks(bytes, at, end);
        }
        if (bytes[at] != '}' || !fields.suffice(met)) {
            return NO;
        }
        int last = blanks(bytes, at + 1, end);
        boolean ends = last == end || (last < end && bytes[last] == '\n');
        return ends && ((beyondAscii & HIGH_BITS) == 0 || Utf8.isValid(bytes, from, last)) ? last : NO;
    }

    /** Reads the value of the top-level key with the given bit. */
    abstract int value(int key, byte[] bytes, int at, int end);

    /** Skips blanks. */
    static int blanks(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }

    /** The value behind the colon that follows a key. */
    static int colon(byte[] bytes, int from, int end) {
        if (bytes[from] == ':' && bytes[from + 1] > ' ') {
            return from + 1;
        }
        int at = blanks(bytes, from, end);
        return bytes[at] == ':' ? blanks(bytes, at + 1, end) : NO;
    }

    /** The closing quote of the string that opens at {@code from}; NO for other values and for strings with escapes. */
    final int closingQuote(byte[] bytes, int from, int end) {
        if (bytes[from] != '"') {
            return NO;
        }
        long seen = 0;
        for (int at = from + 1; at < end; at += 8) {
            long word = (long) LONGS.get(bytes, at);
            seen |= word;
            long marks = ends(word);
            if (marks != 0) {
                beyondAscii |= seen;
                int stop = at + lowestMarked(marks);
                return bytes[stop] == '"' && stop < end ? stop : NO;
            }
        }
        return NO;
    }

    /**
     * Marks the high bits of bytes that are a quote, a backslash or a control character. Above a true mark there may be false ones; the
     * lowest is always true.
     */
    private static long ends(long word) {
        return ((word ^ QUOTE_TO_BLANK) - BEYOND_BLANK | (word ^ BACKSLASHES) - ONES) & ~word & HIGH_BITS;
    }

    /** The number of the lowest byte whose high bit is set: the ones below it, counted by a multiplication. */
    private static int lowestMarked(long marks) {
        return (int) (((marks - 1 & ~marks & ONES) * ONES) >>> 56) - 1;
    }

    /** Hashes a non-empty string into {@link #hash}. */
    final int id(byte[] bytes, int at, int end) {
        int quote = closingQuote(bytes, at, end);
        if (quote <= at + 1) {
            return NO;
        }
        hash.hash(bytes, at + 1, quote);
        return quote + 1;
    }

    /**
     * As {@link #id}, for strings that mostly have less than 16 bytes: of these no byte is looked at twice.
     *
     * @param from behind the opening quote
     * @return where the closing quote stands, or NO
     */
    final int shortId(byte[] bytes, int from, int end) {
        long low = (long) LONGS.get(bytes, from);
        long high = 0;
        long marks = ends(low);
        int length;
        if (marks != 0) {
            length = lowestMarked(marks);
            low &= ByteRun.mask(length);
        } else {
            high = (long) LONGS.get(bytes, from + 8);
            marks = ends(high);
            if (marks == 0) {
                return id(bytes, from - 1, end) - 1;
            }
            int more = lowestMarked(marks);
            length = 8 + more;
            high &= ByteRun.mask(more);
        }
        int quote = from + length;
        if (length == 0 || quote >= end || bytes[quote] != '"') {
            return NO;
        }
        beyondAscii |= low | high;
        hash.hashShort(low, high, length);
        return quote;
    }

    /** Reads an RFC 3339 date-time of the plain form into {@link #timestamp}. */
    final int time(byte[] bytes, int at, int end) {
        int quote = closingQuote(bytes, at, end);
        timestamp = quote == NO ? Timestamps.UNREADABLE : Timestamps.plainMicros(bytes, at + 1, quote);
        return timestamp == Timestamps.UNREADABLE ? NO : quote + 1;
    }

    /** Reads an object of strings, showing each to {@link #contextEntry}. */
    final int context(byte[] bytes, int from, int end) {
        if (bytes[from] != '{') {
            return NO;
        }
        int at = blanks(bytes, from + 1, end);
        if (bytes[at] == '}') {
            return at + 1;
        }
        for (int position = 0; ; position++) {
            at = position == MAX_CONTEXT ? NO : contextEntry(bytes, at, end, position);
            at = at == NO ? NO : blanks(bytes, at, end);
            if (at == NO || bytes[at] != ',') {
                return at != NO && bytes[at] == '}' ? at + 1 : NO;
            }
            at = blanks(bytes, at + 1, end);
        }
    }

    private int contextEntry(byte[] bytes, int at, int end, int position) {
        ContextNames.Name name = names.expected(bytes, at, position);
        if (name == null) {
            int close = closingQuote(bytes, at, end);
            if (close == NO) {
                return NO;
            }
            name = names.met(bytes, at, close, position);
        }
        if (!isNew(name.hash(), position)) {
            return NO;
        }
        int value = colon(bytes, at + name.length(), end);
        int close = value == NO ? NO : closingQuote(bytes, value, end);
        if (close == NO) {
            return NO;
        }
        contextEntry(name, bytes, value + 1, close);
        return close + 1;
    }

    /** Whether a context key is the first of its name; a second one leaves the line to the parser. */
    private boolean isNew(long name, int position) {
        for (int i = 0; i < position; i++) {
            if (contextNames[i] == name) {
                return false;
            }
        }
        contextNames[position] = name;
        return true;
    }

    /** Takes the context value {@code bytes[from, to)}. */
    void contextEntry(ContextNames.Name name, byte[] bytes, int from, int to) {}
}
