package io.github.recsyseval.metric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Slices of a breakdown put into groups, which are summed as one slice each: a user who is in several of a group's slices counts once. */
public final class SliceGroups {
    /** The group of slices that are in none. */
    public static final int NONE = RowGroups.NONE;

    /** No slice is in any. */
    public static final SliceGroups NO_GROUP = new SliceGroups(0, new int[0]);

    private final int count;
    /** Null where every slice is a group by itself, under its own number. */
    private final int @Nullable [] ofSlice;

    private SliceGroups(int count, int @Nullable [] ofSlice) {
        this.count = count;
        this.ofSlice = ofSlice;
    }

    /** Every slice by itself. */
    public static SliceGroups each(int slices) {
        return new SliceGroups(slices, null);
    }

    /**
     * The groups of a breakdown's slices.
     *
     * @param count how many groups there are
     * @param ofSlice the group of each slice by its number, from 0 on, or {@link #NONE}; the caller's own no more
     */
    public static SliceGroups of(int count, int[] ofSlice) {
        return new SliceGroups(count, ofSlice);
    }

    /** Whether every slice is a group by itself, under its own number. */
    public boolean isEach() {
        return ofSlice == null;
    }

    /** How many groups there are, empty ones too. */
    public int count() {
        return count;
    }

    /** The group of a slice, or {@link #NONE}. */
    public int of(int slice) {
        return ofSlice == null ? slice : count == 0 ? NONE : ofSlice[slice];
    }

    /** The group of each row, given the slice of each; not to be written to. */
    int[] of(int[] slices) {
        return ofSlice == null ? slices : Arrays.stream(slices).map(this::of).toArray();
    }
}
