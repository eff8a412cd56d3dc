package io.github.recsyseval.comparison;

import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.report.ListSection;
import io.github.recsyseval.report.ListSection.ItemSample;
import io.github.recsyseval.report.comparison.ItemChangeRow;
import io.github.recsyseval.stat.Interval;
import io.github.recsyseval.stat.SmallestHashes;
import io.github.recsyseval.stat.Wilson;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * New and gone items from two samples of hashes: up to the smaller of the two largest hashes, both samples hold every item that was
 * shown, so these items are a random part of all, and each is known to be new, gone or neither (Beyer et al., SIGMOD 2007).
 */
final class ItemChanges {
    private static final double LEVEL = 0.95;

    private final Set<Long> before;
    private final Set<Long> after;
    private final boolean exact;
    private final long limit;

    private ItemChanges(ItemSample before, ItemSample after) {
        exact = before.exact() && after.exact();
        long[] old = hashes(before);
        long[] now = hashes(after);
        long largestOld = before.exact() ? -1L : old[old.length - 1];
        long largestNow = after.exact() ? -1L : now[now.length - 1];
        limit = Long.compareUnsigned(largestOld, largestNow) < 0 ? largestOld : largestNow;
        this.before = upTo(old);
        this.after = upTo(now);
    }

    static ItemChangeRow of(@Nullable ListSection before, @Nullable ListSection after) {
        if (before == null || after == null) {
            return without(before, after, "a report of an earlier release does not sample its items");
        }
        if (!before.items().hash().equals(after.items().hash())) {
            return without(before, after, "the reports sample their items by different hashes");
        }
        try {
            return new ItemChanges(before.items(), after.items()).row(before.items(), after.items());
        } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
            return without(before, after, "a sample of items is damaged");
        }
    }

    private static ItemChangeRow without(@Nullable ListSection before, @Nullable ListSection after, String reason) {
        return new ItemChangeRow(
                before == null ? null : (Long) before.items().distinct(),
                after == null ? null : (Long) after.items().distinct(),
                false,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                reason);
    }

    private static long[] hashes(ItemSample sample) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sample.sample()));
        long[] hashes = new long[bytes.remaining() / Long.BYTES];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = bytes.getLong();
        }
        if (hashes.length != sample.size()) {
            throw new IllegalArgumentException("other hashes than were announced");
        }
        return hashes;
    }

    private Set<Long> upTo(long[] hashes) {
        Set<Long> some = new HashSet<>();
        for (long hash : hashes) {
            if (Long.compareUnsigned(hash, limit) <= 0) {
                some.add(hash);
            }
        }
        return some;
    }

    private ItemChangeRow row(ItemSample old, ItemSample now) {
        long both = before.stream().filter(after::contains).count();
        long gone = before.size() - both;
        long appeared = after.size() - both;
        int sampled = (int) (both + gone + appeared);
        double scale = exact ? 1 : SmallestHashes.distinct(sampled, limit) / sampled;
        return new ItemChangeRow(
                old.distinct(),
                now.distinct(),
                exact,
                sampled,
                Math.round(scale * both),
                Math.round(scale * appeared),
                Math.round(scale * gone),
                share(appeared, after.size()),
                interval(appeared, after.size()),
                share(gone, before.size()),
                interval(gone, before.size()),
                null);
    }

    private static @Nullable Double share(long part, long all) {
        return all == 0 ? null : (Double) ((double) part / all);
    }

    private @Nullable IntervalRow interval(long part, long all) {
        if (exact || all == 0) {
            return null;
        }
        Interval interval = Wilson.interval((double) part / all, all, LEVEL);
        return new IntervalRow(interval.lower(), interval.upper(), interval.level(), interval.method());
    }
}
