package io.github.recsyseval.trace;

import io.github.recsyseval.text.PrintableText;
import io.github.recsyseval.text.WordWrap;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A trace for people: a paragraph for each request, a few lines of at most {@value WordWrap#TERMINAL} columns for each record. What
 * comes from data is escaped for the terminal; ids and paths are never cut.
 */
public final class TraceText {
    private static final int LONGEST = 2_000;
    private static final String INDENT = "      ";
    private static final String FURTHER = INDENT + "  ";
    private static final int ROOM = WordWrap.TERMINAL - FURTHER.length();

    private final Writer out;

    private TraceText(Writer out) {
        this.out = out;
    }

    /** Writes it event by event, ending in a newline; nothing when nothing was found. */
    public static void write(TraceReport report, OutputStream to) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        new TraceText(out).report(report);
        out.flush();
    }

    private void report(TraceReport report) throws IOException {
        for (TracedRequest request : report.requests()) {
            request(request);
        }
        for (String note : report.notes()) {
            paragraph("", "", words(note + "."));
        }
        if (!report.requests().isEmpty()) {
            paragraph(
                    "",
                    "",
                    words("Attribution window: " + report.attributionWindow() + ". Outcome deduplication: "
                            + report.outcomeDedupe() + ". Times are UTC."));
        }
    }

    private void request(TracedRequest request) throws IOException {
        line(request.requestId() == null ? "Records without request_id" : "Request " + shown(request.requestId()));
        line("");
        for (TraceEvent event : request.events()) {
            event(event);
        }
        more(request.eventsNotShown(), "records");
        if (!request.nearMisses().isEmpty()) {
            line("  Near misses: same user and item within 30 minutes, another request_id");
            line("");
            for (TraceEvent event : request.nearMisses()) {
                event(event);
            }
            more(request.nearMissesNotShown(), "near misses");
        }
    }

    private void more(long count, String what) throws IOException {
        if (count > 0) {
            line("  ... and " + count + " more " + what);
            line("");
        }
    }

    private void event(TraceEvent event) throws IOException {
        String time = event.time() == null ? "(no readable time)" : event.time();
        String place = shown(event.file()) + ":" + event.line();
        paragraph("  ", INDENT, List.of(time + " ", event.kind() + " ", place));
        detail(words(event.class_() + ": " + shown(event.reason())));
        JsonNode record = event.record().tree();
        if (record.isObject()) {
            details(event, record);
        } else {
            detail(words(shown(record.asString())));
        }
        line("");
    }

    private void details(TraceEvent event, JsonNode record) throws IOException {
        if (event.kind().equals("outcome")) {
            detail(words(outcome(event, record)));
        }
        List<String> rest = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : record.properties()) {
            boolean toldAbove = switch (field.getKey()) {
                case "ts", "items" -> true;
                case "request_id" -> !event.class_().equals("near_miss");
                case "event_type", "item_id" -> event.kind().equals("outcome");
                default -> false;
            };
            if (!toldAbove) {
                rest.addAll(field(field));
            }
        }
        if (!rest.isEmpty()) {
            detail(separated(rest));
        }
        if (record.has("items")) {
            detail(items(record.get("items")));
        }
    }

    private static String outcome(TraceEvent event, JsonNode record) {
        StringBuilder text = new StringBuilder(value(record.path("event_type")))
                .append(" on ")
                .append(value(record.path("item_id")));
        if (event.rank() != null) {
            text.append(" (rank ").append(event.rank()).append(')');
        }
        Double seconds = event.secondsAfterExposure();
        if (seconds != null && !event.class_().equals("near_miss")) {
            text.append(", ")
                    .append(Events.duration(Math.abs(seconds)))
                    .append(seconds < 0 ? " before" : " after")
                    .append(" the exposure");
        }
        return text.toString();
    }

    /** A field and its value, or one such word for each that an object holds: {@code context surface=home}. */
    private static List<String> field(Map.Entry<String, JsonNode> field) {
        String name = shown(field.getKey()) + " ";
        if (!field.getValue().isObject()) {
            return List.of(name + value(field.getValue()));
        }
        List<String> words = new ArrayList<>();
        for (Map.Entry<String, JsonNode> inner : field.getValue().properties()) {
            words.add((words.isEmpty() ? name : "") + shown(inner.getKey()) + "=" + value(inner.getValue()));
        }
        return words.isEmpty() ? List.of(name) : words;
    }

    /** The list in the order of the log, with the logged ranks: {@code items 1 a, 2 b}. */
    private static List<String> items(JsonNode items) {
        if (!items.isArray()) {
            return words("items " + value(items));
        }
        if (items.isEmpty()) {
            return words("items (empty list)");
        }
        List<String> words = new ArrayList<>();
        int length = 0;
        for (JsonNode item : items) {
            String word = value(item.path("rank")) + " " + value(item.path("item_id"));
            length += word.length();
            if (length > LONGEST) {
                words.add((items.size() - words.size()) + " more");
                break;
            }
            words.add(word);
        }
        List<String> all = new ArrayList<>(List.of("items"));
        all.addAll(separated(words));
        return all;
    }

    /** Each with a comma but the last. */
    private static List<String> separated(List<String> words) {
        List<String> separated = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            separated.add(words.get(i) + (i < words.size() - 1 ? "," : ""));
        }
        return separated;
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    private static String value(@Nullable JsonNode node) {
        return node == null || node.isMissingNode() ? "-" : shown(node.isString() ? node.asString() : node.toString());
    }

    private static String shown(String text) {
        return PrintableText.text(text, LONGEST);
    }

    /** Lines below an event; a field stays in one piece, unless it is too long for a line. */
    private void detail(List<String> words) throws IOException {
        List<String> pieces = new ArrayList<>();
        for (String word : words) {
            pieces.addAll(word.length() > ROOM ? words(word) : List.of(word));
        }
        paragraph(INDENT, FURTHER, pieces);
    }

    private void paragraph(String first, String further, List<String> words) throws IOException {
        for (String line : WordWrap.paragraph(first, further, words)) {
            line(line);
        }
    }

    private void line(String text) throws IOException {
        out.write(text.stripTrailing());
        out.write('\n');
    }
}
