package io.github.recsyseval.trace;

import org.jspecify.annotations.Nullable;

/**
 * One line of a log that belongs to a traced request, or nearly does.
 *
 * @param kind {@code exposure}, {@code outcome} or {@code assignment}
 * @param time RFC 3339 in UTC; null when the line has no readable time
 * @param line 1-based
 * @param class_ what became of it in the join, {@code invalid} for what the schema refuses, {@code near_miss} for a record of another
 *     request
 * @param reason why, as a clause
 * @param secondsAfterExposure of outcomes that have an exposure; negative when they come before it
 * @param rank the logged rank of the outcome's item in the list; null when there is none
 * @param record the line; in JSON an object, or a text when it is none
 */
public record TraceEvent(
        String kind,
        @Nullable String time,
        String file,
        long line,

        @com.fasterxml.jackson.annotation.JsonProperty("class")
        String class_,

        String reason,
        @Nullable Double secondsAfterExposure,
        @Nullable Integer rank,
        LoggedLine record) {}
