package io.github.recsyseval.sample.log;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of outcomes.jsonl.
 *
 * @param loggedMs  the {@code ts} it states, in milliseconds since 1970
 * @param servedId  the id under which its list was logged, which an honest outcome repeats
 * @param requestId the id it states; null when the field is absent
 * @param value     the number as it stands in the line; null when the field is absent
 */
public record LoggedOutcome(
        long visit,
        int line,
        long arrivedMs,
        long loggedMs,
        String servedId,
        @Nullable String requestId,
        String userId,
        String itemId,
        String type,
        @Nullable String value,
        List<Mark> marks)
        implements LogRecord {

    public LoggedOutcome {
        marks = List.copyOf(marks);
    }

    @Override
    public LogStream stream() {
        return LogStream.OUTCOMES;
    }

    /** The list itself is logged under another id, and the outcome follows it. */
    public LoggedOutcome withServedId(String id) {
        return new LoggedOutcome(visit, line, arrivedMs, loggedMs, id, id, userId, itemId, type, value, marks);
    }

    public LoggedOutcome withRequestId(@Nullable String id) {
        return new LoggedOutcome(visit, line, arrivedMs, loggedMs, servedId, id, userId, itemId, type, value, marks);
    }

    public LoggedOutcome withUserId(String id) {
        return new LoggedOutcome(visit, line, arrivedMs, loggedMs, servedId, requestId, id, itemId, type, value, marks);
    }

    public LoggedOutcome withItemId(String id) {
        return new LoggedOutcome(visit, line, arrivedMs, loggedMs, servedId, requestId, userId, id, type, value, marks);
    }

    public LoggedOutcome withValue(@Nullable String number) {
        return new LoggedOutcome(
                visit, line, arrivedMs, loggedMs, servedId, requestId, userId, itemId, type, number, marks);
    }

    /** The same event, arriving when it did, stating another time. */
    public LoggedOutcome withLoggedMs(long ms) {
        return new LoggedOutcome(visit, line, arrivedMs, ms, servedId, requestId, userId, itemId, type, value, marks);
    }

    /** Another line of the same event, later by some milliseconds. */
    public LoggedOutcome again(int line, long laterMs) {
        return new LoggedOutcome(
                visit,
                line,
                arrivedMs + laterMs,
                loggedMs + laterMs,
                servedId,
                requestId,
                userId,
                itemId,
                type,
                value,
                marks);
    }

    @Override
    public LoggedOutcome marked(Mark mark) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(mark);
        return new LoggedOutcome(
                visit, line, arrivedMs, loggedMs, servedId, requestId, userId, itemId, type, value, more);
    }

    public boolean isClick() {
        return type.equals("click");
    }

    public boolean isConversion() {
        return type.equals("conversion");
    }

    /** Whether it names a request at all; absent and empty ids do not. */
    public boolean namesRequest() {
        return requestId != null && !requestId.isEmpty();
    }

    @Override
    public boolean valid() {
        return LogRecord.super.valid() && namesRequest();
    }

    @Override
    public String json() {
        String request = requestId == null ? "" : "\"request_id\":\"" + requestId + "\",";
        String paid = value == null ? "" : ",\"value\":" + value;
        return "{" + request + "\"user_id\":\"" + userId + "\",\"item_id\":\"" + itemId + "\",\"event_type\":\"" + type
                + "\"" + paid + ",\"ts\":\"" + Timestamps.text(loggedMs) + "\"}";
    }
}
