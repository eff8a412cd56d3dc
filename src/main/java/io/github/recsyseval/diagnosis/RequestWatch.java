package io.github.recsyseval.diagnosis;

import io.github.recsyseval.join.JoinedRequest;
import org.jspecify.annotations.Nullable;

/** What one thread counts over evaluated requests. Merged, it depends neither on threads nor on order. */
public final class RequestWatch {
    static final long MINUTE = 60_000_000L;
    static final long MINUTES_AN_HOUR = 60;

    /** About two years of minutes. */
    static final int MOST_MINUTES = 1 << 20;

    private final FrequentClickers frequentClickers;

    final OtherContexts others = new OtherContexts();

    final SampledExposures sample = new SampledExposures();
    final SampledLines lines = new SampledLines();
    final LongCounts minutes = new LongCounts(MOST_MINUTES);
    final LongCounts emptyMinutes = new LongCounts(MOST_MINUTES);
    final OutcomeHours outcomeHours = new OutcomeHours();
    final LongCounts midnights = new LongCounts(ImpossibleTimes.MOST_DAYS);
    final Latencies latencies = new Latencies();
    final SurfaceUse surfaces = new SurfaceUse();
    final Delays delays = new Delays();
    final ListFaults lists = new ListFaults();
    final FirstItems firstItems = new FirstItems();
    final ArmValues armValues;
    final long[] exposuresOfClickers;
    final UserBuckets buckets = new UserBuckets();
    final long[] missingKeys;
    long requests;
    long silentEmpties;
    long loudEmpties;

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
        outcomeHours.see(request);
        if (request.listedItems() == 0) {
            loudEmpties += request.isError() ? 1 : 0;
            if (!request.isError()) {
                silentEmpties++;
                emptyMinutes.add(Math.floorDiv(request.timestamp(), MINUTE), 1);
            }
        } else {
            lists.see(request);
        }
        if (request.matchedOutcomes() > 0) {
            delays.see(request);
            firstItems.see(request);
            armValues.see(request);
        }
        if (lines.takes(request.requestFirst())) {
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

    /** Takes over another thread's counts. */
    public void add(RequestWatch other) {
        others.add(other.others);
        sample.add(other.sample);
        lines.add(other.lines);
        minutes.add(other.minutes);
        emptyMinutes.add(other.emptyMinutes);
        outcomeHours.add(other.outcomeHours);
        delays.add(other.delays);
        lists.add(other.lists);
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
        silentEmpties += other.silentEmpties;
        loudEmpties += other.loudEmpties;
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
