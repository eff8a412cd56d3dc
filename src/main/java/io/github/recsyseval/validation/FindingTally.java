package io.github.recsyseval.validation;

import io.github.recsyseval.event.Timestamps;
import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.FindingRules;
import io.github.recsyseval.source.ViolationGroups;
import io.github.recsyseval.stat.TimeHistogram;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts what is odd about valid records, with the first and last position of each. Records may be added in any order.
 *
 * <p>A record that repeats an earlier request id counts as that and as nothing else, so that all other counts are over distinct
 * exposures, as they are in join and in reports.
 */
public final class FindingTally {
    /** The records with one observation, or with any observation of one finding. */
    static final class Entry {
        long records;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        final TimeHistogram times = new TimeHistogram(ViolationGroups.BINS);

        void add(long position, long time) {
            if (time != Timestamps.UNREADABLE) {
                times.add(time);
            }
            records++;
            first = Math.min(first, position);
            last = Math.max(last, position);
        }
    }

    /** The findings that validate looks for, personal data included; in the order of their codes. */
    public static Set<FindingCode> lookedFor() {
        Set<FindingCode> codes = EnumSet.of(FindingCode.J12);
        for (Observation observation : Observation.values()) {
            codes.add(observation.code());
        }
        return codes;
    }

    private final int followed;
    private final Map<Observation, Entry> observations = new EnumMap<>(Observation.class);
    private final Map<FindingCode, Entry> findings = new EnumMap<>(FindingCode.class);
    private long valid;
    private long distinct;
    private long basis;

    FindingTally(FindingRules rules) {
        int bits = Observation.IN_BASIS;
        for (Observation observation : Observation.values()) {
            bits |= rules.isOff(observation.code()) ? 0 : observation.bit();
        }
        followed = bits;
    }

    /** Whether anything about such a record needs its place. */
    boolean isPlain(int odd, Repeat repeat) {
        return repeat == Repeat.FIRST && (odd & followed & ~Observation.IN_BASIS) == 0;
    }

    /** Adds a record about which nothing is odd. */
    void addPlain(int odd) {
        valid++;
        distinct++;
        basis += (odd & Observation.IN_BASIS) == 0 ? 0 : 1;
    }

    /** @param repeat not {@link Repeat#OPEN} */
    void add(int odd, Repeat repeat, long position, long time) {
        if (repeat == Repeat.FIRST) {
            addPlain(odd);
            observe(odd & followed, position, time);
        } else {
            valid++;
            Observation observation =
                    repeat == Repeat.IDENTICAL ? Observation.REPEATED_IDENTICAL : Observation.REPEATED_CONFLICTING;
            observe(observation.bit() & followed, position, time);
        }
    }

    private void observe(int bits, long position, long time) {
        int codesSeen = 0;
        for (Observation observation : Observation.values()) {
            if ((bits & observation.bit()) != 0) {
                observations.computeIfAbsent(observation, o -> new Entry()).add(position, time);
                int code = 1 << observation.code().ordinal();
                if ((codesSeen & code) == 0) {
                    findings.computeIfAbsent(observation.code(), c -> new Entry())
                            .add(position, time);
                }
                codesSeen |= code;
            }
        }
    }

    Map<FindingCode, Entry> findings() {
        return findings;
    }

    /**
     * The context keys that no exposure has. A log without tenants does not use {@code tenant_id}, which is nothing to be told of.
     */
    Set<Observation> unusedKeys() {
        Set<Observation> unused = EnumSet.noneOf(Observation.class);
        for (Observation key : List.of(Observation.NO_TENANT, Observation.NO_SURFACE)) {
            Entry without = observations.get(key);
            if (without != null && without.records == distinct) {
                unused.add(key);
            }
        }
        return unused;
    }

    Map<Observation, Entry> observations() {
        return observations;
    }

    /** The records of which a finding is a share. */
    long of(FindingCode code) {
        return switch (code) {
            case J04 -> valid;
            case J13, J15, J16, J24 -> basis;
            default -> distinct;
        };
    }
}
