package io.github.recsyseval.diagnosis;

import io.github.recsyseval.join.JoinedRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of some requests, looked at closely: what takes a full reading is not worth it for every line. Which requests are in it depends on
 * the data alone. Lines are kept as they are until all have passed, so that none is read that drops out again.
 */
final class SampledLines {
    /** Beyond so many lines, or so many bytes of them, the threshold halves. */
    static final int MOST = 1 << 12;

    private static final int MOST_BYTES = 1 << 23;

    /**
     * A line with what is known of it already.
     *
     * @param request the first 64 bits of the request id's hash
     * @param joined of exposures, whether any outcome has its request id
     * @param empty of exposures, whether the list has no items
     * @param failed of exposures, whether it says {@code error: true}
     * @param latency of exposures, milliseconds; NaN when not logged
     */
    record RawLine(long request, boolean joined, boolean empty, boolean failed, double latency, byte[] bytes) {}

    private final HashThreshold requests = new HashThreshold(MOST);
    private final List<RawLine> raw = new ArrayList<>();
    private long held;
    private @Nullable List<SampledLine> lines;

    boolean takes(long request) {
        return requests.takes(request);
    }

    /** Keeps the exposure in {@code bytes[from, to)} of a request that it {@link #takes(long) takes}. */
    void add(JoinedRequest seen, byte[] bytes, int from, int to) {
        add(new RawLine(
                seen.requestFirst(),
                seen.matchedOutcomes() > 0,
                seen.listedItems() == 0,
                seen.isError(),
                seen.latencyMs(),
                Arrays.copyOfRange(bytes, from, to)));
    }

    /** Keeps the outcome in {@code bytes[from, to)} of a request that it {@link #takes(long) takes}. */
    void add(long request, byte[] bytes, int from, int to) {
        add(new RawLine(request, false, false, false, Double.NaN, Arrays.copyOfRange(bytes, from, to)));
    }

    private void add(RawLine line) {
        raw.add(line);
        held += line.bytes().length;
        shrink();
    }

    void add(SampledLines other) {
        raw.addAll(other.raw);
        requests.lowerTo(other.requests);
        narrow();
        shrink();
    }

    private void shrink() {
        while (held > MOST_BYTES ? requests.halves() : requests.halvesAt(raw.size())) {
            narrow();
        }
    }

    private void narrow() {
        raw.removeIf(line -> !requests.takes(line.request()));
        held = raw.stream().mapToLong(line -> line.bytes().length).sum();
    }

    /** What the lines, which are of exposures, show, in no particular order; to be asked for when all have passed, by one thread. */
    List<SampledLine> lines() {
        if (lines == null) {
            LineReading reading = new LineReading();
            List<SampledLine> read = new ArrayList<>(raw.size());
            for (RawLine line : raw) {
                read.add(reading.of(line));
            }
            lines = read;
        }
        return lines;
    }

    /** The lines themselves, in no particular order. */
    List<byte[]> bytes() {
        return raw.stream().map(RawLine::bytes).toList();
    }
}
