package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Severity;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.text.PrintableText;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * J17: surfaces without a name, and names of one surface that differ in case or in blanks around them only. All but the most frequent
 * spelling count. Share of the exposures looked at closely that have a surface; slices are wrong by that, and nothing else.
 */
final class SurfaceNames implements Detector {
    private static final int EXAMPLES = 3;

    /** A spelling and how often it occurs. */
    private record Spelling(String name, String usual, long count) {}

    @Override
    public List<Finding> detect(Evidence evidence) {
        Map<String, Map<String, Long>> spellings = new TreeMap<>();
        long n = 0;
        for (SampledLine line : evidence.requests().lines.lines()) {
            String surface = line.surface();
            if (surface != null) {
                n++;
                spellings
                        .computeIfAbsent(surface.strip().toLowerCase(Locale.ROOT), name -> new TreeMap<>())
                        .merge(surface, 1L, Long::sum);
            }
        }
        long nameless = spellings.getOrDefault("", Map.of()).values().stream()
                .mapToLong(count -> count)
                .sum();
        spellings.remove("");
        List<Spelling> others = spellings.values().stream()
                .flatMap(names -> unusual(names).stream())
                .sorted(Comparator.comparingLong(Spelling::count).reversed().thenComparing(Spelling::name))
                .toList();
        long odd = nameless + others.stream().mapToLong(Spelling::count).sum();
        return odd == 0 ? List.of() : List.of(finding(odd, n, nameless, others));
    }

    /** All spellings of one name but the most frequent one; of several as frequent, but the first. */
    private static List<Spelling> unusual(Map<String, Long> names) {
        String usual = names.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
        return names.entrySet().stream()
                .filter(name -> !name.getKey().equals(usual))
                .map(name -> new Spelling(name.getKey(), usual, name.getValue()))
                .toList();
    }

    private static Finding finding(long odd, long n, long nameless, List<Spelling> others) {
        StringBuilder text = new StringBuilder();
        if (nameless > 0) {
            text.append(Counted.of(nameless, "has", "have")).append(" an empty surface");
        }
        for (Spelling other : others.subList(0, Math.min(EXAMPLES, others.size()))) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(Counted.of(other.count(), "has", "have"))
                    .append(" surface ")
                    .append(PrintableText.name(other.name()))
                    .append(" where others have ")
                    .append(PrintableText.name(other.usual()));
        }
        int more = others.size() - EXAMPLES;
        text.append(more > 0 ? ", and " + Counted.of(more, "further spelling") : "");
        Finding found = Finding.of(FindingCode.J17, odd, n, "exposures examined", text.toString());
        return found.severity() == Severity.FAIL ? found.with(Severity.WARN) : found;
    }
}
