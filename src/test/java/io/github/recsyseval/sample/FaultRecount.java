package io.github.recsyseval.sample;

import static io.github.recsyseval.sample.PlainJoin.click;
import static io.github.recsyseval.sample.PlainJoin.error;
import static io.github.recsyseval.sample.PlainJoin.has;
import static io.github.recsyseval.sample.PlainJoin.items;
import static io.github.recsyseval.sample.PlainJoin.latency;
import static io.github.recsyseval.sample.PlainJoin.ms;
import static io.github.recsyseval.sample.PlainJoin.ranks;
import static io.github.recsyseval.sample.PlainJoin.sameItems;
import static io.github.recsyseval.sample.PlainJoin.upTo;

import io.github.recsyseval.sample.PlainLog.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Counts the planted faults again. Every rule is about what stands in the lines; where a fault leaves no trace of its own (a second id, a
 * value in hundredths), the files of the same world without that fault say what should stand there.
 */
final class FaultRecount {
    private static final Set<String> PLACEHOLDERS =
            Set.of("", "undefined", "null", "00000000-0000-0000-0000-000000000000");

    private final PlainJoin here;
    private final PlainJoin honest;

    FaultRecount(PlainJoin here, PlainJoin honest) {
        this.here = here;
        this.honest = honest;
    }

    /**
     * How often each fault shows itself. The three ways to lose exposures are {@code lost} together, the two ways to log hundredths
     * {@code hundredfold}: the files do not tell them apart.
     */
    Map<String, Long> faults() {
        Map<String, Long> counts = new TreeMap<>();
        counts.put(
                "bots",
                here.joined().stream()
                        .filter(line -> click(line) && hammered(line))
                        .count());
        counts.put(
                "empty-by-error",
                here.count(
                        line -> items(line).isEmpty() && !error(line) && latency(line) >= 500 && latency(line) < 503));
        counts.put(
                "rid-reused",
                here.surplus.stream()
                        .filter(line -> !sameItems(line, here.kept(line)))
                        .count());
        counts.put(
                "identical-duplicates",
                here.surplus.stream().filter(here::identical).count());
        counts.put(
                "conflicting-duplicates",
                here.surplus.stream()
                        .filter(line -> !here.identical(line) && sameItems(line, here.kept(line)))
                        .count());
        counts.put("uid-is-rid", here.count(line -> line.text("user_id").equals(line.text("request_id"))));
        counts.put("not-rendered", here.count(this::superseded));
        counts.put("rid-per-list", here.count(this::twin));
        counts.put(
                "ranks",
                here.lists().stream()
                        .filter(line -> !ranks(line).equals(upTo(ranks(line).size())))
                        .count());
        counts.put(
                "dup-item",
                here.lists().stream()
                        .filter(line ->
                                new HashSet<>(items(line)).size() < items(line).size())
                        .count());
        counts.put(
                "propensity",
                here.lists().stream().filter(this::brokenPropensity).count());
        counts.put("latency-mixed", here.count(line -> latency(line) < 1));
        counts.put("latency-client", here.count(this::slowerThanHonest));
        counts.put(
                "slice-missing", here.count(line -> !line.json().path("context").has("surface")));
        counts.put("slice-alias", here.count(line -> line.json().path("context").has("tenant")));
        counts.put(
                "slice-id",
                here.count(line ->
                        line.json().path("context").path("surface").asString("").contains("/")));
        counts.put("prefetch", here.count(FaultRecount::prefetched));
        counts.put("clock-reset", here.count(line -> line.text("ts").startsWith("1970-")));
        counts.put("pii", here.count(line -> !personalData(line).isEmpty()));
        counts.put("lost", here.unmatched().stream().filter(line -> lost(line)).count());
        counts.put("item-not-shown", here.joined().stream().filter(this::stale).count());
        counts.put(
                "item-namespace",
                here.joined().stream()
                        .filter(line -> !line.text("item_id").startsWith("sku-"))
                        .count());
        counts.put("id-twice", here.unmatched().stream().filter(this::secondId).count());
        counts.put("id-format", normalised("req_.*"));
        counts.put("id-urn", normalised("urn:uuid:.*"));
        counts.put("id-dashes", normalised("[0-9a-f]{32}"));
        counts.put(
                "out-no-rid",
                here.outcomes.lines.stream().filter(FaultRecount::withoutId).count());
        counts.put(
                "user-mismatch",
                here.joined().stream()
                        .filter(line -> line.text("user_id").matches("[0-9a-f]{64}") && !sameUser(line))
                        .count());
        counts.put("clock", early(7_200_000L, 7_200_000L));
        counts.put("clock-skew", early(60_000L, 600_000L));
        counts.put(
                "value-missing",
                here.conversions().stream()
                        .filter(line -> line.json().path("value").asDouble(0) == 0)
                        .count());
        counts.put(
                "value-constant",
                here.conversions().stream()
                        .filter(line -> line.json().path("value").toString().equals("1"))
                        .count());
        counts.put(
                "hundredfold",
                here.conversions().stream().filter(this::hundredfold).count());
        counts.put("dup-outcome", (long) here.repeated().size());
        counts.put(
                "bad-json",
                here.lines(line -> line.text().isPresent() && line.node().isEmpty() && !line.unfinished()));
        counts.put("not-utf8", here.lines(line -> line.text().isEmpty()));
        counts.put("missing-field", here.lines(line -> line.node().isPresent() && lacksField(line.json())));
        counts.put(
                "extra-field",
                here.lines(line -> line.node().isPresent() && line.json().has("debug")));
        counts.put(
                "bad-timestamp",
                here.lines(line -> line.node().isPresent() && line.text("ts").contains(" ")));
        counts.put(
                "rank-zero",
                here.lines(line -> line.node().isPresent()
                        && line.json().path("items").path(0).path("rank").asInt(1) == 0));
        counts.put("crlf", here.files().stream().mapToLong(file -> file.crlf).sum());
        counts.put("bom", here.files().stream().filter(file -> file.bom).count());
        counts.put(
                "blank-lines",
                here.files().stream().mapToLong(file -> file.blank).sum());
        counts.put(
                "cut-last-line", here.files().stream().filter(file -> file.cut).count());
        return counts;
    }

    /** The forms of the faults that have several. */
    Map<String, Map<String, Long>> forms() {
        Map<String, Map<String, Long>> forms = new TreeMap<>();
        Map<String, Long> ids = new TreeMap<>();
        for (Line line : here.outcomes.lines) {
            if (withoutId(line)) {
                ids.merge(idForm(line), 1L, Long::sum);
            }
        }
        forms.put("out-no-rid", ids);
        Map<String, Long> personal = new TreeMap<>();
        here.kept.values().stream()
                .map(FaultRecount::personalData)
                .filter(kind -> !kind.isEmpty())
                .forEach(kind -> personal.merge(kind, 1L, Long::sum));
        forms.put("pii", personal);
        Map<String, Long> ranks = new TreeMap<>();
        for (Line line : here.lists()) {
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

    /** Why outcomes are unmatched; lost exposures are one cause here, for files alone do not tell who lost them. */
    Map<String, Long> unmatchedBecause() {
        Map<String, Long> causes = new TreeMap<>();
        for (Line line : here.unmatched()) {
            String id = line.text("request_id");
            String cause;
            if (PLACEHOLDERS.contains(id)) {
                cause = "out-no-rid";
            } else if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                cause = id.startsWith("req_") ? "id-format" : id.startsWith("urn:") ? "id-urn" : "id-dashes";
            } else if (!here.mentioned(id) && !honest.kept.containsKey(id)) {
                cause = "id-twice";
            } else if (!here.mentioned(id)) {
                cause = "lost";
            } else {
                cause = "exposure_line_invalid";
            }
            causes.merge(cause, 1L, Long::sum);
        }
        return causes;
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

    private static boolean prefetched(Line line) {
        return line.json().path("context").path("surface").asString("").startsWith("prefetch");
    }

    /** Another list of the same user takes its place within two seconds. */
    private boolean superseded(Line line) {
        return here.keptOfUser(line).stream()
                .anyMatch(next -> ms(next) > ms(line)
                        && ms(next) - ms(line) < 2_000
                        && !sameItems(next, line)
                        && !prefetched(next)
                        && !prefetched(line));
    }

    /** The same list of the same user less than a second before, under another id. */
    private boolean twin(Line line) {
        return here.keptOfUser(line).stream()
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
        return honest.kept.containsKey(line.text("request_id")) && !here.mentioned(line.text("request_id"));
    }

    /**
     * Its id names a list without the item, which is neither the list that the event belongs to, nor did that list show the item in the
     * honest world. Under which id the list of the event went out, the assignment tells, three milliseconds before it.
     */
    private boolean stale(Line line) {
        String id = line.text("request_id");
        String item = line.text("item_id");
        if (!item.startsWith("sku-") || items(here.kept(line)).contains(item)) {
            return false;
        }
        Line named = honest.kept.get(id);
        Line reactedTo = honest.kept.get(trueEvent(line).orElseThrow().text("request_id"));
        // the time of day only: the date may stand there in another form
        String assignedAt =
                Instant.ofEpochMilli(ms(reactedTo) - 3).toString().substring(11).replace("Z", "");
        boolean own = here.assignments.lines.stream()
                .anyMatch(assignment -> has(assignment, id) && has(assignment, assignedAt));
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
                && here.exposures.lines.stream().anyMatch(list -> list.valid() && ms(list) == ms(served.get()));
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
        here.kept.keySet().forEach(id -> plain.add(id.replace("-", "")));
        Pattern pattern = Pattern.compile(form);
        return here.unmatched().stream()
                .map(line -> line.text("request_id"))
                .filter(id -> pattern.matcher(id).matches())
                .filter(id -> plain.contains(id.toLowerCase(Locale.ROOT).replaceAll("req_|urn:uuid:|-", "")))
                .count();
    }

    private static boolean withoutId(Line line) {
        return line.node().isPresent() && PLACEHOLDERS.contains(line.text("request_id"));
    }

    private boolean sameUser(Line outcome) {
        return here.kept(outcome).text("user_id").equals(outcome.text("user_id"));
    }

    /** Joined outcomes before their exposure that state a time so much before the honest one. */
    private long early(long least, long most) {
        long count = 0;
        for (Line line : here.joined()) {
            if (ms(line) < ms(here.kept(line)) - 1_500) {
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
}
