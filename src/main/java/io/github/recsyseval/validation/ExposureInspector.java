package io.github.recsyseval.validation;

import io.github.recsyseval.event.Exposure;
import io.github.recsyseval.event.ExposureReader;
import io.github.recsyseval.event.Reading;
import java.util.Arrays;
import java.util.List;

/** What is odd about exposures: ids, times, ranks, items, context, propensities. */
final class ExposureInspector extends RecordInspector {
    private static final int TENANT = 0;
    private static final int SURFACE = 1;

    /** Lists up to this length are compared item by item; longer ones are sorted. */
    private static final int SHORT_LIST = 32;

    private final ExposureReader reader = new ExposureReader(List.of("tenant_id", "surface"));
    private final Exposure exposure = new Exposure(2);

    @Override
    Reading read(byte[] line, int from, int to) {
        return reader.read(line, from, to, exposure);
    }

    @Override
    boolean hasIdentity() {
        return true;
    }

    @Override
    long requestFirst() {
        return exposure.requestFirst;
    }

    @Override
    long requestSecond() {
        return exposure.requestSecond;
    }

    @Override
    long fingerprint() {
        return exposure.fingerprint;
    }

    @Override
    long timestamp() {
        return exposure.timestamp;
    }

    @Override
    int observations() {
        int odd = ofTime(exposure.timestamp) | ofRanks(exposure.ranks, exposure.itemCount);
        odd |= exposure.itemCount > 0 ? Observation.IN_BASIS : 0;
        odd |= exposure.userIsRequest ? Observation.USER_IS_REQUEST.bit() : 0;
        odd |= holdsTwice(exposure.items, exposure.itemCount) ? Observation.ITEM_TWICE.bit() : 0;
        odd |= exposure.context[TENANT] == null ? Observation.NO_TENANT.bit() : 0;
        odd |= exposure.context[SURFACE] == null ? Observation.NO_SURFACE.bit() : 0;
        odd |= exposure.largestPropensity > 1 ? Observation.PROPENSITY.bit() : 0;
        return odd;
    }

    /** Ranks may stand in any order; sorted they must be 1, 2, 3, ... */
    static int ofRanks(int[] ranks, int count) {
        int inOrder = 0;
        while (inOrder < count && ranks[inOrder] == inOrder + 1) {
            inOrder++;
        }
        return inOrder == count ? 0 : ofSortedRanks(sorted(ranks, count));
    }

    private static int ofSortedRanks(int[] ranks) {
        int odd = ranks[0] == 1 ? 0 : Observation.RANK_START.bit();
        for (int i = 1; i < ranks.length; i++) {
            if (ranks[i] == ranks[i - 1]) {
                odd |= Observation.RANK_REPEATED.bit();
            } else if (ranks[i] != ranks[i - 1] + 1) {
                odd |= Observation.RANK_GAP.bit();
            }
        }
        return odd;
    }

    private static int[] sorted(int[] ranks, int count) {
        int[] sorted = Arrays.copyOf(ranks, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static boolean holdsTwice(long[] items, int count) {
        if (count > SHORT_LIST) {
            long[] sorted = Arrays.copyOf(items, count);
            Arrays.sort(sorted);
            for (int i = 1; i < count; i++) {
                if (sorted[i] == sorted[i - 1]) {
                    return true;
                }
            }
            return false;
        }
        for (int i = 1; i < count; i++) {
            for (int j = 0; j < i; j++) {
                if (items[i] == items[j]) {
                    return true;
                }
            }
        }
        return false;
    }
}
