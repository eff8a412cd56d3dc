package io.github.recsyseval.event;

/**
 * A 64-bit hash over the fields of a line that does not depend on the order of their keys. The order of the listed items does
 * count. Both ways of reading a line, {@link LineScanner} and {@link LineReader}, feed it the same values.
 */
final class Fingerprint {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long ITEM = 0xff51afd7ed558ccdL;
    private static final long RANK = 0xc4ceb9fe1a85ec53L;

    private long fields;
    private long list;

    void clear() {
        fields = 0;
        list = 0;
    }

    /** Adds a field of the contract. */
    void field(int field, long value) {
        fields += IdHash.finish(value + GOLDEN * field);
    }

    /** Adds one context entry; hashes are those of {@link TextHash}. */
    void context(long keyHash, long valueHash) {
        fields += IdHash.finish(keyHash * GOLDEN + valueHash);
    }

    /** Adds the next listed item; {@code extras} is the sum of {@link #extra} over its further numbers. */
    void item(long item, int rank, long extras) {
        long mixed = (list + item) * ITEM;
        mixed = (mixed ^ mixed >>> 32) + extras + rank;
        list = mixed * RANK;
        list ^= list >>> 29;
    }

    /** The part of an item's number, such as a propensity. */
    static long extra(int field, double value) {
        return IdHash.finish(Double.doubleToLongBits(value) + field);
    }

    long value() {
        return IdHash.finish(fields + IdHash.finish(list + GOLDEN));
    }
}
