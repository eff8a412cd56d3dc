package io.github.recsyseval.join;

/**
 * Which outcomes count for an exposure.
 *
 * @param windowMicros how long after the exposure an outcome still counts; {@link Long#MAX_VALUE} for any time
 */
public record Attribution(long windowMicros, OutcomeDedupe dedupe) {
    public static final Attribution DEFAULT = new Attribution(Long.MAX_VALUE, OutcomeDedupe.NONE);

    /** Whether an outcome can be too late at all. */
    public boolean hasWindow() {
        return windowMicros != Long.MAX_VALUE;
    }

    /** The window as on the command line, for example {@code 30m}; {@code none} without one. */
    public String windowWords() {
        return hasWindow() ? duration(windowMicros) : "none";
    }

    /** A duration in the largest unit that leaves no rest, such as {@code 90s}. */
    static String duration(long micros) {
        long[] units = {86_400_000_000L, 3_600_000_000L, 60_000_000L, 1_000_000L, 1_000L};
        String[] names = {"d", "h", "m", "s", "ms"};
        for (int i = 0; i < units.length; i++) {
            if (micros % units[i] == 0) {
                return micros / units[i] + names[i];
            }
        }
        return micros + "us";
    }
}
