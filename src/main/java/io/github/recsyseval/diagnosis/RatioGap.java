package io.github.recsyseval.diagnosis;

import java.util.Optional;

/**
 * Are the values of pairs in one unit, or in two? The ratio of two values in one unit is the rarer the larger it is, whatever their spread:
 * the logarithm of a ratio of two alike values is spread symmetrically around 0 with one peak there. Two units far enough apart add a
 * second peak at the factor between them, and a gap before it.
 *
 * <p>There is a gap where at least so many ratios are in some octave from 8 on as to leave no doubt that they are more than in an octave
 * before it: twice as many, and by 4.5 standard errors.
 */
final class RatioGap {
    /** The width of what is compared: an octave, in bins. */
    private static final int OCTAVE = 4;

    /** The smallest factor that is looked for: 8. */
    private static final int NEAREST = LogBins.BIN_OF_ONE + 3 * OCTAVE;

    private static final int FACTOR = 2;
    private static final double STANDARD_ERRORS = 4.5;

    private final LogBins ratios = new LogBins();

    /**
     * Where the second peak is.
     *
     * @param beyond how many pairs lie beyond the gap
     * @param factor the median of their ratios
     */
    record Gap(long beyond, double factor) {}

    /** Adds a pair of values above 0. */
    void add(double value, double other) {
        ratios.add(Math.max(value, other) / Math.min(value, other));
    }

    long pairs() {
        return ratios.n;
    }

    /** The gap before the highest second peak; empty where there is none. */
    Optional<Gap> find() {
        int lowest = LogBins.BIN_OF_ONE + 1;
        long most = 0;
        int gap = 0;
        for (int peak = NEAREST; peak + OCTAVE <= LogBins.BINS; peak++) {
            for (int before = lowest; before + OCTAVE <= peak; before++) {
                lowest = octave(before) <= octave(lowest) ? before : lowest;
            }
            if (octave(peak) > most && isHigher(octave(peak), octave(lowest))) {
                most = octave(peak);
                gap = lowest;
            }
        }
        if (most == 0) {
            return Optional.empty();
        }
        int end = gap + OCTAVE / 2;
        long beyond = ratios.count(end, LogBins.BINS);
        return Optional.of(new Gap(beyond, LogBins.middle(ratios.median(end))));
    }

    private long octave(int from) {
        return ratios.count(from, from + OCTAVE);
    }

    private static boolean isHigher(long peak, long gap) {
        return peak >= FACTOR * gap && peak - gap >= STANDARD_ERRORS * Math.sqrt(peak + gap);
    }
}
