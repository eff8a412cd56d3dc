package io.github.recsyseval.diagnosis;

import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.join.OutcomeClass;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What one thread counts over evaluated requests. Merged, it depends neither on threads nor on order. */
public final class RequestWatch {
    static final long MINUTE = 60_000_000L;
    static final long HALF_HOUR = 30 * MINUTE;
    static final long MINUTES_AN_HOUR = 60;
    /** From UTC-12 to UTC+14. */
    private static final long ZONES_APART = 26 * 60 * MINUTE;

    /** About two years of minutes. */
    static final int MOST_MINUTES = 1 << 20;

    /** Surfaces times hours: 200 surfaces for a week. About 1 MB. */
    private static final int MOST_SURFACE_HOURS = 1 << 15;

    /** Hours times delays, of outcomes of a type. About 8 MB. */
    private static final int MOST_DELAYS = 1 << 18;

    private final FrequentClickers frequentClickers;

    final OtherContexts others = new OtherContexts();

    final SampledExposures sample = new SampledExposures();
    final SampledLines lines = new SampledLines();
    final LongCounts minutes = new LongCounts(MOST_MINUTES);
    final LongCounts emptyMinutes = new LongCounts(MOST_MINUTES);
    /** Exposures with items, by hour. */
    final LongCounts shownHours = new LongCounts(MOST_MINUTES);
    /** The same by surface and hour, as {@link #surfaceHour} has them. */
    final LongCounts shownOnSurface = new LongCounts(MOST_SURFACE_HOURS);
    /** Exposures with a matched outcome, likewise. */
    final LongCounts joinedOnSurface = new LongCounts(MOST_SURFACE_HOURS);
    /** Exposures with a matched outcome, by hour. */
    final LongCounts joinedHours = new LongCounts(MOST_MINUTES);
    /** Exposures with a click, by hour. */
    final LongCounts clickedHours = new LongCounts(MOST_MINUTES);
    /** Exposures with a conversion, by hour. */
    final LongCounts convertedHours = new LongCounts(MOST_MINUTES);

    final LongCounts midnights = new LongCounts(ImpossibleTimes.MOST_DAYS);
    final Latencies latencies = new Latencies();
    final SurfaceUse surfaces = new SurfaceUse();
    /** Minutes from the exposure to each matched outcome that is not before it. */
    final LogBins delays = new LogBins();
    /** Clicks that count, not before their exposure, by the hour of that times {@link LogBins#BINS} plus the bin of the delay in minutes. */
    final LongCounts clickDelays = new LongCounts(MOST_DELAYS);
    /** Likewise conversions. */
    final LongCounts conversionDelays = new LongCounts(MOST_DELAYS);

    final ArmValues armValues;
    final long[] exposuresOfClickers;
    final UserBuckets buckets = new UserBuckets();
    final long[] missingKeys;
    long requests;
    long lists;
    long gaps;
    long repeatedRanks;
    long notFromOne;
    long pages;
    long repeatedItems;
    long silentEmpties;
    long loudEmpties;
    long wholeHalfHours;
    long wholeHalfHoursLate;
    final FirstItems firstItems = new FirstItems();
    /** Outcomes with the time of their exposure, whole minutes aside. */
    long sameInstant;

    private @Nullable SampledUsers users;
    private @Nullable LongCounts hours;

    /**
     * A watch that has seen nothing.
     *
     * @param armColumns the slice columns that say which arm of an experiment served a request
     */
    public RequestWatch(FrequentClickers frequentClickers, int[] armColumns) {
        this.frequentClickers = frequentClickers;
        exposuresOfClickers = new long[frequentClickers.size()];
        missingKeys = new long[Diagnosis.CONTEXT_KEYS.size()];
        armValues = new ArmValues(armColumns);
    }

    /** Sees a request whose exposure is logged in {@code bytes[from, to)}. */
    public void see(JoinedRequest request, byte[] bytes, int from, int to) {
        requests++;
        minutes.add(Math.floorDiv(request.timestamp(), MINUTE), 1);
        latencies.add(request.latencyMs());
        surfaces.add(request.surface(), request.user());
        buckets.add(request.user());
        ImpossibleTimes.addIfMidnight(request.timestamp(), midnights);
        for (int key = 0; key < missingKeys.length; key++) {
            missingKeys[key] += request.lacksKey(key) ? 1 : 0;
        }
        int clicker = frequentClickers.number(request.user());
        if (clicker >= 0) {
            exposuresOfClickers[clicker]++;
        }
        if (request.listedItems() == 0) {
            loudEmpties += request.isError() ? 1 : 0;
            if (!request.isError()) {
                silentEmpties++;
                emptyMinutes.add(Math.floorDiv(request.timestamp(), MINUTE), 1);
            }
        } else {
            list(request);
        }
        if (request.matchedOutcomes() > 0) {
            joinedHours.add(hour(request), 1);
            joinedOnSurface.add(surfaceHour(request), 1);
            delays(request);
            outcomeTypes(request);
            firstItems.see(request);
            armValues.see(request);
        }
        if (lines.takes(request.idHigh())) {
            lines.add(request, bytes, from, to);
        }
        if (sample.takes(request.user())) {
            sample.add(request, bytes, from, to);
        }
    }

    /** Sees an exposure of another context than the evaluated ones, logged in {@code bytes[from, to)}. */
    public void seeOfOtherContext(JoinedRequest exposure, byte[] bytes, int from, int to) {
        others.see(exposure, bytes, from, to);
    }

    private void list(JoinedRequest request) {
        lists++;
        shownHours.add(hour(request), 1);
        shownOnSurface.add(surfaceHour(request), 1);
        if (!request.ranksCountUp()) {
            ranks(request, request.listedItems());
        }
        repeatedItems += request.repeatsItem() ? 1 : 0;
    }

    /** Ranks may stand in any order, but must be 1, 2, 3, ... without gap or repetition; what is wrong first is counted. */
    private void ranks(JoinedRequest request, int length) {
        int[] ranks = new int[length];
        for (int i = 0; i < length; i++) {
            ranks[i] = request.listedRank(i);
        }
        Arrays.sort(ranks);
        boolean gapless = true;
        boolean repeated = false;
        for (int i = 1; i < length; i++) {
            gapless &= ranks[i] == ranks[i - 1] + 1;
            repeated |= ranks[i] == ranks[i - 1];
        }
        if (repeated) {
            repeatedRanks++;
        } else if (gapless && ranks[0] > length) {
            pages++;
        } else if (ranks[0] != 1) {
            notFromOne++;
        } else if (!gapless) {
            gaps++;
        }
    }

    /**
     * Outcomes before their exposure by a multiple of 30 minutes, give or take five minutes, and no more than time zones differ; or after
     * it, up to ten later.
     */
    private void delays(JoinedRequest request) {
        for (int row = request.firstOutcome(); row < request.endOutcome(); row++) {
            long delay = request.outcomes().time(row) - request.timestamp();
            if (delay >= 0) {
                double minutes = (double) (delay + 1) / MINUTE;
                delays.add(minutes);
                if (request.outcomes().outcomeClass(row).counts()) {
                    LongCounts ofType = request.outcomes().isClick(row) ? clickDelays : conversionDelays;
                    ofType.add(hour(request) * LogBins.BINS + LogBins.bin(minutes), 1);
                }
                wholeHalfHoursLate += delay >= HALF_HOUR && delay % HALF_HOUR <= 10 * MINUTE ? 1 : 0;
                sameInstant += delay == 0 && request.timestamp() % MINUTE != 0 ? 1 : 0;
            } else if (request.outcomes().outcomeClass(row) == OutcomeClass.BEFORE_EXPOSURE) {
                boolean whole = delay < -HALF_HOUR / 2
                        && delay >= -ZONES_APART
                        && Math.floorMod(delay, HALF_HOUR) <= 5 * MINUTE;
                wholeHalfHours += whole ? 1 : 0;
            }
        }
    }

    private void outcomeTypes(JoinedRequest request) {
        boolean clicked = false;
        boolean converted = false;
        for (int row = request.firstOutcome(); row < request.endOutcome(); row++) {
            boolean click = request.outcomes().isClick(row);
            clicked |= click;
            converted |= !click;
        }
        if (clicked) {
            clickedHours.add(hour(request), 1);
        }
        if (converted) {
            convertedHours.add(hour(request), 1);
        }
    }

    private static long hour(JoinedRequest request) {
        return Math.floorDiv(request.timestamp(), MINUTES_AN_HOUR * MINUTE);
    }

    /** The surface's hash before the hour since 1970, each in 32 bits. */
    private static long surfaceHour(JoinedRequest request) {
        return (long) request.surface() << Integer.SIZE | hour(request) & 0xffff_ffffL;
    }

    /** Takes over another thread's counts. */
    public void add(RequestWatch other) {
        others.add(other.others);
        sample.add(other.sample);
        lines.add(other.lines);
        minutes.add(other.minutes);
        emptyMinutes.add(other.emptyMinutes);
        shownHours.add(other.shownHours);
        joinedHours.add(other.joinedHours);
        shownOnSurface.add(other.shownOnSurface);
        joinedOnSurface.add(other.joinedOnSurface);
        clickedHours.add(other.clickedHours);
        convertedHours.add(other.convertedHours);
        delays.add(other.delays);
        clickDelays.add(other.clickDelays);
        conversionDelays.add(other.conversionDelays);
        latencies.add(other.latencies);
        surfaces.add(other.surfaces);
        armValues.add(other.armValues);
        firstItems.add(other.firstItems);
        for (int i = 0; i < exposuresOfClickers.length; i++) {
            exposuresOfClickers[i] += other.exposuresOfClickers[i];
        }
        for (int i = 0; i < missingKeys.length; i++) {
            missingKeys[i] += other.missingKeys[i];
        }
        requests += other.requests;
        lists += other.lists;
        gaps += other.gaps;
        repeatedRanks += other.repeatedRanks;
        notFromOne += other.notFromOne;
        pages += other.pages;
        repeatedItems += other.repeatedItems;
        silentEmpties += other.silentEmpties;
        loudEmpties += other.loudEmpties;
        wholeHalfHours += other.wholeHalfHours;
        wholeHalfHoursLate += other.wholeHalfHoursLate;
        sameInstant += other.sameInstant;
        buckets.add(other.buckets);
        midnights.add(other.midnights);
    }

    /** The sampled exposures user by user; to be asked for when all is counted, by one thread. */
    SampledUsers users() {
        if (users == null) {
            users = new SampledUsers(sample);
        }
        return users;
    }

    /** {@link #minutes} by hour; to be asked for when all is counted, by one thread. */
    LongCounts hours() {
        if (hours == null) {
            hours = minutes.coarser(MINUTES_AN_HOUR);
        }
        return hours;
    }

    FrequentClickers frequentClickers() {
        return frequentClickers;
    }
}
