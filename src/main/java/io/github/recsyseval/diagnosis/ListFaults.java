package io.github.recsyseval.diagnosis;

import io.github.recsyseval.join.JoinedRequest;
import java.util.Arrays;

/** How many lists with items there are, and what is wrong with their ranks and items. Integers; any order, any split. */
final class ListFaults {
    long all;

    /** Of ranks, what is wrong first in this order is counted: a rank twice, a further page, another beginning than 1, a gap. */
    long repeatedRanks;

    long pages;
    long notFromOne;
    long gaps;
    long repeatedItems;

    /** Sees a request whose list is not empty. */
    void see(JoinedRequest request) {
        all++;
        if (!request.ranksCountUp()) {
            ranks(request, request.listedItems());
        }
        repeatedItems += request.repeatsItem() ? 1 : 0;
    }

    /** Ranks may stand in any order, but must be 1, 2, 3, ... without gap or repetition. */
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

    void add(ListFaults other) {
        all += other.all;
        repeatedRanks += other.repeatedRanks;
        pages += other.pages;
        notFromOne += other.notFromOne;
        gaps += other.gaps;
        repeatedItems += other.repeatedItems;
    }
}
