package io.github.recsyseval.metric.catalogue;

import io.github.recsyseval.metric.catalogue.CatalogueMetric.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The same metrics written down from their textbook definitions: maps, pairs and no shortcuts. */
record PlainWorld(long[][] lists) {

    /** Skewed item popularity, lists of different lengths, some of them empty. */
    static PlainWorld random(Random random) {
        int items = 20 + random.nextInt(60);
        long[][] lists = new long[30 + random.nextInt(40)][];
        for (int i = 0; i < lists.length; i++) {
            lists[i] = random.doubles()
                    .mapToLong(u -> (long) (items * u * u) * 0x9e3779b97f4a7c15L)
                    .distinct()
                    .limit(random.nextInt(15))
                    .toArray();
        }
        return new PlainWorld(lists);
    }

    double value(Kind kind, int k) {
        Map<Long, Integer> anywhere = counts(Integer.MAX_VALUE);
        Map<Long, Integer> counts = counts(k);
        double slots = counts.values().stream().mapToInt(c -> c).sum();
        double allSlots = anywhere.values().stream().mapToInt(c -> c).sum();
        return switch (kind) {
            case COVERAGE -> (double) counts.size() / anywhere.size();
            case GINI -> gini(anywhere.keySet(), counts);
            case ENTROPY -> entropy(counts, slots) / Math.log(anywhere.size());
            case EVENNESS -> counts.size() == 1 ? 0 : entropy(counts, slots) / Math.log(counts.size());
            case EFFECTIVE_CATALOGUE -> Math.exp(entropy(counts, slots));
            case NOVELTY ->
                counts.entrySet().stream()
                                .mapToDouble(e ->
                                        -e.getValue() * Math.log(anywhere.get(e.getKey()) / allSlots) / Math.log(2))
                                .sum()
                        / slots;
            case LONG_TAIL_SHARE ->
                1
                        - head(anywhere, allSlots).stream()
                                        .mapToInt(item -> counts.getOrDefault(item, 0))
                                        .sum()
                                / slots;
            case PERSONALISATION -> personalisation(k);
        };
    }

    /** Mean absolute difference over all pairs, by twice the mean. */
    private static double gini(Set<Long> items, Map<Long, Integer> counts) {
        double differences = 0;
        double sum = 0;
        for (long a : items) {
            sum += counts.getOrDefault(a, 0);
            for (long b : items) {
                differences += Math.abs(counts.getOrDefault(a, 0) - counts.getOrDefault(b, 0));
            }
        }
        return differences / (2 * items.size() * sum);
    }

    private static double entropy(Map<Long, Integer> counts, double slots) {
        return counts.values().stream()
                .mapToDouble(c -> -c / slots * Math.log(c / slots))
                .sum();
    }

    /** The most popular items, one after the other until 80 %, and those as popular as the last. */
    private static List<Long> head(Map<Long, Integer> anywhere, double allSlots) {
        List<Long> byPopularity = new ArrayList<>(anywhere.keySet());
        byPopularity.sort(Collections.reverseOrder((a, b) -> Integer.compare(anywhere.get(a), anywhere.get(b))));
        int held = 0;
        int least = 0;
        for (long item : byPopularity) {
            if (held * 10.0 >= allSlots * 8) {
                break;
            }
            held += anywhere.get(item);
            least = anywhere.get(item);
        }
        int leastOfHead = least;
        return byPopularity.stream()
                .filter(item -> anywhere.get(item) >= leastOfHead)
                .toList();
    }

    /** All pairs of lists that show anything. */
    private double personalisation(int k) {
        List<Set<Long>> shown = Arrays.stream(lists)
                .map(list -> Arrays.stream(list).limit(k).boxed().collect(Collectors.toSet()))
                .filter(list -> !list.isEmpty())
                .toList();
        double overlap = 0;
        int pairs = 0;
        for (int i = 0; i < shown.size(); i++) {
            for (int j = 0; j < i; j++) {
                Set<Long> other = shown.get(j);
                overlap += shown.get(i).stream().filter(other::contains).count();
                pairs++;
            }
        }
        double meanLength = shown.stream().mapToInt(Set::size).average().orElseThrow();
        return 1 - overlap / pairs / meanLength;
    }

    private Map<Long, Integer> counts(int k) {
        Map<Long, Integer> counts = new TreeMap<>();
        for (long[] list : lists) {
            Arrays.stream(list).limit(k).forEach(item -> counts.merge(item, 1, Integer::sum));
        }
        return counts;
    }
}
