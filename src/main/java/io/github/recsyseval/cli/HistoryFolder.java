package io.github.recsyseval.cli;

import io.github.recsyseval.report.JsonReport;
import io.github.recsyseval.report.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A folder that keeps the reports of all runs, each under a name of its own. */
final class HistoryFolder {
    private HistoryFolder() {}

    /** Refuses what can be no folder, before anything is read. */
    static void check(String option, @Nullable Path folder) {
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageException(option + " " + folder + ": not a directory");
        }
    }

    /**
     * Adds a report as {@code 20261121T093000Z-offline.json}; where that name is taken, by a run of the same second, as
     * {@code ...-offline-2.json} and so on. The folder is made if need be; no report is ever overwritten.
     */
    static Path append(Path folder, Report report) {
        String time = report.run().createdAt().replaceAll("[-:]", "");
        return append(folder, time + "-" + report.command(), out -> JsonReport.write(report, out));
    }

    /** What writes a report. */
    interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /** Adds a report under a name, with {@code .json} or, where that is taken, {@code -2.json} and so on behind it. */
    static Path append(Path folder, String name, Writer report) {
        try {
            Files.createDirectories(folder);
            Path target = claim(folder, name);
            try (AtomicFile file = AtomicFile.create(target, false)) {
                report.write(file.out());
                file.commit();
            } catch (IOException | OutputException failed) {
                Files.deleteIfExists(target); // the name without a report behind it
                throw failed;
            }
            return target;
        } catch (IOException failed) {
            throw AtomicFile.failure(folder, failed);
        }
    }

    /** Makes an empty file under the first free name; two runs at once cannot both succeed with the same one. */
    private static Path claim(Path folder, String name) throws IOException {
        Path free = folder.resolve(name + ".json");
        for (int i = 2; !isMine(free); i++) {
            free = folder.resolve(name + "-" + i + ".json");
        }
        return free;
    }

    private static boolean isMine(Path path) throws IOException {
        try {
            Files.createFile(path);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }
}
