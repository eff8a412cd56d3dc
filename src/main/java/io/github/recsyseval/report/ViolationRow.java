package io.github.recsyseval.report;

import java.util.List;

/**
 * One defect that the schema of an input refuses.
 *
 * @param input {@code exposures}, {@code outcomes} or {@code assignments}
 * @param count how many lines have it
 */
public record ViolationRow(
        String input,
        String keyword,
        String schemaLocation,
        long count,
        PlaceRow first,
        PlaceRow last,
        List<ExampleRow> examples) {

    /** Where a line stands; lines count from 1. */
    public record PlaceRow(String file, long line) {}

    /** A line that shows the defect; {@code pointer} is a JSON pointer into the record. */
    public record ExampleRow(String file, long line, String pointer, String message) {}
}
