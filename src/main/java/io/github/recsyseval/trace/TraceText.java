package io.github.recsyseval.trace;

import io.github.recsyseval.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A trace for people: a paragraph for each request, two lines for each record. What comes from data is escaped for the terminal. */
public final class TraceText {
    private static final int LONGEST = 2_000;
    private static final String INDENT = "      ";

    private final StringBuilder out = new StringBuilder();

    private TraceText() {}

    /** The text, ending in a newline; empty when nothing was found. */
    public static String of(TraceReport report) {
        TraceText text = new TraceText();
        for (TracedRequest request : report.requests()) {
            text.request(request);
        }
        report.notes().forEach(note -> text.line(note + "."));
        if (!report.requests().isEmpty()) {
            text.line("Attribution window: " + report.attributionWindow() + ". Outcome deduplication: "
                    + report.outcomeDedupe() + ". Times are UTC.");
        }
        return text.out.toString();
    }

    private void request(TracedRequest request) {
        line(request.requestId() == null ? "Records without request_id" : "Request " + shown(request.requestId()));
        line("");
        request.events().forEach(this::event);
        more(request.eventsNotShown(), "records");
        if (!request.nearMisses().isEmpty()) {
            line("  Near misses: same user and item within 30 minutes, another request_id");
            line("");
            request.nearMisses().forEach(this::event);
            more(request.nearMissesNotShown(), "near misses");
        }
    }

    private void more(long count, String what) {
        if (count > 0) {
            line("  ... and " + count + " more " + what);
            line("");
        }
    }

    private void event(TraceEvent event) {
        String time = event.time() == null ? "(no readable time)" : event.time();
        line("  " + time + "  " + event.kind() + "  " + shown(event.file()) + ":" + event.line());
        line(INDENT + event.class_() + ": " + shown(event.reason()));
        details(event).forEach(detail -> line(INDENT + detail));
        line("");
    }

    private static List<String> details(TraceEvent event) {
        JsonNode record = event.record();
        if (!record.isObject()) {
            return List.of(shown(record.asString()));
        }
        List<String> details = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        if (event.kind().equals("outcome")) {
            details.add(outcome(event, record));
        }
        for (Map.Entry<String, JsonNode> field : record.properties()) {
            switch (field.getKey()) {
                case "ts" -> {}
                case "items" -> {}
                case "request_id" -> {
                    if (event.class_().equals("near_miss")) {
                        append(rest, field);
                    }
                }
                case "event_type", "item_id" -> {
                    if (!event.kind().equals("outcome")) {
                        append(rest, field);
                    }
                }
                default -> append(rest, field);
            }
        }
        if (!rest.isEmpty()) {
            details.add(rest.toString());
        }
        if (record.has("items")) {
            details.add(items(record.get("items")));
        }
        return details;
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

    private static void append(StringBuilder text, Map.Entry<String, JsonNode> field) {
        text.append(text.isEmpty() ? "" : ", ").append(shown(field.getKey())).append(' ');
        if (!field.getValue().isObject()) {
            text.append(value(field.getValue()));
            return;
        }
        String separator = "";
        for (Map.Entry<String, JsonNode> inner : field.getValue().properties()) {
            text.append(separator).append(shown(inner.getKey())).append('=').append(value(inner.getValue()));
            separator = ", ";
        }
    }

    /** The list in the order of the log, with the logged ranks: {@code items 1 a, 2 b}. */
    private static String items(JsonNode items) {
        if (!items.isArray()) {
            return "items " + value(items);
        }
        if (items.isEmpty()) {
            return "items (empty list)";
        }
        StringBuilder text = new StringBuilder("items ");
        String separator = "";
        for (JsonNode item : items) {
            text.append(separator).append(value(item.path("rank"))).append(' ').append(value(item.path("item_id")));
            separator = ", ";
        }
        return PrintableText.text(text.toString(), LONGEST);
    }

    private static String value(@Nullable JsonNode node) {
        return node == null || node.isMissingNode() ? "-" : shown(node.isString() ? node.asString() : node.toString());
    }

    private static String shown(String text) {
        return PrintableText.text(text, LONGEST);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
