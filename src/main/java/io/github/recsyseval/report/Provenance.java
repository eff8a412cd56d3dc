package io.github.recsyseval.report;

import java.util.List;
import java.util.Map;

/**
 * What the figures were made from.
 *
 * @param options the options that decide what is computed, by name, defaults included
 */
public record Provenance(Map<String, String> options, List<InputRow> inputs) {

    /**
     * One input.
     *
     * @param role {@code exposures}, {@code outcomes} or {@code assignments}
     * @param lines all lines, blank ones too
     * @param skippedFiles files in the given directories that hold no log lines
     */
    public record InputRow(
            String role,
            List<FileRow> files,
            long lines,
            long blankLines,
            long validRecords,
            long invalidRecords,
            List<String> skippedFiles) {}

    /** One file; bytes as on disk, 0 for standard input. */
    public record FileRow(String name, long bytes) {}
}
