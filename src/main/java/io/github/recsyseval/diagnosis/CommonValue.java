package io.github.recsyseval.diagnosis;

/**
 * How often a value occurs that makes up more than a quarter of all values, found without a table of all of them: in a first round each
 * value is met, in a second one counted. Three candidates are enough (J. Misra, D. Gries, "Finding repeated elements", Science of
 * Computer Programming 2, 1982): whenever a fourth value turns up, each candidate loses one of its occurrences with it, which a value on
 * more than a quarter outlasts.
 */
final class CommonValue {
    private static final int CANDIDATES = 3;

    private final double[] candidate = new double[CANDIDATES];
    private final long[] left = new long[CANDIDATES];
    private final long[] count = new long[CANDIDATES];

    /** Meets a value, which is not NaN. */
    void meet(double value) {
        int free = -1;
        for (int i = 0; i < CANDIDATES; i++) {
            if (left[i] == 0) {
                free = i;
            } else if (candidate[i] == value) {
                left[i]++;
                return;
            }
        }
        if (free >= 0) {
            candidate[free] = value;
            left[free] = 1;
            return;
        }
        for (int i = 0; i < CANDIDATES; i++) {
            left[i]--;
        }
    }

    /** Counts a value, once all have been met. */
    void count(double value) {
        for (int i = 0; i < CANDIDATES; i++) {
            count[i] += left[i] > 0 && candidate[i] == value ? 1 : 0;
        }
    }

    /** How often the commonest of the candidates was counted: the commonest of all values, if any is on more than a quarter of them. */
    long most() {
        return Math.max(count[0], Math.max(count[1], count[2]));
    }
}
