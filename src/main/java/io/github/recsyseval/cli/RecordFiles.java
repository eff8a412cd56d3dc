package io.github.recsyseval.cli;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.JoinSink;
import io.github.recsyseval.joined.JoinedFiles;
import io.github.recsyseval.joined.Layout;
import io.github.recsyseval.spill.SpillBudget;
import java.io.Closeable;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of records that a run writes beside its report: owner-only, because they carry raw ids, and all of them or none. */
final class RecordFiles implements Closeable {
    /** A file with the option that asked for it. */
    record Target(String option, Path path) {}

    private final List<AtomicFile> files = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final JoinedFiles sink;

    private RecordFiles(
            Layout layout,
            @Nullable Path joined,
            @Nullable Path unmatchedOutcomes,
            @Nullable Path unmatchedExposures,
            SpillBudget memory) {
        try {
            sink = new JoinedFiles(
                    layout,
                    begin("--output", joined),
                    begin("--unmatched-outcomes", unmatchedOutcomes),
                    begin("--unmatched-exposures", unmatchedExposures),
                    memory);
        } catch (OutputException failed) {
            close();
            throw failed;
        }
    }

    /** No files at all. */
    static RecordFiles none() {
        return new RecordFiles(Layout.EXPOSURE, null, null, null, SpillBudget.UNLIMITED);
    }

    /** Begins those files that are not null; {@code memory} is for lines that wait to be written. */
    static RecordFiles of(
            Layout layout,
            @Nullable Path joined,
            @Nullable Path unmatchedOutcomes,
            @Nullable Path unmatchedExposures,
            SpillBudget memory) {
        return new RecordFiles(layout, joined, unmatchedOutcomes, unmatchedExposures, memory);
    }

    private @Nullable OutputStream begin(String option, @Nullable Path path) {
        if (path == null) {
            return null;
        }
        AtomicFile file = AtomicFile.create(path, true);
        files.add(file);
        targets.add(new Target(option, path));
        return file.reporting();
    }

    /** The paths as they were given. */
    List<Target> targets() {
        return targets;
    }

    JoinSink sink() {
        return sink;
    }

    /** Writes what is known only when all has been read. */
    void finish(JoinRun run) {
        sink.finish(run.outcomeIndex());
        files.forEach(AtomicFile::finish);
    }

    /** Puts the files in their places. */
    void commit() {
        files.forEach(AtomicFile::commit);
    }

    @Override
    public void close() {
        files.forEach(AtomicFile::close);
    }
}
