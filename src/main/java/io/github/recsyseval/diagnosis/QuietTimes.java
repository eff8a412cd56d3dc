package io.github.recsyseval.diagnosis;

/**
 * Times without exposures, for outcomes whose exposures are missing: minutes where those with any have {@value #BUSY} on average, else hours
 * where those with any have so many, else nothing can be told.
 */
final class QuietTimes {
    private static final long BUSY = 10;

    /** Nothing is known. */
    static final QuietTimes UNKNOWN = new QuietTimes(new LongCounts(1), 0);

    private final LongCounts counts;
    private final long minutes;

    /** @param minutes how long a time is; 0 where nothing can be told */
    private QuietTimes(LongCounts counts, long minutes) {
        this.counts = counts;
        this.minutes = minutes;
    }

    /** Of the exposures of every context. */
    static QuietTimes of(RequestWatch requests) {
        boolean alone = requests.others.isEmpty();
        LongCounts minutes = alone ? requests.minutes : everyContext(requests);
        if (isBusy(minutes)) {
            return new QuietTimes(minutes, 1);
        }
        LongCounts hours = alone ? requests.hours() : minutes.coarser(RequestWatch.MINUTES_AN_HOUR);
        return isBusy(hours) ? new QuietTimes(hours, RequestWatch.MINUTES_AN_HOUR) : UNKNOWN;
    }

    private static LongCounts everyContext(RequestWatch requests) {
        LongCounts minutes = new LongCounts(RequestWatch.MOST_MINUTES);
        minutes.add(requests.minutes);
        minutes.add(requests.others.minutes());
        return minutes;
    }

    private static boolean isBusy(LongCounts counts) {
        return counts.size() > 0 && counts.total() >= BUSY * counts.size();
    }

    /** Whether no exposure falls into this time; of minutes, nor into the one before. */
    boolean isQuiet(long micros) {
        if (minutes == 0) {
            return false;
        }
        long time = Math.floorDiv(micros, minutes * RequestWatch.MINUTE);
        return counts.get(time) == 0 && (minutes > 1 || counts.get(time - 1) == 0);
    }

    /** What to say of outcomes whose exposures are missing, {@code quiet} of them in quiet times. */
    String words(long quiet, long missing) {
        if (minutes == 0) {
            return "";
        }
        String unit = minutes == 1 ? "minutes" : "hours";
        if (2 * quiet < missing) {
            return ", and " + (quiet == 0 ? "none" : "only " + Words.count(quiet)) + " of them in " + unit
                    + " without any exposure (is only a part of the exposures logged?)";
        }
        return ", " + Words.count(quiet) + " of them in " + unit + " without any exposure";
    }
}
