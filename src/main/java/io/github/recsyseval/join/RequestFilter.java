package io.github.recsyseval.join;

/**
 * Which requests have been added, with false alarms but nothing overlooked: a Bloom filter of four bits a request (Bloom, "Space/time
 * trade-offs in hash coding with allowable errors", 1970; double hashing after Kirsch and Mitzenmacher, 2006). With eight bits of room a
 * request about one in forty absent ones raises a false alarm.
 */
final class RequestFilter {
    private static final int PROBES = 4;

    private final long[] words;
    private final int shift;

    /** @param bytes how large it may be; it takes between half of that and all of it */
    RequestFilter(long bytes) {
        long most = Math.min(1L << 30, Math.max(Long.BYTES * 2L, bytes));
        words = new long[(int) (Long.highestOneBit(most) / Long.BYTES)];
        shift = Long.SIZE - (Integer.numberOfTrailingZeros(words.length) + 6);
    }

    void add(long first, long second) {
        long probe = first;
        for (int i = 0; i < PROBES; i++) {
            long bit = probe >>> shift;
            words[(int) (bit >>> 6)] |= 1L << bit;
            probe += second | 1;
        }
    }

    boolean mayContain(long first, long second) {
        long probe = first;
        for (int i = 0; i < PROBES; i++) {
            long bit = probe >>> shift;
            if ((words[(int) (bit >>> 6)] >>> bit & 1) == 0) {
                return false;
            }
            probe += second | 1;
        }
        return true;
    }
}
