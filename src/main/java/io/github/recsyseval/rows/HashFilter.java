package io.github.recsyseval.rows;

/**
 * Which hashes have been added, with false alarms but nothing overlooked: a bit for each value of some bits of the hash. Most of those
 * asked for are absent, and this fits the cache.
 */
public final class HashFilter {
    private final long[] words;

    private HashFilter(int wordBits) {
        words = new long[1 << wordBits];
    }

    /** Lets about one in ten absent hashes through when {@code count} are added: eight to sixteen bits for each. */
    public static HashFilter forCount(int count) {
        int bits = Math.min(28, Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(count)));
        return new HashFilter(Math.max(0, bits + 3 - 6));
    }

    /** Lets all hashes through: for where most of those asked for are present. */
    static HashFilter everything() {
        HashFilter filter = new HashFilter(0);
        filter.words[0] = -1;
        return filter;
    }

    public void add(long hash) {
        words[word(hash)] |= 1L << hash;
    }

    public boolean mayContain(long hash) {
        return (words[word(hash)] >>> hash & 1) != 0;
    }

    /** Where the hash's bit lies; within the word its lowest six bits say. */
    private int word(long hash) {
        return (int) (hash >>> 6) & words.length - 1;
    }
}
