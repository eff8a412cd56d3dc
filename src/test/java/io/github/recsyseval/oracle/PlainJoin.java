package io.github.recsyseval.oracle;

import io.github.recsyseval.event.IdHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The join and its figures with maps of lists and no thought of speed. */
final class PlainJoin {
    private final World world;
    private final Map<String, Shown> first = new LinkedHashMap<>();
    private final Map<String, List<Act>> acts = new HashMap<>();
    private final Map<Act, String> classes = new IdentityHashMap<>();
    private final Map<String, Object> figures = new TreeMap<>();
    /** Lines that repeat a request id and that a filter leaves out. */
    private long excludedRepeats;

    private PlainJoin(World world) {
        this.world = world;
    }

    /** Every class and figure by name. */
    static Map<String, Object> figures(World world) {
        PlainJoin join = new PlainJoin(world);
        join.exposures();
        join.outcomes();
        join.assignments();
        join.requests();
        return join.figures;
    }

    /** The classes of the valid outcomes, in the order of the log. */
    static List<String> outcomeClasses(World world) {
        PlainJoin join = new PlainJoin(world);
        join.exposures();
        join.outcomes();
        return world.outcomes().stream()
                .map(Line::record)
                .filter(Objects::nonNull)
                .map(act -> Objects.requireNonNull(join.classes.get(act)))
                .toList();
    }

    private void exposures() {
        long invalid = 0;
        long identical = 0;
        long conflicting = 0;
        for (Line<Shown> line : world.exposures()) {
            if (line.blank()) {
                continue;
            }
            Shown shown = line.record();
            if (shown == null) {
                invalid++;
            } else if (!first.containsKey(shown.request())) {
                first.put(shown.request(), shown);
            } else if (!passes(shown)) {
                excludedRepeats++;
            } else if (shown.equals(first.get(shown.request()))) {
                identical++;
            } else {
                conflicting++;
            }
        }
        count("exposure", "invalid", invalid);
        count("exposure", "identical_duplicate", identical);
        count("exposure", "conflicting_duplicate", conflicting);
    }

    private boolean passes(Shown shown) {
        Rules rules = world.rules();
        return isOfPeriodAndUsers(shown.user(), shown.second())
                && (rules.surfaces().isEmpty()
                        || rules.surfaces().contains(shown.context().getOrDefault("surface", "")));
    }

    private boolean isOfPeriodAndUsers(String user, int second) {
        Rules rules = world.rules();
        return (rules.since() == null || second >= rules.since())
                && (rules.until() == null || second < rules.until())
                && !rules.excludedUsers().contains(user);
    }

    /** Whether a join rate counts a record: by its exposure, whatever its surface, or without one by itself. */
    private boolean isInJoinRate(String request, String user, int second) {
        Shown shown = first.get(request);
        return shown == null ? isOfPeriodAndUsers(user, second) : isOfPeriodAndUsers(shown.user(), shown.second());
    }

    private void outcomes() {
        Map<String, Long> counts = new TreeMap<>();
        for (Line<Act> line : world.outcomes()) {
            if (line.blank()) {
                continue;
            }
            Act act = line.record();
            if (act != null) {
                acts.computeIfAbsent(act.request(), id -> new ArrayList<>()).add(act);
            } else {
                counts.merge(line.lacksRequestId() ? "missing_request_id" : "invalid", 1L, Long::sum);
            }
        }
        acts.forEach((request, list) -> {
            Set<Integer> repeated = repeated(list);
            for (int i = 0; i < list.size(); i++) {
                String is = classOf(list.get(i), first.get(request), repeated.contains(i));
                classes.put(list.get(i), is);
                counts.merge(is, 1L, Long::sum);
            }
        });
        for (String name : List.of(
                "missing_request_id",
                "invalid",
                "unmatched",
                "excluded",
                "duplicate",
                "before_exposure",
                "outside_window",
                "item_not_shown",
                "attributed")) {
            count("outcome", name, counts.getOrDefault(name, 0L));
        }
        List<Act> rated = world.outcomes().stream()
                .map(Line::record)
                .filter(Objects::nonNull)
                .filter(act -> isInJoinRate(act.request(), act.user(), act.second()))
                .toList();
        long matched =
                rated.stream().filter(act -> first.containsKey(act.request())).count();
        figures.put("outcome_join_rate", ratio(matched, rated.size()));
    }

    private String classOf(Act act, @Nullable Shown shown, boolean repeated) {
        if (shown == null) {
            return isOfPeriodAndUsers(act.user(), act.second()) ? "unmatched" : "excluded";
        }
        if (!passes(shown)) {
            return "excluded";
        }
        if (repeated) {
            return "duplicate";
        }
        if (act.second() < shown.second()) {
            return "before_exposure";
        }
        Integer window = world.rules().window();
        if (window != null && act.second() - shown.second() > window) {
            return "outside_window";
        }
        return shown.items().stream().anyMatch(place -> place.item().equals(act.item()))
                ? "attributed"
                : "item_not_shown";
    }

    /** Which outcomes follow one of the same user, item and type that is none of these itself within the window. */
    private Set<Integer> repeated(List<Act> list) {
        Set<Integer> repeated = new HashSet<>();
        Integer window = world.rules().dedupe();
        if (window == null) {
            return repeated;
        }
        List<Integer> byTime = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            byTime.add(i);
        }
        byTime.sort(Comparator.comparing((Integer i) -> list.get(i).second())
                .thenComparing(i -> list.get(i).value(), Comparator.nullsLast(Comparator.naturalOrder())));
        for (int i : byTime) {
            for (int earlier : byTime) {
                if (earlier == i) {
                    break;
                }
                Act a = list.get(earlier);
                Act b = list.get(i);
                boolean same = a.user().equals(b.user()) && a.item().equals(b.item()) && a.click() == b.click();
                boolean equal = a.second() == b.second() && Objects.equals(a.value(), b.value());
                boolean near = window == 0 ? equal : b.second() - a.second() <= window;
                if (same && near && !repeated.contains(earlier)) {
                    repeated.add(i);
                }
            }
        }
        return repeated;
    }

    private void assignments() {
        Map<String, Long> counts = new TreeMap<>();
        List<Arm> arms = new ArrayList<>();
        long matched = 0;
        long unmatched = 0;
        for (Line<Arm> line : world.assignments()) {
            Arm arm = line.record();
            if (arm == null) {
                if (!line.blank()) {
                    counts.merge(line.lacksRequestId() ? "missing_request_id" : "invalid", 1L, Long::sum);
                }
                continue;
            }
            arms.add(arm);
            Shown shown = first.get(arm.request());
            boolean rated = isInJoinRate(arm.request(), arm.user(), arm.second());
            matched += rated && shown != null ? 1 : 0;
            unmatched += rated && shown == null ? 1 : 0;
        }
        Set<Arm> seen = new HashSet<>();
        arms.stream()
                .sorted(Comparator.comparing(Arm::second).thenComparing(arm -> hash(arm.user())))
                .forEach(arm -> counts.merge(classOf(arm, arms, seen), 1L, Long::sum));
        for (String name : List.of(
                "missing_request_id",
                "invalid",
                "unknown_experiment",
                "identical_duplicate",
                "several_variants_of_request",
                "conflicting_duplicate",
                "unmatched",
                "excluded",
                "several_variants_of_user",
                "joined")) {
            count("assignment", name, counts.getOrDefault(name, 0L));
        }
        figures.put("assignment_join_rate", ratio(matched, matched + unmatched));
    }

    /** Which of two conflicting assignments comes first is nobody's business but must be the same here as there. */
    private static long hash(String user) {
        byte[] text = user.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        IdHash hash = new IdHash();
        hash.hash(text, 0, text.length);
        return hash.first();
    }

    private String classOf(Arm arm, List<Arm> arms, Set<Arm> seen) {
        if (arm.variant().equals("undefined")) {
            return "unknown_experiment";
        }
        boolean sameBefore =
                seen.stream().anyMatch(other -> other.request().equals(arm.request()) && !other.equals(arm));
        if (!seen.add(arm)) {
            return "identical_duplicate";
        }
        List<Arm> known = arms.stream()
                .filter(other -> !other.variant().equals("undefined"))
                .toList();
        if (known.stream()
                .anyMatch(other -> other.request().equals(arm.request())
                        && !other.variant().equals(arm.variant()))) {
            return "several_variants_of_request";
        }
        if (sameBefore) {
            return "conflicting_duplicate";
        }
        Shown shown = first.get(arm.request());
        if (shown == null) {
            return isOfPeriodAndUsers(arm.user(), arm.second()) ? "unmatched" : "excluded";
        }
        if (!passes(shown)) {
            return "excluded";
        }
        return known.stream()
                        .anyMatch(other -> other.user().equals(arm.user())
                                && !other.variant().equals(arm.variant()))
                ? "several_variants_of_user"
                : "joined";
    }

    private void requests() {
        List<Shown> evaluated = first.values().stream().filter(this::passes).toList();
        long joined = evaluated.stream()
                .filter(shown -> acts.containsKey(shown.request()))
                .count();
        count("exposure", "excluded", first.size() - evaluated.size() + excludedRepeats);
        count("exposure", "joined", joined);
        count("exposure", "without_outcome", evaluated.size() - joined);
        kpis("", evaluated);
        figures.put("cases_evaluated", (long) evaluated.size());
        Map<String, List<Shown>> slices = new TreeMap<>();
        for (Shown shown : evaluated) {
            String surface = shown.context().getOrDefault("surface", "(missing)");
            slices.computeIfAbsent("surface=" + surface + " ", name -> new ArrayList<>())
                    .add(shown);
        }
        slices.forEach(this::kpis);
        ranks(evaluated);
    }

    private void kpis(String slice, List<Shown> exposures) {
        long n = exposures.size();
        long joined = 0;
        long clicks = 0;
        long clicked = 0;
        long conversions = 0;
        double revenue = 0;
        long empty = 0;
        long errors = 0;
        for (Shown shown : exposures) {
            long before = clicks;
            for (Act act : counted(shown)) {
                clicks += act.click() ? 1 : 0;
                conversions += act.click() ? 0 : 1;
                revenue += act.click() || act.value() == null ? 0 : act.value();
            }
            joined += acts.containsKey(shown.request()) ? 1 : 0;
            clicked += clicks > before ? 1 : 0;
            empty += shown.items().isEmpty() ? 1 : 0;
            errors += Boolean.TRUE.equals(shown.error()) ? 1 : 0;
        }
        figures.put(slice + "exposure_join_rate", ratio(joined, n));
        figures.put(slice + "ctr", ratio(clicks, n));
        figures.put(slice + "click_rate", ratio(clicked, n));
        figures.put(slice + "conversion_rate", ratio(conversions, n));
        figures.put(slice + "revenue_per_exposure", ratio(revenue, n));
        figures.put(slice + "empty_rate", ratio(empty, n));
        figures.put(slice + "error_rate", ratio(errors, n));
    }

    private void ranks(List<Shown> exposures) {
        for (Shown shown : exposures) {
            for (Act act : counted(shown)) {
                shown.items().stream()
                        .filter(place -> act.click() && place.item().equals(act.item()))
                        .mapToInt(Shown.Place::rank)
                        .min()
                        .ifPresent(rank -> figures.merge(
                                "clicks at rank " + (rank > 100 ? ">100" : rank), 1L, (a, b) -> (long) a + (long) b));
            }
        }
    }

    private List<Act> counted(Shown shown) {
        return acts.getOrDefault(shown.request(), List.of()).stream()
                .filter(this::counts)
                .toList();
    }

    private boolean counts(Act act) {
        String is = Objects.requireNonNull(classes.get(act));
        return is.equals("attributed") || is.equals("item_not_shown") || is.equals("before_exposure");
    }

    private void count(String what, String name, long count) {
        figures.put(what + " " + name, count);
    }

    private static Object ratio(double numerator, long denominator) {
        return denominator == 0 ? "none" : numerator / denominator;
    }
}
