package io.github.recsyseval.report;

import java.util.List;

/**
 * Lengths of the lists and a sample of the items shown.
 *
 * @param lengths number of lists by length, shortest first. Lengths without lists are left out.
 * @param items the distinct items shown
 */
public record ListSection(boolean trusted, List<LengthRow> lengths, ItemSample items) {

    /**
     * Lists of one length.
     *
     * @param items how many, {@code >100} for all beyond
     * @param n how many lists
     * @param share n / all lists
     */
    public record LengthRow(String items, long n, double share) {}

    /**
     * The items with the smallest hashes: a sample of the catalogue that can be laid beside another report's.
     *
     * @param distinct how many different items were shown
     * @param exact whether distinct is counted; else it is estimated
     * @param relativeError standard error of the estimate / distinct; 0 when exact
     * @param hash what the hash is
     * @param size how many hashes the sample has
     * @param sample the hashes, 64 bits each, big-endian, the smallest first, in Base64
     */
    public record ItemSample(
            long distinct, boolean exact, double relativeError, String hash, int size, String sample) {}
}
