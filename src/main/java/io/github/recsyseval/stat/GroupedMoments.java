package io.github.recsyseval.stat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The {@link RatioMoments} of several groups at once, filled cluster by cluster: the members of a cluster may be in several groups, and the
 * cluster counts once in each of these, with its members there. Groups are numbered from 0; what a group takes is there from its first
 * member on. Not safe for concurrent use.
 */
public final class GroupedMoments {
    private @Nullable RatioMoments[] moments = new RatioMoments[0];
    private double[] numerator = new double[16];
    private long[] members = new long[16];
    private int[] met = new int[16];
    private int groupsMet;

    /** Adds a member of the present cluster to a group, where it counts one in the denominator. */
    public void add(int group, double itsNumerator) {
        add(group, itsNumerator, 1);
    }

    /**
     * Adds some members at once.
     *
     * @param theirNumerator the sum of theirs
     * @param count at least 1
     */
    public void add(int group, double theirNumerator, long count) {
        if (group >= members.length) {
            int length = Math.max(group + 1, 2 * members.length);
            numerator = Arrays.copyOf(numerator, length);
            members = Arrays.copyOf(members, length);
            met = Arrays.copyOf(met, length);
        }
        if (members[group] == 0) {
            met[groupsMet++] = group;
        }
        numerator[group] += theirNumerator;
        members[group] += count;
    }

    /** Closes the present cluster. */
    public void endCluster() {
        for (int i = 0; i < groupsMet; i++) {
            int group = met[i];
            of(group).add(numerator[group], members[group]);
            numerator[group] = 0;
            members[group] = 0;
        }
        groupsMet = 0;
    }

    private RatioMoments of(int group) {
        if (group >= moments.length) {
            moments = Arrays.copyOf(moments, Math.max(group + 1, 2 * moments.length));
        }
        RatioMoments known = moments[group];
        if (known == null) {
            known = new RatioMoments();
            moments[group] = known;
        }
        return known;
    }

    /** Adds the closed clusters of another one, which has none of this one's. */
    public void add(GroupedMoments other) {
        for (int group = 0; group < other.moments.length; group++) {
            RatioMoments added = other.moments[group];
            if (added != null) {
                of(group).add(added);
            }
        }
    }

    /** The moments of a group; empty where it has no members. */
    public RatioMoments get(int group) {
        RatioMoments own = group < moments.length ? moments[group] : null;
        return own == null ? new RatioMoments() : own;
    }

    /** The moments of the groups 0 ... {@code groups - 1}. */
    public List<RatioMoments> moments(int groups) {
        return IntStream.range(0, groups).mapToObj(this::get).toList();
    }
}
