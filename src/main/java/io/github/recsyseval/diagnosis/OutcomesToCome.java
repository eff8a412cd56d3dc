package io.github.recsyseval.diagnosis;

import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.stat.ReportingDelay;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes of one type that are not in the log yet, because the log ends before the youngest exposures have had the time that outcomes
 * take.
 *
 * @param clicks whether it is about clicks; else about conversions
 * @param seen how many there are
 * @param share of all that will come, at least; 0 to 1
 * @param logEnd until when the log has outcomes of the type
 */
public record OutcomesToCome(boolean clicks, long seen, double share, Instant logEnd) {
    /** Nearly two years; of more nothing is told. About 20 MB. */
    private static final int MOST_HOURS = 1 << 14;

    /** One outcome in so many may lie after the end of the log: a clock that is ahead says nothing about the others. */
    private static final long ODD = 1000;

    /** Clicks, then conversions; without those of which too few are there, or spread over too many hours, to tell. */
    public static List<OutcomesToCome> of(Evidence evidence, long windowMicros) {
        OutcomeIndex outcomes = evidence.outcomes();
        LongCounts clicks = new LongCounts(MOST_HOURS);
        LongCounts conversions = new LongCounts(MOST_HOURS);
        for (int row = 0; row < outcomes.size(); row++) {
            (outcomes.isClick(row) ? clicks : conversions).add(OutcomeHours.of(outcomes.time(row)), 1);
        }
        RequestWatch requests = evidence.requests();
        return Stream.of(
                        of(requests, requests.delays.clicks, logEnd(clicks), windowMicros, true),
                        of(requests, requests.delays.conversions, logEnd(conversions), windowMicros, false))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<OutcomesToCome> of(
            RequestWatch requests, LongCounts delays, @Nullable Long end, long windowMicros, boolean clicks) {
        if (delays.tooMany() || requests.minutes.tooMany() || end == null || delays.total() < ReportingDelay.FEWEST) {
            return Optional.empty();
        }
        if (requests.hours().size() > MOST_HOURS) {
            return Optional.empty();
        }
        NavigableMap<Long, Long> exposures = requests.hours().sorted();
        NavigableMap<Long, long[]> events = new TreeMap<>();
        exposures.keySet().forEach(hour -> events.put(hour, new long[LogBins.BINS]));
        delays.forEach((key, count) -> {
            long[] bins = events.get(Math.floorDiv(key, LogBins.BINS));
            if (bins != null) {
                bins[(int) Math.floorMod(key, (long) LogBins.BINS)] += count;
            }
        });
        int[] watched = exposures.keySet().stream()
                .mapToInt(hour -> watched(hour, end, windowMicros))
                .toArray();
        ReportingDelay delay = ReportingDelay.of(events.values().toArray(long[][]::new), watched);
        double all = 0;
        double seen = 0;
        int cohort = 0;
        for (long count : exposures.values()) {
            all += count;
            // of the class in which its time ended a cohort has seen some: all, to be careful
            int until = watched[cohort++];
            seen += count * delay.seen(until == 0 ? 0 : until + 1);
        }
        return Optional.of(new OutcomesToCome(
                clicks, delays.total(), Math.max(0, 1 - seen / all), Instant.ofEpochSecond(end * 3600)));
    }

    /** How many bins of delays the exposures in the middle of an hour could have, each to its end, by the end of the log, in the window. */
    private static int watched(long hour, long end, long windowMicros) {
        double micros = Math.min((end - hour - 0.5) * OutcomeHours.HOUR, windowMicros);
        double minutes = micros / RequestWatch.MINUTE;
        return minutes <= 0 ? 0 : LogBins.bin(minutes);
    }

    /** The hour after the last one that has outcomes, since 1970; null without any, or where there are too many hours. */
    private static @Nullable Long logEnd(LongCounts hours) {
        long later = 0;
        for (Map.Entry<Long, Long> hour : hours.sorted().descendingMap().entrySet()) {
            later += hour.getValue();
            if (later * ODD > hours.total()) {
                return hour.getKey() + 1;
            }
        }
        return null;
    }
}
