package io.github.recsyseval.diagnosis;

import io.github.recsyseval.join.JoinedRequest;

/** How many lists have outcomes on their items, and how many on their first item only. */
final class FirstItems {
    /** In shorter lists the first item is most of what there is. */
    private static final int LEAST_ITEMS = 3;

    /** Lists of three items and more with an outcome on one of them. */
    long lists;

    /** Those of them whose outcomes are all on the item with the lowest rank. */
    long firstOnly;

    /** Sees a request with outcomes. */
    void see(JoinedRequest request) {
        int items = request.listedItems();
        if (items < LEAST_ITEMS) {
            return;
        }
        int first = 0;
        for (int i = 1; i < items; i++) {
            first = request.listedRank(i) < request.listedRank(first) ? i : first;
        }
        boolean any = false;
        for (int row = request.firstOutcome(); row < request.endOutcome(); row++) {
            long item = request.outcomes().item(row);
            if (item != request.listedItem(first)) {
                if (isListed(request, item)) {
                    lists++;
                    return;
                }
            } else {
                any = true;
            }
        }
        lists += any ? 1 : 0;
        firstOnly += any ? 1 : 0;
    }

    private static boolean isListed(JoinedRequest request, long item) {
        for (int i = 0; i < request.listedItems(); i++) {
            if (request.listedItem(i) == item) {
                return true;
            }
        }
        return false;
    }

    void add(FirstItems other) {
        lists += other.lists;
        firstOnly += other.firstOnly;
    }
}
