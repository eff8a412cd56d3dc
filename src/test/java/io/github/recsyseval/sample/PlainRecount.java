package io.github.recsyseval.sample;

import io.github.recsyseval.sample.PlainLog.Line;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Counts a sample again from its files, in the plainest way. Every rule is about what stands in the lines; where a fault leaves no trace of
 * its own (a second id, a value in hundredths), the files of the same world without that fault say what should stand there.
 */
final class PlainRecount {
    private static final Set<String> PLACEHOLDERS =
            Set.of("", "undefined", "null", "00000000-0000-0000-0000-000000000000");

    private final PlainLog exposures;
    private final PlainLog outcomes;
    private final PlainLog assignments;
    private final PlainRecount honest;
    private final Map<String, Line> kept = new LinkedHashMap<>();
    private final Map<String, List<Line>> keptByUser = new HashMap<>();
    private final List<Line> surplus = new ArrayList<>();
    private final Map<Line, String> classes = new LinkedHashMap<>();

    private PlainRecount(Path folder, PlainRecount honest) throws IOException {
        exposures = PlainLog.read(folder.resolve("exposures.jsonl"), "exposure.v1");
        outcomes = PlainLog.read(folder.resolve("outcomes.jsonl"), "outcome.v1");
        assignments = PlainLog.read(folder.resolve("assignments.jsonl"), "assignment.v1");
        this.honest = honest == null ? this : honest;
        for (Line line : exposures.lines) {
            if (line.valid()) {
                if (kept.putIfAbsent(line.text("request_id"), line) != null) {
                    surplus.add(line);
                }
            }
        }
        kept.values()
                .forEach(line -> keptByUser
                        .computeIfAbsent(line.text("user_id"), user -> new ArrayList<>())
                        .add(line));
        for (Line line : outcomes.lines) {
            classes.put(line, classOf(line));
        }
    }

    /** A sample that is its own honest world. */
    static PlainRecount clean(Path folder) throws IOException {
        return new PlainRecount(folder, null);
    }

    static PlainRecount of(Path folder, PlainRecount honest) throws IOException {
        return new PlainRecount(folder, honest);
    }

    private String classOf(Line line) {
        if (line.node().isPresent() && line.text("request_id").isEmpty()) {
            return "missing_request_id";
        }
        if (!line.valid()) {
            return "invalid";
        }
        Line exposure = kept.get(line.text("request_id"));
        if (exposure == null) {
            return "unmatched";
        }
        if (ms(line) < ms(exposure)) {
            return "before_exposure";
        }
        return items(exposure).contains(line.text("item_id")) ? "attributed" : "item_not_shown";
    }

    // ---- totals, in the words of truth.json

    Map<String, Long> exposureTotals() {
        Map<String, Long> totals = new TreeMap<>();
        totals.put("lines", (long) exposures.lines.size());
        totals.put("blank_lines", exposures.blank);
        totals.put(
                "invalid_lines",
                exposures.lines.stream().filter(line -> !line.valid()).count());
        totals.put("valid", exposures.lines.stream().filter(Line::valid).count());
        totals.put("distinct", (long) kept.size());
        totals.put(
                "duplicates_identical", surplus.stream().filter(this::identical).count());
        totals.put(
                "duplicates_conflicting",
                surplus.stream().filter(line -> !identical(line)).count());
        totals.put(
                "completeness_missing",
                exposures.lines.stream()
                        .filter(line -> line.node().isPresent())
                        .filter(line -> line.text("request_id").isEmpty()
                                || line.json().path("items").isEmpty())
                        .count());
        totals.put(
                "empty_lists",
                kept.values().stream().filter(line -> items(line).isEmpty()).count());
        totals.put("errors", kept.values().stream().filter(PlainRecount::error).count());
        totals.put(
                "empty_without_error",
                kept.values().stream()
                        .filter(line -> items(line).isEmpty() && !error(line))
                        .count());
        totals.put(
                "with_outcome",
                joined().stream()
                        .map(line -> line.text("request_id"))
                        .distinct()
                        .count());
        return totals;
    }

    Map<String, Long> outcomeTotals() {
        Map<String, Long> totals = new TreeMap<>();
        totals.put("lines", (long) outcomes.lines.size());
        totals.put("blank_lines", outcomes.blank);
        totals.put(
                "invalid_lines",
                outcomes.lines.stream().filter(line -> !line.valid()).count());
        totals.put("valid", (long) validOutcomes().size());
        totals.put("joined", (long) joined().size());
        totals.put(
                "completeness_missing",
                outcomes.lines.stream()
                        .filter(line -> line.node().isPresent())
                        .filter(line -> line.text("request_id").isEmpty()
                                || line.text("item_id").isEmpty())
                        .count());
        totals.put("repeated", (long) repeated().size());
        return totals;
    }

    Map<String, Long> outcomeClasses() {
        Map<String, Long> counts = new TreeMap<>();
        for (String name : List.of(
                "missing_request_id", "invalid", "unmatched", "before_exposure", "item_not_shown", "attributed")) {
            counts.put(name, classes.values().stream().filter(name::equals).count());
        }
        return counts;
    }

    Map<String, Long> assignmentTotals() {
        Map<String, Long> totals = new TreeMap<>();
        totals.put("lines", (long) assignments.lines.size());
        totals.put("blank_lines", assignments.blank);
        totals.put(
                "invalid_lines",
                assignments.lines.stream().filter(line -> !line.valid()).count());
        totals.put("valid", assignments.lines.stream().filter(Line::valid).count());
        totals.put(
                "joined",
                assignments.lines.stream()
                        .filter(line -> line.valid() && kept.containsKey(line.text("request_id")))
                        .count());
        return totals;
    }

    Map<String, BigDecimal> kpis() {
        Map<String, BigDecimal> kpis = new TreeMap<>();
        BigDecimal revenue = BigDecimal.ZERO;
        Set<String> clicked = new HashSet<>();
        long clicks = 0;
        long conversions = 0;
        for (Line line : joined()) {
            if (line.text("event_type").equals("click")) {
                clicks++;
                clicked.add(line.text("request_id"));
            } else {
                conversions++;
                revenue = revenue.add(line.json().path("value").decimalValue(BigDecimal.ZERO));
            }
        }
        kpis.put("clicks", BigDecimal.valueOf(clicks));
        kpis.put("exposures_with_click", BigDecimal.valueOf(clicked.size()));
        kpis.put("conversions", BigDecimal.valueOf(conversions));
        kpis.put("revenue", revenue);
        return kpis;
    }

    /** Why outcomes are unmatched; lost exposures are one cause here, for files alone do not tell who lost them. */
    Map<String, Long> unmatchedBecause() {
        Map<String, Long> causes = new TreeMap<>();
        for (Line line : unmatched()) {
            String id = line.text("request_id");
            String cause;
            if (PLACEHOLDERS.contains(id)) {
                cause = "out-no-rid";
            } else if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                cause = id.startsWith("req_") ? "id-format" : id.startsWith("urn:") ? "id-urn" : "id-dashes";
            } else if (!mentioned(id) && !honest.kept.containsKey(id)) {
                cause = "id-twice";
            } else if (!mentioned(id)) {
                cause = "lost";
            } else {
                cause = "exposure_line_invalid";
            }
            causes.merge(cause, 1L, Long::sum);
        }
        return causes;
    }

    // ---- the divisors, in the words of truth.json

    long base(String label) {
        return switch (label) {
            case "valid outcomes" -> validOutcomes().size();
            case "outcome lines that are JSON" ->
                outcomes.lines.stream().filter(line -> line.node().isPresent()).count();
            case "valid outcomes whose request_id matches an exposure" -> joined().size();
            case "valid clicks whose request_id matches an exposure" ->
                joined().stream().filter(PlainRecount::click).count();
            case "valid conversions" -> conversions().size();
            case "valid exposure lines" ->
                exposures.lines.stream().filter(Line::valid).count();
            case "distinct exposures" -> kept.size();
            case "distinct exposures with items" -> lists().size();
            case "lines of the three files, blank ones aside" -> allLines().size();
            case "files" -> 3;
            default -> throw new IllegalArgumentException(label);
        };
    }

    // ---- the faults

    /**
     * How often each fault shows itself. The three ways to lose exposures are {@code lost} together, the two ways to log hundredths
     * {@code hundredfold}: the files do not tell them apart.
     */
    Map<String, Long> faults() {
        Map<String, Long> counts = new TreeMap<>();
        counts.put(
                "bots",
                joined().stream().filter(line -> click(line) && hammered(line)).count());
        counts.put(
                "empty-by-error",
                count(line -> items(line).isEmpty() && !error(line) && latency(line) >= 500 && latency(line) < 503));
        counts.put(
                "rid-reused",
                surplus.stream().filter(line -> !sameItems(line, kept(line))).count());
        counts.put(
                "identical-duplicates", surplus.stream().filter(this::identical).count());
        counts.put(
                "conflicting-duplicates",
                surplus.stream()
                        .filter(line -> !identical(line) && sameItems(line, kept(line)))
                        .count());
        counts.put("uid-is-rid", count(line -> line.text("user_id").equals(line.text("request_id"))));
        counts.put("not-rendered", count(this::superseded));
        counts.put("rid-per-list", count(this::twin));
        counts.put(
                "ranks",
                lists().stream()
                        .filter(line -> !ranks(line).equals(upTo(ranks(line).size())))
                        .count());
        counts.put(
                "dup-item",
                lists().stream()
                        .filter(line ->
                                new HashSet<>(items(line)).size() < items(line).size())
                        .count());
        counts.put("propensity", lists().stream().filter(this::brokenPropensity).count());
        counts.put("latency-mixed", count(line -> latency(line) < 1));
        counts.put("latency-client", count(this::slowerThanHonest));
        counts.put("slice-missing", count(line -> !line.json().path("context").has("surface")));
        counts.put("slice-alias", count(line -> line.json().path("context").has("tenant")));
        counts.put("pii", count(line -> !personalData(line).isEmpty()));
        counts.put("lost", unmatched().stream().filter(line -> lost(line)).count());
        counts.put("item-not-shown", joined().stream().filter(this::stale).count());
        counts.put(
                "item-namespace",
                joined().stream()
                        .filter(line -> !line.text("item_id").startsWith("sku-"))
                        .count());
        counts.put("id-twice", unmatched().stream().filter(this::secondId).count());
        counts.put("id-format", normalised("req_.*"));
        counts.put("id-urn", normalised("urn:uuid:.*"));
        counts.put("id-dashes", normalised("[0-9a-f]{32}"));
        counts.put(
                "out-no-rid",
                outcomes.lines.stream().filter(PlainRecount::withoutId).count());
        counts.put(
                "user-mismatch",
                joined().stream()
                        .filter(line -> line.text("user_id").matches("[0-9a-f]{64}") && !sameUser(line))
                        .count());
        counts.put("clock", early(7_200_000L, 7_200_000L));
        counts.put("clock-skew", early(60_000L, 600_000L));
        counts.put(
                "value-missing",
                conversions().stream()
                        .filter(line -> line.json().path("value").asDouble(0) == 0)
                        .count());
        counts.put(
                "value-constant",
                conversions().stream()
                        .filter(line -> line.json().path("value").toString().equals("1"))
                        .count());
        counts.put(
                "hundredfold", conversions().stream().filter(this::hundredfold).count());
        counts.put("dup-outcome", (long) repeated().size());
        counts.put(
                "bad-json", lines(line -> line.text().isPresent() && line.node().isEmpty() && !line.unfinished()));
        counts.put("not-utf8", lines(line -> line.text().isEmpty()));
        counts.put("missing-field", lines(line -> line.node().isPresent() && lacksField(line.json())));
        counts.put(
                "extra-field",
                lines(line -> line.node().isPresent() && line.json().has("debug")));
        counts.put(
                "bad-timestamp",
                lines(line -> line.node().isPresent() && line.text("ts").contains(" ")));
        counts.put(
                "rank-zero",
                lines(line -> line.node().isPresent()
                        && line.json().path("items").path(0).path("rank").asInt(1) == 0));
        counts.put("crlf", files().stream().mapToLong(file -> file.crlf).sum());
        counts.put("bom", files().stream().filter(file -> file.bom).count());
        counts.put("blank-lines", files().stream().mapToLong(file -> file.blank).sum());
        counts.put("cut-last-line", files().stream().filter(file -> file.cut).count());
        return counts;
    }

    /** The forms of the faults that have several. */
    Map<String, Map<String, Long>> forms() {
        Map<String, Map<String, Long>> forms = new TreeMap<>();
        Map<String, Long> ids = new TreeMap<>();
        for (Line line : outcomes.lines) {
            if (withoutId(line)) {
                ids.merge(idForm(line), 1L, Long::sum);
            }
        }
        forms.put("out-no-rid", ids);
        Map<String, Long> personal = new TreeMap<>();
        kept.values().stream()
                .map(PlainRecount::personalData)
                .filter(kind -> !kind.isEmpty())
                .forEach(kind -> personal.merge(kind, 1L, Long::sum));
        forms.put("pii", personal);
        Map<String, Long> ranks = new TreeMap<>();
        for (Line line : lists()) {
            List<Integer> found = ranks(line);
            if (!found.equals(upTo(found.size()))) {
                ranks.merge(found.get(0) == 11 ? "offset" : found.get(1) == 1 ? "all-one" : "gap", 1L, Long::sum);
            }
        }
        forms.put("ranks", ranks);
        return forms;
    }

    private static String idForm(Line line) {
        String id = line.text("request_id");
        if (!line.json().has("request_id")) {
            return "absent";
        }
        return id.isEmpty() ? "empty" : id.startsWith("0") ? "zero-uuid" : id;
    }

    /** The lists that the request ids name, for whoever compares two samples. */
    Map<String, String> exposureText() {
        Map<String, String> text = new TreeMap<>();
        kept.forEach((id, line) -> text.put(id, line.json().toString()));
        return text;
    }

    // ---- rules

    private boolean identical(Line line) {
        return line.json().equals(kept(line).json());
    }

    private boolean sameItems(Line one, Line other) {
        return new HashSet<>(items(one)).equals(new HashSet<>(items(other)));
    }

    /** Of a request whose user, in the honest world, clicks more than four times per list: no person does that. */
    private boolean hammered(Line click) {
        Line served = honest.kept.get(click.text("request_id"));
        if (served == null) {
            return false;
        }
        String user = served.text("user_id");
        long clicks = honest.outcomes.lines.stream()
                .filter(line -> line.text("user_id").equals(user) && click(line))
                .count();
        return clicks > 4L * honest.keptOfUser(served).size();
    }

    /** Another list of the same user takes its place within two seconds. */
    private boolean superseded(Line line) {
        return keptOfUser(line).stream()
                .anyMatch(next -> ms(next) > ms(line) && ms(next) - ms(line) < 2_000 && !sameItems(next, line));
    }

    /** The same list of the same user less than a second before, under another id. */
    private boolean twin(Line line) {
        return keptOfUser(line).stream()
                .anyMatch(first -> ms(line) > ms(first) && ms(line) - ms(first) < 1_000 && sameItems(first, line));
    }

    private boolean slowerThanHonest(Line line) {
        Line served = honest.kept.get(line.text("request_id"));
        return served != null && !items(line).isEmpty() && latency(line) - latency(served) >= 399.99;
    }

    private boolean brokenPropensity(Line line) {
        for (JsonNode item : line.json().path("items")) {
            double logging = item.path("logging_propensity").asDouble(-1);
            boolean logged = item.has("target_propensity");
            if (logged && (logging <= 0 || logging > 1)) {
                return true;
            }
        }
        return false;
    }

    private static String personalData(Line line) {
        String query = line.json().path("context").path("query").asString("");
        if (query.contains("@")) {
            return "email";
        }
        if (query.startsWith("+")) {
            return "phone";
        }
        if (query.startsWith("192.0.2.")) {
            return "ip";
        }
        return query.matches("\\d{16}") && luhn(query) ? "card" : "";
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }

    /** Its request was served in the honest world, and no exposure line, sound or damaged, mentions it. */
    private boolean lost(Line line) {
        return honest.kept.containsKey(line.text("request_id")) && !mentioned(line.text("request_id"));
    }

    /**
     * Its id names a list without the item, which is neither the list that the event belongs to, nor did that list show the item in the
     * honest world. Under which id the list of the event went out, the assignment tells, three milliseconds before it.
     */
    private boolean stale(Line line) {
        String id = line.text("request_id");
        String item = line.text("item_id");
        if (!item.startsWith("sku-") || items(kept(line)).contains(item)) {
            return false;
        }
        Line named = honest.kept.get(id);
        Line reactedTo = honest.kept.get(trueEvent(line).orElseThrow().text("request_id"));
        // the time of day only: the date may stand there in another form
        String assignedAt =
                Instant.ofEpochMilli(ms(reactedTo) - 3).toString().substring(11).replace("Z", "");
        boolean own =
                assignments.lines.stream().anyMatch(assignment -> has(assignment, id) && has(assignment, assignedAt));
        return !own && (named == null || !items(named).contains(item));
    }

    /** A UUID that no list ever had, though the list that the user reacted to is there. */
    private boolean secondId(Line line) {
        String id = line.text("request_id");
        if (!id.contains("-")
                || id.contains("_")
                || id.contains(":")
                || PLACEHOLDERS.contains(id)
                || honest.kept.containsKey(id)) {
            return false;
        }
        Optional<Line> served = trueEvent(line).map(event -> honest.kept.get(event.text("request_id")));
        return served.isPresent()
                && exposures.lines.stream().anyMatch(list -> list.valid() && ms(list) == ms(served.get()));
    }

    /** The event as the honest world has it: same item, same kind, same moment up to a repeat or two hours. */
    private Optional<Line> trueEvent(Line line) {
        for (long early : new long[] {0, 7_200_000}) {
            for (Line event : honest.outcomes.lines) {
                long apart = ms(line) + early - ms(event);
                if (apart >= 0
                        && apart < 1_000
                        && event.text("item_id").equals(line.text("item_id"))
                        && event.text("event_type").equals(line.text("event_type"))) {
                    return Optional.of(event);
                }
            }
        }
        return Optional.empty();
    }

    private long normalised(String form) {
        Set<String> plain = new HashSet<>();
        kept.keySet().forEach(id -> plain.add(id.replace("-", "")));
        Pattern pattern = Pattern.compile(form);
        return unmatched().stream()
                .map(line -> line.text("request_id"))
                .filter(id -> pattern.matcher(id).matches())
                .filter(id -> plain.contains(id.toLowerCase(Locale.ROOT).replaceAll("req_|urn:uuid:|-", "")))
                .count();
    }

    private static boolean withoutId(Line line) {
        return line.node().isPresent() && PLACEHOLDERS.contains(line.text("request_id"));
    }

    private boolean sameUser(Line outcome) {
        return kept(outcome).text("user_id").equals(outcome.text("user_id"));
    }

    /** Joined outcomes before their exposure that state a time so much before the honest one. */
    private long early(long least, long most) {
        long count = 0;
        for (Line line : joined()) {
            if (ms(line) < ms(kept(line)) - 1_500) {
                boolean fits = honest.outcomes.lines.stream()
                        .anyMatch(event -> event.text("item_id").equals(line.text("item_id"))
                                && event.text("event_type").equals(line.text("event_type"))
                                && ms(event) - ms(line) >= least - 1_000
                                && ms(event) - ms(line) <= most);
                count += fits ? 1 : 0;
            }
        }
        return count;
    }

    private boolean hundredfold(Line line) {
        BigDecimal value = line.json().path("value").decimalValue(BigDecimal.ZERO);
        return trueEvent(line)
                .map(event -> event.json().path("value").decimalValue().movePointRight(2))
                .filter(hundredfold -> hundredfold.compareTo(value) == 0)
                .isPresent();
    }

    private static boolean lacksField(JsonNode line) {
        if (line.has("event_type") || line.has("item_id")) {
            return !line.has("event_type") || !line.has("item_id");
        }
        return line.has("experiment_id") ? !line.has("variant") : !line.has("user_id") || !line.has("items");
    }

    // ---- plain access

    private List<Line> validOutcomes() {
        return outcomes.lines.stream().filter(Line::valid).toList();
    }

    private List<Line> conversions() {
        return validOutcomes().stream().filter(line -> !click(line)).toList();
    }

    private List<Line> joined() {
        return validOutcomes().stream()
                .filter(line -> kept.containsKey(line.text("request_id")))
                .toList();
    }

    private List<Line> unmatched() {
        return classes.entrySet().stream()
                .filter(entry -> entry.getValue().equals("unmatched"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Line> repeated() {
        Map<String, Integer> seen = new HashMap<>();
        return joined().stream()
                .filter(line -> seen.merge(
                                line.text("request_id") + line.text("item_id") + line.text("event_type"),
                                1,
                                Integer::sum)
                        > 1)
                .toList();
    }

    private List<Line> lists() {
        return kept.values().stream().filter(line -> !items(line).isEmpty()).toList();
    }

    private List<PlainLog> files() {
        return List.of(exposures, outcomes, assignments);
    }

    private List<Line> allLines() {
        return files().stream().flatMap(file -> file.lines.stream()).toList();
    }

    private long count(Predicate<Line> rule) {
        return kept.values().stream().filter(rule).count();
    }

    private long lines(Predicate<Line> rule) {
        return allLines().stream().filter(rule).count();
    }

    private List<Line> keptOfUser(Line line) {
        return keptByUser.getOrDefault(line.text("user_id"), List.of());
    }

    private Line kept(Line line) {
        return kept.get(line.text("request_id"));
    }

    private boolean mentioned(String id) {
        return exposures.lines.stream().anyMatch(line -> has(line, id));
    }

    private static boolean has(Line line, String text) {
        return line.bytes().contains(text);
    }

    private static boolean click(Line line) {
        return line.text("event_type").equals("click");
    }

    private static boolean error(Line line) {
        return line.json().path("error").asBoolean(false);
    }

    private static double latency(Line line) {
        return line.json().path("latency_ms").asDouble();
    }

    private static long ms(Line line) {
        return line.ms().orElseThrow();
    }

    private static List<String> items(Line line) {
        List<String> items = new ArrayList<>();
        line.json().path("items").forEach(item -> items.add(item.path("item_id").asString()));
        return items;
    }

    private static List<Integer> ranks(Line line) {
        List<Integer> ranks = new ArrayList<>();
        line.json().path("items").forEach(item -> ranks.add(item.path("rank").asInt()));
        return ranks;
    }

    private static List<Integer> upTo(int size) {
        Integer[] ranks = new Integer[size];
        for (int i = 0; i < size; i++) {
            ranks[i] = i + 1;
        }
        return Arrays.asList(ranks);
    }
}
