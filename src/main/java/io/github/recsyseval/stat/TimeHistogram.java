package io.github.recsyseval.stat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How moments spread over time, in bounded memory: a minute is a bin until there are more bins than allowed, then two minutes,
 * four, and so on. Bins without a moment take no room, so that rare moments stay sharp however far apart they lie. Order and split
 * of the moments change nothing.
 *
 * <p>Moments are microseconds since 1970.
 */
public final class TimeHistogram {
    public static final long MINUTE = 60_000_000L;

    private final int most;
    private long[] bins = new long[4];
    private long[] counts = new long[4];
    private int size;
    private int shift;
    private int latest;
    private long @Nullable [] cumulative;
    private long count;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /** @param most how many bins there may be, at least 1 */
    public TimeHistogram(int most) {
        this.most = most;
    }

    public void add(long micros) {
        count++;
        first = Math.min(first, micros);
        last = Math.max(last, micros);
        add(Math.floorDiv(micros, MINUTE) >> shift, 1);
    }

    /** Takes over the moments of another histogram with as many bins. */
    public void add(TimeHistogram other) {
        count += other.count;
        first = Math.min(first, other.first);
        last = Math.max(last, other.last);
        while (shift < other.shift) {
            coarsen();
        }
        for (int i = 0; i < other.size; i++) {
            // The bins may have become wider meanwhile.
            add(other.bins[i] >> (shift - other.shift), other.counts[i]);
        }
    }

    private void add(long bin, long moments) {
        cumulative = null;
        if (latest >= size || bins[latest] != bin) {
            int found = Arrays.binarySearch(bins, 0, size, bin);
            latest = found >= 0 ? found : insert(-found - 1, bin);
        }
        counts[latest] += moments;
        while (size > most) {
            coarsen();
        }
    }

    private int insert(int at, long bin) {
        if (size == bins.length) {
            bins = Arrays.copyOf(bins, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        System.arraycopy(bins, at, bins, at + 1, size - at);
        System.arraycopy(counts, at, counts, at + 1, size - at);
        bins[at] = bin;
        counts[at] = 0;
        size++;
        return at;
    }

    private void coarsen() {
        shift++;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            long wider = bins[i] >> 1;
            if (kept > 0 && bins[kept - 1] == wider) {
                counts[kept - 1] += counts[i];
            } else {
                bins[kept] = wider;
                counts[kept++] = counts[i];
            }
        }
        size = kept;
        latest = 0;
    }

    /** How many moments there are. */
    public long count() {
        return count;
    }

    /** The earliest moment; without any, {@link Long#MAX_VALUE}. */
    public long first() {
        return first;
    }

    /** The latest moment; without any, {@link Long#MIN_VALUE}. */
    public long last() {
        return last;
    }

    int bins() {
        return size;
    }

    long countOf(int bin) {
        return counts[bin];
    }

    /** Where a bin begins: a full minute, in the first bin the one of the first moment. */
    long start(int bin) {
        return Math.max((bins[bin] << shift) * MINUTE, Math.floorDiv(first, MINUTE) * MINUTE);
    }

    /** Where a bin ends, exclusively: a full minute, in the last bin the one behind the last moment. */
    long end(int bin) {
        return Math.min((bins[bin] + 1 << shift) * MINUTE, (Math.floorDiv(last, MINUTE) + 1) * MINUTE);
    }

    /** The share of moments before a moment, those of a bin taken to be spread evenly; 0 without moments. */
    double shareBefore(long micros) {
        int bin = Arrays.binarySearch(bins, 0, size, Math.floorDiv(micros, MINUTE) >> shift);
        int begun = bin >= 0 ? bin : -bin - 1;
        double before = begun == 0 ? 0 : cumulative()[begun - 1];
        if (bin >= 0 && micros > start(bin)) {
            before += counts[bin] * Math.min(1, (double) (micros - start(bin)) / (end(bin) - start(bin)));
        }
        return count == 0 ? 0 : before / count;
    }

    /** The moment before which the given share of moments lies, 0 to 1; 0 without moments. */
    public long quantile(double share) {
        double wanted = share * count;
        for (int bin = 0; bin < size; bin++) {
            double before = bin == 0 ? 0 : cumulative()[bin - 1];
            if (before + counts[bin] >= wanted) {
                return start(bin) + (long) ((wanted - before) / counts[bin] * (end(bin) - start(bin)));
            }
        }
        return size == 0 ? 0 : end(size - 1);
    }

    /** How many moments there are up to and with each bin. */
    private long[] cumulative() {
        if (cumulative == null) {
            cumulative = Arrays.copyOf(counts, size);
            Arrays.parallelPrefix(cumulative, Long::sum);
        }
        return cumulative;
    }
}
