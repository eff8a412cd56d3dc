package io.github.recsyseval.metric.catalogue;

import java.util.Arrays;

/** Which items could have been shown: the universe of coverage, Gini coefficient and entropy. */
public sealed interface Catalogue permits Catalogue.ItemsOfTheLog, Catalogue.Size, Catalogue.Items {

    /** Nothing is known but the log itself: the items shown at any position or wanted. */
    record ItemsOfTheLog() implements Catalogue {}

    /**
     * Only the number of items is known.
     *
     * @param items at least 1
     */
    record Size(long items) implements Catalogue {
        public Size {
            if (items < 1) {
                throw new IllegalArgumentException("a catalogue of " + items + " items");
            }
        }
    }

    /** All items are known; others that were shown do not count. */
    final class Items implements Catalogue {
        private final long[] ascending;

        /** Hashes of the items, in any order; repeated ones count once. */
        public Items(long[] hashes) {
            ascending = Arrays.stream(hashes).sorted().distinct().toArray();
            if (ascending.length == 0) {
                throw new IllegalArgumentException("a catalogue without items");
            }
        }

        boolean contains(long item) {
            return Arrays.binarySearch(ascending, item) >= 0;
        }

        int size() {
            return ascending.length;
        }
    }

    /** Whether coverage is a share of a catalogue and not of what the log happens to show. */
    default boolean isGiven() {
        return !(this instanceof ItemsOfTheLog);
    }

    /** Whether an item belongs to it. */
    default boolean has(long item) {
        return !(this instanceof Items items) || items.contains(item);
    }

    /** Number of items. */
    default long size(CatalogueTally tally) {
        if (this instanceof Size size) {
            return size.items();
        }
        return this instanceof Items items ? items.size() : tally.items();
    }

    /** As in definitions. */
    default String words() {
        return isGiven() ? "the catalogue" : "the items of this log (shown at any rank, or relevant)";
    }
}
