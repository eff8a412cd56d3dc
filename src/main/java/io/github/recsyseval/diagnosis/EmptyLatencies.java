package io.github.recsyseval.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** How long empty lists without error took, among lines looked at closely, beside lists with items. */
final class EmptyLatencies {
    private static final int FEWEST_EMPTY = 10;
    private static final int FEWEST_OTHERS = 30;
    /** Timeouts end within so much of each other. */
    private static final double SPREAD = 1.03;
    /** Hardly any list with items takes as long as a timeout. */
    private static final double HARDLY_ANY = 0.05;

    private static final double FAR = 3;

    private final List<SampledLine> empty = new ArrayList<>();
    private final List<SampledLine> others = new ArrayList<>();

    EmptyLatencies(List<SampledLine> lines) {
        for (SampledLine line : lines) {
            if (line.latency() > 0 && !line.empty()) {
                others.add(line);
            } else if (line.latency() > 0 && !line.failed()) {
                empty.add(line);
            }
        }
    }

    private boolean areFew() {
        return empty.size() < FEWEST_EMPTY || others.size() < FEWEST_OTHERS;
    }

    /** What says that most of them ended in a timeout; empty when nothing does. */
    Optional<String> timeout() {
        if (areFew()) {
            return Optional.empty();
        }
        double[] sorted = sorted(empty);
        int best = 0;
        int most = 0;
        int end = 0;
        for (int i = 0; i < sorted.length; i++) {
            while (end < sorted.length && sorted[end] <= SPREAD * sorted[i]) {
                end++;
            }
            if (end - i > most) {
                most = end - i;
                best = i;
            }
        }
        double from = sorted[best];
        long asSlow = 0;
        for (SampledLine line : others) {
            asSlow += line.latency() >= from ? 1 : 0;
        }
        if (2 * most < sorted.length || asSlow > HARDLY_ANY * others.size()) {
            return Optional.empty();
        }
        return Optional.of(Words.percent(most, sorted.length) + " of those examined took "
                + Words.millis(from) + " to " + Words.millis(sorted[best + most - 1])
                + ", as after a timeout; " + Words.percent(asSlow, others.size())
                + " of the lists with items took as long");
    }

    /** Whether most of them took far longer, or most of them far shorter, than the median list with items on their surface. */
    boolean differ() {
        if (areFew()) {
            return false;
        }
        Map<String, Double> medians = medians();
        long longer = 0;
        long shorter = 0;
        for (SampledLine line : empty) {
            Double median = medians.get(surface(line));
            longer += median != null && line.latency() > FAR * median ? 1 : 0;
            shorter += median != null && FAR * line.latency() < median ? 1 : 0;
        }
        return 2 * Math.max(longer, shorter) > empty.size();
    }

    /** The median latency of lists with items, by surface. */
    private Map<String, Double> medians() {
        Map<String, List<SampledLine>> bySurface = new TreeMap<>();
        for (SampledLine line : others) {
            bySurface.computeIfAbsent(surface(line), name -> new ArrayList<>()).add(line);
        }
        Map<String, Double> medians = new TreeMap<>();
        bySurface.forEach((surface, lines) -> medians.put(surface, sorted(lines)[lines.size() / 2]));
        return medians;
    }

    private static String surface(SampledLine line) {
        return Objects.requireNonNullElse(line.surface(), "");
    }

    private static double[] sorted(List<SampledLine> lines) {
        double[] latencies = new double[lines.size()];
        for (int i = 0; i < latencies.length; i++) {
            latencies[i] = lines.get(i).latency();
        }
        Arrays.sort(latencies);
        return latencies;
    }
}
