package io.github.recsyseval.sample.log;

import java.util.ArrayList;
import java.util.List;

/** A line of assignments.jsonl: the variant under which a request was served. */
public record LoggedAssignment(
        long visit, int line, long arrivedMs, String requestId, String userId, String variant, List<Mark> marks)
        implements LogRecord {
    private static final String EXPERIMENT = "exp_rank_v8";

    public LoggedAssignment {
        marks = List.copyOf(marks);
    }

    @Override
    public LogStream stream() {
        return LogStream.ASSIGNMENTS;
    }

    public LoggedAssignment withRequestId(String id) {
        return new LoggedAssignment(visit, line, arrivedMs, id, userId, variant, marks);
    }

    public LoggedAssignment withUserId(String id) {
        return new LoggedAssignment(visit, line, arrivedMs, requestId, id, variant, marks);
    }

    @Override
    public LoggedAssignment marked(Mark mark) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(mark);
        return new LoggedAssignment(visit, line, arrivedMs, requestId, userId, variant, more);
    }

    @Override
    public String json() {
        return "{\"experiment_id\":\"" + EXPERIMENT + "\",\"variant\":\"" + variant + "\",\"request_id\":\"" + requestId
                + "\",\"user_id\":\"" + userId + "\",\"ts\":\"" + Timestamps.text(arrivedMs) + "\"}";
    }
}
