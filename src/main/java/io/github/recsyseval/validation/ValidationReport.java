package io.github.recsyseval.validation;

import io.github.recsyseval.report.MappingRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on an input, complete: all forms of output are views of it, and as JSON it follows {@code schemas/validation.v1.json}.
 *
 * @param format {@code validation.v1}
 * @param schema the name or path of the schema
 * @param verdict {@code valid}, {@code tolerated} (invalid records, but not more than allowed), {@code invalid}, {@code empty}, or
 *     {@code incomplete} when not all input could be read
 * @param exitCode what the command ends with
 * @param reasons one sentence for each thing that makes it fail; empty when it does not
 * @param records lines that are neither blank nor an unfinished last line left out
 * @param invalidRate invalid / records, 0 without records
 * @param partialTails unfinished last lines left out
 * @param mapping what a map did to the lines before they were judged; null without one
 * @param skipped paths in directories that hold no log lines
 * @param failures one sentence for each file that could not be read to its end
 * @param notes what was noticed in passing
 */
public record ValidationReport(
        String format,
        String schema,
        String verdict,
        int exitCode,
        List<String> reasons,
        long records,
        long valid,
        long invalid,
        double invalidRate,
        double maxInvalidRate,
        long lines,
        long blankLines,
        long partialTails,
        @Nullable MappingRow mapping,
        List<String> files,
        List<String> skipped,
        List<String> failures,
        List<String> notes,
        List<ViolationRow> violations,
        List<FindingRow> findings,
        RunRow run) {

    /** Where a line stands; lines count from 1. */
    public record PlaceRow(String file, long line) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /** A line that shows a defect; {@code pointer} is a JSON Pointer into the record. */
    public record ExampleRow(String file, long line, String pointer, String message) {}

    /**
     * When something occurred, by the times that records themselves give; they are written in RFC 3339, UTC.
     *
     * @param dated records whose time can be made out, at least 1
     * @param first the earliest time
     * @param last the latest time
     * @param extent {@code once} (one record), {@code throughout} the log, {@code since} from (to its end), {@code until} to (from its
     *     beginning), or {@code between} from and to
     * @param from a full minute; where extent is once or throughout that of the first, else where most of them begin
     * @param to a full minute, likewise
     * @param within records from {@code from} to {@code to}
     */
    public record WhenRow(long dated, String first, String last, String extent, String from, String to, long within) {}

    /** One wording of a defect; places in arrays are stars in {@code pointer}. */
    public record MessageRow(
            String pointer,
            String message,
            long count,
            PlaceRow first,
            @Nullable WhenRow when) {}

    /**
     * One defect: a keyword at a place in the schema.
     *
     * @param count records that have it
     * @param when null where no time can be made out
     * @param messages its wordings with the number of records of each
     */
    public record ViolationRow(
            String keyword,
            String schemaLocation,
            long count,
            PlaceRow first,
            PlaceRow last,
            @Nullable WhenRow when,
            List<MessageRow> messages,
            List<ExampleRow> examples) {
        /** Where one of the messages applies, in words for people. */
        String where(MessageRow message) {
            if (!message.pointer().isEmpty()) {
                return message.pointer();
            }
            return schemaLocation.isEmpty() ? "(whole line)" : "(record)";
        }
    }

    /** One form of a finding and the records that have it. */
    public record FormRow(String form, long count) {}

    /**
     * What is odd although the schema allows it.
     *
     * @param severity {@code info}, {@code warn} or {@code fail}
     * @param count records that have it
     * @param of the records it is a share of
     * @param share count / of
     * @param when null where no time can be made out
     * @param affects {@code numbers}, {@code privacy} or {@code operations}
     * @param path for personal data where it stands, else null
     * @param kind for personal data what it is, else null
     * @param shape for personal data how the first looks, letters as a and digits as 9, else null
     */
    public record FindingRow(
            String code,
            String title,
            String severity,
            long count,
            long of,
            double share,
            String affects,
            String message,
            List<FormRow> forms,
            PlaceRow first,
            PlaceRow last,
            @Nullable WhenRow when,
            String fix,
            @Nullable String path,
            @Nullable String kind,
            @Nullable String shape) {}

    /** How the run went; the only part that differs between two runs over the same data. */
    public record RunRow(String version, String commit, int threads, long bytes, double seconds) {}
}
