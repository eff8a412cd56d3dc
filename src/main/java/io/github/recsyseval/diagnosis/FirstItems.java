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
        if (request.listedItems() < LEAST_ITEMS) {
            return;
        }
        boolean any = false;
        for (int row = request.firstOutcome(); row < request.endOutcome(); row++) {
            int position = request.slate().position(request.outcomes().item(row));
            if (position > 1) {
                lists++;
                return;
            }
            any |= position == 1;
        }
        lists += any ? 1 : 0;
        firstOnly += any ? 1 : 0;
    }

    void add(FirstItems other) {
        lists += other.lists;
        firstOnly += other.firstOnly;
    }
}
