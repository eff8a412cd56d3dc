package io.github.recsyseval.join;

import io.github.recsyseval.event.Exposure;
import java.util.Arrays;

/** The valid exposures of one chunk in columns. A reusable buffer. */
public final class ExposureBatch {
    int size;
    long[] first = new long[256];
    long[] second = new long[256];
    long[] user = new long[256];
    long[] time = new long[256];
    long[] fingerprint = new long[256];
    double[] latency = new double[256];
    byte[] error = new byte[256];
    boolean[] userIsRequest = new boolean[256];
    Selection[] selection = new Selection[256];
    boolean[] ranksCountUp = new boolean[256];
    byte[] missingKeys = new byte[256];
    int[] surface = new int[256];
    /** What {@link AssignmentIndex#find} says about each request. */
    int[] assignment = new int[256];
    /** The arm of that assignment, as {@link AssignmentIndex#armNumber} says; anything where there is none. */
    int[] arm = new int[256];
    /** What {@link OutcomeIndex#find} says about each request. */
    int[] outcome = new int[256];

    ExposureSet.Seen[] settled = new ExposureSet.Seen[256];
    final int[][] slice;
    int[] itemFrom = new int[257];
    long[] item = new long[2560];
    int[] rank = new int[2560];

    /** @param breakdowns how many slice columns there are */
    public ExposureBatch(int breakdowns) {
        slice = new int[breakdowns][256];
    }

    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    /** Whether the i-th exposure is the first with its request id; known after {@link RequestJoin#settle}. */
    public boolean isFirst(int i) {
        return settled[i] == ExposureSet.Seen.FIRST;
    }

    /**
     * Copies an exposure into the next row.
     *
     * @param slices the number of its slice in each breakdown
     * @param selected whether a filter leaves it out
     * @param missing bit i is set when the context lacks the i-th key of the diagnosis
     * @param onSurface a hash of the surface that the context names; 0 without one
     */
    public void add(Exposure exposure, int[] slices, Selection selected, int missing, int onSurface) {
        if (size == first.length) {
            growRows();
        }
        first[size] = exposure.requestFirst;
        second[size] = exposure.requestSecond;
        user[size] = exposure.user;
        time[size] = exposure.timestamp;
        fingerprint[size] = exposure.fingerprint;
        latency[size] = exposure.latencyMs;
        error[size] = exposure.error;
        userIsRequest[size] = exposure.userIsRequest;
        selection[size] = selected;
        ranksCountUp[size] = exposure.ranksCountUp;
        missingKeys[size] = (byte) missing;
        surface[size] = onSurface;
        for (int b = 0; b < slice.length; b++) {
            slice[b][size] = slices[b];
        }
        int from = itemFrom[size];
        int to = from + exposure.itemCount;
        if (to > item.length) {
            item = Arrays.copyOf(item, Math.max(to, 2 * item.length));
            rank = Arrays.copyOf(rank, item.length);
        }
        System.arraycopy(exposure.items, 0, item, from, exposure.itemCount);
        System.arraycopy(exposure.ranks, 0, rank, from, exposure.itemCount);
        itemFrom[++size] = to;
    }

    /** Looks up the assignments of all requests. */
    public void find(AssignmentIndex assignments) {
        assignments.find(this, assignment);
        assignments.arms(assignment, size, arm);
    }

    /** The first 64 bits of the i-th request id's hash. */
    public long requestFirst(int i) {
        return first[i];
    }

    /** The other 64 bits. */
    public long requestSecond(int i) {
        return second[i];
    }

    /** The first assignment of the i-th request, as {@link AssignmentIndex#find} says, after {@link #find}. */
    public int assignment(int i) {
        return assignment[i];
    }

    /** The arm of that assignment, as {@link AssignmentIndex#armNumber} says; anything where there is none. */
    public int arm(int i) {
        return arm[i];
    }

    /** The slice numbers of all requests in one column. */
    public int[] slices(int column) {
        return slice[column];
    }

    private void growRows() {
        int capacity = 2 * size;
        first = Arrays.copyOf(first, capacity);
        second = Arrays.copyOf(second, capacity);
        user = Arrays.copyOf(user, capacity);
        time = Arrays.copyOf(time, capacity);
        fingerprint = Arrays.copyOf(fingerprint, capacity);
        latency = Arrays.copyOf(latency, capacity);
        error = Arrays.copyOf(error, capacity);
        userIsRequest = Arrays.copyOf(userIsRequest, capacity);
        selection = Arrays.copyOf(selection, capacity);
        ranksCountUp = Arrays.copyOf(ranksCountUp, capacity);
        missingKeys = Arrays.copyOf(missingKeys, capacity);
        surface = Arrays.copyOf(surface, capacity);
        assignment = Arrays.copyOf(assignment, capacity);
        arm = Arrays.copyOf(arm, capacity);
        outcome = Arrays.copyOf(outcome, capacity);
        settled = Arrays.copyOf(settled, capacity);
        itemFrom = Arrays.copyOf(itemFrom, capacity + 1);
        for (int b = 0; b < slice.length; b++) {
            slice[b] = Arrays.copyOf(slice[b], capacity);
        }
    }
}
