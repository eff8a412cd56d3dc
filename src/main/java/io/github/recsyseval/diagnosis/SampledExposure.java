package io.github.recsyseval.diagnosis;

import io.github.recsyseval.join.JoinedRequest;
import java.util.Arrays;

/**
 * An evaluated exposure of a sampled user.
 *
 * @param request the first 64 bits of the request id's hash
 * @param time microseconds since 1970
 * @param items hashes of the listed items, ascending
 * @param id the request id; for comparison only, never printed
 * @param joined whether any outcome has its request id
 */
record SampledExposure(long user, long request, long time, long[] items, String id, boolean joined)
        implements UserSample.Sampled {

    static SampledExposure of(JoinedRequest request, String id) {
        long[] items = new long[request.listedItems()];
        for (int i = 0; i < items.length; i++) {
            items[i] = request.listedItem(i);
        }
        Arrays.sort(items);
        return new SampledExposure(
                request.user(), request.requestFirst(), request.timestamp(), items, id, request.matchedOutcomes() > 0);
    }

    boolean lists(long item) {
        return Arrays.binarySearch(items, item) >= 0;
    }

    boolean sameList(SampledExposure other) {
        return Arrays.equals(items, other.items);
    }
}
