package io.github.recsyseval.sample.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A line of exposures.jsonl.
 *
 * @param loggedMs the {@code ts} it states, in milliseconds since 1970
 * @param context  in the order of writing
 * @param latency  the number as it stands in the line
 */
public record LoggedExposure(
        long visit,
        int line,
        long arrivedMs,
        long loggedMs,
        String requestId,
        String userId,
        List<ListedItem> items,
        Map<String, String> context,
        String latency,
        boolean error,
        List<Mark> marks)
        implements LogRecord {

    public LoggedExposure {
        items = List.copyOf(items);
        marks = List.copyOf(marks);
    }

    @Override
    public LogStream stream() {
        return LogStream.EXPOSURES;
    }

    public LoggedExposure withRequestId(String id) {
        return new LoggedExposure(visit, line, arrivedMs, loggedMs, id, userId, items, context, latency, error, marks);
    }

    public LoggedExposure withUserId(String id) {
        return new LoggedExposure(
                visit, line, arrivedMs, loggedMs, requestId, id, items, context, latency, error, marks);
    }

    public LoggedExposure withItems(List<ListedItem> list) {
        return new LoggedExposure(
                visit, line, arrivedMs, loggedMs, requestId, userId, list, context, latency, error, marks);
    }

    public LoggedExposure withLatency(String number) {
        return new LoggedExposure(
                visit, line, arrivedMs, loggedMs, requestId, userId, items, context, number, error, marks);
    }

    /** The same exposure under a context that may be changed at will: it is copied. */
    public LoggedExposure withContext(Map<String, String> other) {
        Map<String, String> copy = new LinkedHashMap<>(other);
        return new LoggedExposure(
                visit, line, arrivedMs, loggedMs, requestId, userId, items, copy, latency, error, marks);
    }

    /** Another line of the same request, arriving later, with what it states unchanged. */
    public LoggedExposure again(int line, long laterMs) {
        return new LoggedExposure(
                visit, line, arrivedMs + laterMs, loggedMs, requestId, userId, items, context, latency, error, marks);
    }

    /** The same line at another moment, which it also states. */
    public LoggedExposure shifted(long byMs) {
        return new LoggedExposure(
                visit,
                line,
                arrivedMs + byMs,
                loggedMs + byMs,
                requestId,
                userId,
                items,
                context,
                latency,
                error,
                marks);
    }

    /** The same line, stating another moment than the one at which it was written. */
    public LoggedExposure stating(long ms) {
        return new LoggedExposure(visit, line, arrivedMs, ms, requestId, userId, items, context, latency, error, marks);
    }

    @Override
    public LoggedExposure marked(Mark mark) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(mark);
        return new LoggedExposure(
                visit, line, arrivedMs, loggedMs, requestId, userId, items, context, latency, error, more);
    }

    public boolean empty() {
        return items.isEmpty();
    }

    public boolean lists(String itemId) {
        return items.stream().anyMatch(item -> item.itemId().equals(itemId));
    }

    @Override
    public String json() {
        StringJoiner list = new StringJoiner(",", "[", "]");
        items.forEach(item -> list.add(item.json()));
        StringJoiner keys = new StringJoiner(",", "{", "}");
        context.forEach((key, value) -> keys.add("\"" + key + "\":\"" + value + "\""));
        return "{\"request_id\":\"" + requestId + "\",\"user_id\":\"" + userId + "\",\"ts\":\""
                + Timestamps.text(loggedMs) + "\",\"items\":" + list + ",\"context\":" + keys + ",\"latency_ms\":"
                + latency + ",\"error\":" + error + "}";
    }
}
