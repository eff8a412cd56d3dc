package io.github.recsyseval.sample.world;

/**
 * Traffic over the day: intensity {@code 1 + 0.75 cos(2 pi (t - 20/24))} with t in days, so most at 20:00 UTC and least at 08:00.
 */
final class DailyRhythm {
    static final long DAY_MS = 86_400_000L;
    private static final double SWING = 0.75;
    private static final double PEAK = 20.0 / 24;

    private final long startMs;
    private final int days;

    DailyRhythm(long startMs, int days) {
        this.startMs = startMs;
        this.days = days;
    }

    /** The moment by which the given share of all traffic has come, in milliseconds since 1970. */
    long at(double share) {
        double days = share * this.days;
        double day = Math.floor(days);
        return startMs + (long) ((day + timeOfDay(days - day)) * DAY_MS);
    }

    long startMs() {
        return startMs;
    }

    long endMs() {
        return startMs + days * DAY_MS;
    }

    /** Inverse of the day's distribution function by bisection: 32 steps are finer than a millisecond. */
    private static double timeOfDay(double share) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 32; i++) {
            double middle = (low + high) / 2;
            if (cumulative(middle) <= share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double cumulative(double time) {
        double turn = 2 * StrictMath.PI;
        return time + SWING / turn * (StrictMath.sin(turn * (time - PEAK)) + StrictMath.sin(turn * PEAK));
    }
}
