package io.github.recsyseval.cli;

import io.github.recsyseval.report.Report;
import io.github.recsyseval.report.ReportFile;
import io.github.recsyseval.report.UnreadableReportException;
import io.github.recsyseval.schema.SchemaCatalog;
import io.github.recsyseval.schema.Violation;
import io.github.recsyseval.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** A JSON report that was made before and is shown again ({@code --render}). */
final class ExistingReport {
    /** What has an effect on it. */
    private static final Set<String> WITH_RENDER =
            Set.of("--render", "--config", "--format", "--output", "--quiet", "--verbose");

    private ExistingReport() {}

    /** Refuses options that only the making of a report takes. */
    static void requireNothingElse(ParseResult given) {
        for (OptionSpec option : given.matchedOptions()) {
            if (!WITH_RENDER.contains(option.longestName())) {
                throw new UsageException("--render shows an existing report; it reads no logs and checks no limits, so "
                        + option.longestName() + " cannot be given with it");
            }
        }
    }

    /** Reads a report that matches report.v1 to the last field. */
    static Report read(Path file) {
        try {
            if (Files.isRegularFile(file)) {
                byte[] bytes = Files.readAllBytes(file);
                List<Violation> violations =
                        SchemaCatalog.load(Report.SCHEMA).newValidator().validate(bytes, 0, bytes.length);
                if (!violations.isEmpty()) {
                    Violation first = violations.get(0);
                    String where = first.pointer().isEmpty() ? "" : first.pointer() + ": ";
                    throw new InputException(
                            file + " is no " + Report.SCHEMA + " report of this version: " + where + first.message());
                }
            }
            return ReportFile.read(file);
        } catch (UnreadableReportException unreadable) {
            throw new InputException(String.valueOf(unreadable.getMessage()), unreadable);
        } catch (IOException failed) {
            throw new InputException(file + ": cannot be read", failed);
        }
    }
}
