package io.github.recsyseval.diagnosis;

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

    private record RawLine(long request, boolean joined, byte[] bytes) {}

    private final UserThreshold requests = new UserThreshold(MOST);
    private final List<RawLine> raw = new ArrayList<>();
    private long held;
    private @Nullable List<SampledLine> lines;

    boolean takes(long request) {
        return requests.takes(request);
    }

    /** Keeps the line {@code bytes[from, to)} of a request that it {@link #takes(long) takes}. */
    void add(long request, boolean joined, byte[] bytes, int from, int to) {
        raw.add(new RawLine(request, joined, Arrays.copyOfRange(bytes, from, to)));
        held += to - from;
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

    /** What the lines show, in no particular order; to be asked for when all have passed, by one thread. */
    List<SampledLine> lines() {
        if (lines == null) {
            LineReading reading = new LineReading();
            lines = raw.stream()
                    .map(line -> reading.of(line.request(), line.joined(), line.bytes(), 0, line.bytes().length))
                    .toList();
        }
        return lines;
    }
}
