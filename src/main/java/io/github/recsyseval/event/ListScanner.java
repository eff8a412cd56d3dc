package io.github.recsyseval.event;

import static io.github.recsyseval.event.LineScanner.NO;

import org.jspecify.annotations.Nullable;

/** Scans the list of an exposure: items with an id, a rank, perhaps propensities, and simple values that nobody asked for. */
final class ListScanner {
    static final int ITEM_ID = 1;
    static final int RANK = 1 << 1;
    static final int PROPENSITY = 1 << 2;
    static final int LOGGING_PROPENSITY = 1 << 3;
    static final int TARGET_PROPENSITY = 1 << 4;
    static final FieldKeys FIELDS = new FieldKeys(
            ITEM_ID | RANK,
            new Key("item_id", ITEM_ID),
            new Key("rank", RANK),
            new Key("propensity", PROPENSITY),
            new Key("logging_propensity", LOGGING_PROPENSITY),
            new Key("target_propensity", TARGET_PROPENSITY));

    /** Items with more keys that the contract does not name are left to the parser. */
    private static final int MAX_STRANGERS = 16;

    /** So often at most the way items are written is learnt anew: a log of many writers would do so at every line. */
    private static final int MOST_SHAPES = 1000;

    private final KeyOrder keys = FIELDS.order();
    private final LineScanner line;
    private long item;
    private int rank;
    private long extras;
    private double largestPropensity;
    /** What stood between the start of an item and its id, and between its id and its rank, quotes included. */
    private ByteRun beforeId = new Key("item_id", ITEM_ID);

    private ByteRun beforeRank = new Key("rank", RANK);
    private int idAt;
    private int idEnd;
    private int rankAt;
    private int shapes;
    private final long[] strangers = new long[MAX_STRANGERS];
    private int strangerCount;

    ListScanner(LineScanner line) {
        this.line = line;
    }

    /** Reads a list into {@code exposure} and its fingerprint; returns the position behind it or {@link LineScanner#NO}. */
    int items(Exposure exposure, Fingerprint fingerprint, byte[] bytes, int from, int end) {
        if (bytes[from] != '[') {
            return NO;
        }
        largestPropensity = 0;
        int at = LineScanner.blanks(bytes, from + 1, end);
        if (bytes[at] == ']') {
            return at + 1;
        }
        while (true) {
            at = item(bytes, at, end);
            if (at == NO) {
                return NO;
            }
            exposure.addItem(item, rank);
            fingerprint.item(item, rank, extras);
            at = LineScanner.blanks(bytes, at, end);
            if (bytes[at] != ',') {
                exposure.largestPropensity = largestPropensity;
                return bytes[at] == ']' ? at + 1 : NO;
            }
            at = LineScanner.blanks(bytes, at + 1, end);
        }
    }

    /** Reads an item, which is nearly always written as the one before: its id, its rank and nothing else. */
    private int item(byte[] bytes, int from, int end) {
        if (beforeId.isAt(bytes, from)) {
            int quote = line.shortId(bytes, from + beforeId.length, end);
            if (quote >= 0 && beforeRank.isAt(bytes, quote)) {
                int next = line.number.rank(bytes, quote + beforeRank.length);
                if (next != NO && bytes[next] == '}') {
                    item = line.hash.first();
                    rank = line.number.rank();
                    extras = 0;
                    return next + 1;
                }
            }
        }
        return anyItem(bytes, from, end);
    }

    private int anyItem(byte[] bytes, int from, int end) {
        if (bytes[from] != '{') {
            return NO;
        }
        extras = 0;
        strangerCount = 0;
        int met = 0;
        int at = from;
        for (int position = 0; position == 0 || bytes[at] == ','; position++) {
            at = LineScanner.blanks(bytes, at + 1, end);
            Key key = keys.at(bytes, at, position);
            int bit = key == null ? 0 : key.bit;
            if ((met & bit) != 0) {
                return NO;
            }
            met |= bit;
            at = nameEnd(key, bytes, at, end);
            at = at == NO ? NO : LineScanner.colon(bytes, at, end);
            at = at == NO ? NO : value(bit, bytes, at, end);
            if (at == NO || at >= end) {
                return NO;
            }
            at = LineScanner.blanks(bytes, at, end);
        }
        if (bytes[at] != '}' || !FIELDS.suffice(met)) {
            return NO;
        }
        learn(met, bytes, from);
        return at + 1;
    }

    /** Takes note of how an item is written that has its id first, its rank second and nothing else. */
    private void learn(int met, byte[] bytes, int from) {
        boolean plain = met == (ITEM_ID | RANK) && strangerCount == 0 && idAt < rankAt;
        int length = idAt + 1 - from;
        if (plain && length <= ByteRun.LONGEST && rankAt - idEnd <= ByteRun.LONGEST && shapes < MOST_SHAPES) {
            shapes++;
            beforeId = new ByteRun(bytes, from, idAt + 1);
            beforeRank = new ByteRun(bytes, idEnd, rankAt);
        }
    }

    private int nameEnd(@Nullable Key key, byte[] bytes, int at, int end) {
        if (key != null) {
            return at + key.length;
        }
        int quote = line.closingQuote(bytes, at, end);
        return quote == NO || !isNew(TextHash.of(bytes, at + 1, quote)) ? NO : quote + 1;
    }

    /** Whether a key that the contract does not name is the first of its name in the item. */
    private boolean isNew(long name) {
        for (int i = 0; i < strangerCount; i++) {
            if (strangers[i] == name) {
                return false;
            }
        }
        if (strangerCount == MAX_STRANGERS) {
            return false;
        }
        strangers[strangerCount++] = name;
        return true;
    }

    private int value(int key, byte[] bytes, int at, int end) {
        switch (key) {
            case ITEM_ID -> {
                int next = line.id(bytes, at, end);
                idAt = at;
                idEnd = next - 1;
                item = line.hash.first();
                return next;
            }
            case RANK -> {
                int next = line.number.rank(bytes, at);
                rankAt = at;
                rank = line.number.rank();
                return next;
            }
            case 0 -> {
                return skip(bytes, at, end);
            }
            default -> {
                int next = line.number.decimal(bytes, at);
                double value = line.number.value();
                extras += Fingerprint.extra(key, value);
                largestPropensity = Math.max(largestPropensity, value);
                return value >= 0 ? next : NO;
            }
        }
    }

    /** Skips a value that the contract does not name; lists and objects are left to the parser. */
    private int skip(byte[] bytes, int at, int end) {
        if (bytes[at] == '"') {
            int quote = line.closingQuote(bytes, at, end);
            return quote == NO ? NO : quote + 1;
        }
        return bytes[at] == '-' || bytes[at] <= '9' ? line.number.skip(bytes, at) : Literals.skip(bytes, at);
    }
}
