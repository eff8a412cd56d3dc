package io.github.recsyseval.report;

import java.util.List;

/**
 * One kind of schema violation in one input.
 *
 * @param input the input that has it. One of {@code exposures}, {@code outcomes}, {@code assignments}.
 * @param count number of lines with this violation
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
