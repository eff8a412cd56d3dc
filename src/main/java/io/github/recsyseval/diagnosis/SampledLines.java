package io.github.recsyseval.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a few thousand requests, looked at closely: what takes a full reading is not worth it for every line. Which requests are in it
 * depends on the data alone.
 */
final class SampledLines {
    /** Beyond so many lines the threshold halves. */
    static final int MOST = 1 << 12;

    private final UserThreshold requests = new UserThreshold(MOST);
    private final LineReading reading = new LineReading();
    private final List<SampledLine> lines = new ArrayList<>();

    boolean takes(long request) {
        return requests.takes(request);
    }

    /** Looks at the line {@code bytes[from, to)} of a request that it {@link #takes(long) takes}. */
    void add(long request, boolean joined, byte[] bytes, int from, int to) {
        lines.add(reading.of(request, joined, bytes, from, to));
        shrink();
    }

    void add(SampledLines other) {
        lines.addAll(other.lines);
        requests.lowerTo(other.requests);
        narrow();
        shrink();
    }

    private void shrink() {
        while (requests.halvesAt(lines.size())) {
            narrow();
        }
    }

    private void narrow() {
        lines.removeIf(line -> !requests.takes(line.request()));
    }

    /** In no particular order. */
    List<SampledLine> lines() {
        return lines;
    }
}
