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

/** A JSON report that was made before. */
final class ExistingReport {
    private ExistingReport() {}

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
