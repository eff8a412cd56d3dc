package io.github.recsyseval.cli;

import io.github.recsyseval.evaluation.Definitions;
import io.github.recsyseval.report.BaselineFile;
import io.github.recsyseval.report.BaselineReport;
import io.github.recsyseval.report.UnreadableReportException;
import io.github.recsyseval.source.InputException;
import java.nio.file.Path;
import java.util.function.Function;

/** A JSON report of an earlier run, which may be of a release that had fewer options. */
final class EarlierReport {
    private EarlierReport() {}

    static BaselineReport read(Path file) {
        return read(file, BaselineFile::read);
    }

    /** One that has ranking metrics. */
    static BaselineReport readRanking(Path file) {
        return read(file, BaselineFile::readRanking);
    }

    private static BaselineReport read(Path file, Function<Path, BaselineReport> reading) {
        try {
            return reading.apply(file);
        } catch (UnreadableReportException unreadable) {
            throw new InputException(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    /** What its figures mean; options that its release did not have are taken at today's default. */
    static Definitions definitions(BaselineReport report) {
        return Definitions.of(report, KnownOptions.of(report.command()));
    }
}
