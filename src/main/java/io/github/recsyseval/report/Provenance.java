package io.github.recsyseval.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options and inputs behind the metrics.
 *
 * @param options all options that affect the result, by name, including defaults
 */
public record Provenance(Map<String, String> options, List<InputRow> inputs) {

    /**
     * One input.
     *
     * @param role {@code exposures}, {@code outcomes} or {@code assignments}
     * @param lines all lines, blank ones too
     * @param skippedFiles files in the given directories that hold no log lines
     * @param mapping what a map did to the lines before they were read; null without one
     */
    public record InputRow(
            String role,
            List<FileRow> files,
            long lines,
            long blankLines,
            long validRecords,
            long invalidRecords,
            List<String> skippedFiles,
            @Nullable MappingRow mapping) {}

    /**
     * One file, as it is on disk, compressed or not.
     *
     * @param bytes how many were read
     * @param xxh128 XXH3 128 of these bytes; null for a file that could not be opened
     * @param sha256 null unless asked for
     */
    public record FileRow(
            String name,
            long bytes,
            @Nullable String xxh128,
            @Nullable String sha256) {}
}
