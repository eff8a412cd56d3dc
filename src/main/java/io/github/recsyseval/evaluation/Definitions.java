package io.github.recsyseval.evaluation;

import io.github.recsyseval.report.BaselineReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What decides what the figures of a run mean: options by their names, with their defaults. Two runs can be compared when these agree;
 * options that nobody classified here count as deciding, so that a new one is refused rather than overlooked.
 *
 * @param values in words that are the same for the same meaning; empty for none
 */
public record Definitions(SortedMap<String, String> values) {
    private static final String CONVENTION = "--convention";
    private static final String RELEVANCE = "--relevance";
    private static final String WINDOW = "--attribution-window";
    private static final String DEDUPE = "--outcome-dedupe";
    private static final String WHERE = "--where";
    private static final String EXCLUDED = "--exclude-users";

    /** What is read, what is demanded of it and what else is written: other figures, or none, but never another meaning. */
    private static final Set<String> WITHOUT_MEANING = Set.of(
            "--exposures",
            "--outcomes",
            "--assignments",
            "--since",
            "--until",
            "--render",
            "--sha256",
            "--layout",
            "--unmatched-exposures",
            "--unmatched-outcomes",
            "--fail-on",
            "--tolerate",
            "--strict",
            "--gate",
            "--allow-untrusted",
            "--history",
            "--baseline",
            "--baseline-exposures",
            "--baseline-outcomes",
            "--pair-by",
            "--seed",
            "--bootstrap",
            "--metrics",
            "--slice",
            "--slice-floor",
            "--top-slices");

    private static final List<String> LIMITS = List.of("--max-", "--min-");

    /** What shifts figures a little or by nothing, and is told. */
    private static final Set<String> TOLD = Set.of("--time-zone", "--allow-partial-tail", "--kpi");

    /** What the user declares: two declarations must agree, one side's silence is told. */
    private static final Set<String> DECLARED = Set.of("--exposure-means", "--value-unit", "--latency-measured-at");

    /** Files whose content changes from week to week: whether there is one matters, its name is told. */
    private static final Set<String> FILES = Set.of(EXCLUDED, "--catalog", "--popularity", "--map");

    /** One definition and what each side has; {@code none} where it has nothing. */
    public record Difference(String definition, String before, String after) {
        /** {@code --attribution-window (24h before, none after)}. */
        public String words() {
            return definition + " (" + before + " before, " + after + " after)";
        }
    }

    /**
     * Those of a run.
     *
     * @param options in force, defaults included
     * @param window how long after its exposure an outcome counts, in words
     * @param dedupe the rule of repeated outcomes, in words
     * @param filters in force, in words
     */
    public static Definitions of(
            SortedMap<String, String> options, String window, String dedupe, List<String> filters) {
        SortedMap<String, String> values = new TreeMap<>(options);
        values.put(WINDOW, window);
        values.put(DEDUPE, dedupe);
        values.put(WHERE, filters(filters, "where "));
        values.put(EXCLUDED, filters(filters, "exclude-users "));
        return new Definitions(values);
    }

    /**
     * Those of a report.
     *
     * @param defaults of the options that its command has today, for those that its release did not have yet; empty for no value
     */
    public static Definitions of(BaselineReport report, SortedMap<String, String> defaults) {
        SortedMap<String, String> options = new TreeMap<>(defaults);
        options.putAll(report.options());
        Definitions definitions = of(
                options,
                report.attributionWindow().isEmpty() ? options.getOrDefault(WINDOW, "") : report.attributionWindow(),
                report.dedupe().isEmpty() ? options.getOrDefault(DEDUPE, "") : report.dedupe(),
                report.coverage().filters());
        return report.sections().containsKey(BaselineReport.RANKING)
                ? definitions.withRanking(report.convention(), report.relevance())
                : definitions;
    }

    /** The same with what ranking metrics rest on. */
    public Definitions withRanking(OfflinePlan plan) {
        return withRanking(plan.conventionName(), plan.relevance().words());
    }

    private Definitions withRanking(String convention, String relevance) {
        SortedMap<String, String> all = new TreeMap<>(values);
        all.put(CONVENTION, convention);
        all.put(RELEVANCE, relevance);
        return new Definitions(all);
    }

    private static String filters(List<String> filters, String kind) {
        return filters.stream()
                .filter(filter -> filter.startsWith(kind))
                .map(filter -> filter.substring(kind.length()))
                .collect(Collectors.joining(", "));
    }

    /** What makes figures of the two incomparable, by name; what only one of the two knows is no difference. */
    public static List<Difference> incompatible(Definitions before, Definitions after) {
        return differences(before, after).stream()
                .filter(difference -> decides(difference.definition(), before, after))
                .toList();
    }

    /** What else differs and may be worth knowing, by name. */
    public static List<Difference> worthKnowing(Definitions before, Definitions after) {
        return differences(before, after).stream()
                .filter(difference -> !decides(difference.definition(), before, after))
                .filter(difference -> !WITHOUT_MEANING.contains(difference.definition()))
                .filter(difference -> LIMITS.stream().noneMatch(difference.definition()::startsWith))
                .toList();
    }

    private static List<Difference> differences(Definitions before, Definitions after) {
        Set<String> names = new TreeSet<>(before.values.keySet());
        names.addAll(after.values.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String name : names) {
            String old = before.values.get(name);
            String now = after.values.get(name);
            if (!Objects.equals(old, now)) {
                differences.add(new Difference(name, words(old), words(now)));
            }
        }
        return differences;
    }

    private static String words(@Nullable String value) {
        if (value == null) {
            return "not recorded";
        }
        return value.isEmpty() ? "none" : value;
    }

    private static boolean decides(String name, Definitions before, Definitions after) {
        String old = before.values.get(name);
        String now = after.values.get(name);
        if (old == null || now == null || WITHOUT_MEANING.contains(name) || TOLD.contains(name)) {
            return false;
        }
        if (LIMITS.stream().anyMatch(name::startsWith)) {
            return false;
        }
        if (DECLARED.contains(name)) {
            return !old.isEmpty() && !now.isEmpty();
        }
        return !FILES.contains(name) || old.isEmpty() != now.isEmpty();
    }
}
