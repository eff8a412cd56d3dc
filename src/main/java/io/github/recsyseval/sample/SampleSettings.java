package io.github.recsyseval.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What sample to make.
 *
 * @param requests     how many requests people make, 1 .. 1,000,000,000; some faults add lines to them
 * @param days         over how many days they spread, 1 .. 3650
 * @param start        the first moment
 * @param propensities whether items carry logging_propensity and target_propensity; the fault {@code propensity} switches it on
 * @param faults       each at most once; their order does not matter
 */
public record SampleSettings(
        long requests, long seed, int days, Instant start, boolean propensities, List<FaultRate> faults) {
    /** A Monday. */
    public static final Instant DEFAULT_START = Instant.parse("2026-11-02T00:00:00Z");

    public static final int DEFAULT_DAYS = 7;

    public SampleSettings {
        require(
                requests >= 1 && requests <= 1_000_000_000,
                "the number of requests must lie between 1 and 1,000,000,000");
        require(days >= 1 && days <= 3650, "the number of days must lie between 1 and 3650");
        faults = List.copyOf(faults);
        Set<String> names = new HashSet<>();
        for (FaultRate planted : faults) {
            require(
                    names.add(planted.fault().name()),
                    "fault \"" + planted.fault().name() + "\" is given twice");
        }
        propensities |= names.contains("propensity");
    }

    /** A clean sample over a week. */
    public static SampleSettings of(long requests, long seed) {
        return new SampleSettings(requests, seed, DEFAULT_DAYS, DEFAULT_START, false, List.of());
    }

    /** The same with one more fault, such as {@code withFault("id-twice", "0.1")}. */
    public SampleSettings withFault(String name, String rate) {
        List<FaultRate> more = new ArrayList<>(faults);
        more.add(FaultRate.parse(name + ":" + new BigDecimal(rate).toPlainString()));
        return new SampleSettings(requests, seed, days, start, propensities, more);
    }

    public SampleSettings withDays(int number) {
        return new SampleSettings(requests, seed, number, start, propensities, faults);
    }

    public SampleSettings withPropensities() {
        return new SampleSettings(requests, seed, days, start, true, faults);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new SampleException(message);
        }
    }
}
