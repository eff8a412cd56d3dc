package io.github.recsyseval.cli;

import io.github.recsyseval.pseudonym.PseudonymPlan;
import io.github.recsyseval.pseudonym.PseudonymRun;
import io.github.recsyseval.pseudonym.Pseudonymisation;
import io.github.recsyseval.source.OutputCompression;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where pseudonymised lines go: to a file that appears whole or not at all, or to standard output as they come. */
final class PseudonymOutput {
    private final @Nullable Path file;
    private final OutputCompression compression;

    PseudonymOutput(@Nullable Path file, OutputCompression compression) {
        this.file = file;
        this.compression = compression;
    }

    PseudonymRun write(PseudonymPlan plan, Terminal terminal) {
        return file == null ? toStandardOutput(plan, terminal) : toFile(plan, file);
    }

    /** The file is for its owner only, and is not put in place when an input could not be read to its end. */
    private PseudonymRun toFile(PseudonymPlan plan, Path path) {
        try (AtomicFile target = AtomicFile.create(path, true)) {
            PseudonymRun run = through(plan, target.out());
            if (run.failures().isEmpty()) {
                target.commit();
            }
            return run;
        } catch (IOException failed) {
            throw AtomicFile.failure(path, failed);
        } catch (UncheckedIOException failed) {
            throw AtomicFile.failure(path, cause(failed));
        }
    }

    private PseudonymRun toStandardOutput(PseudonymPlan plan, Terminal terminal) {
        try {
            return through(plan, terminal.out());
        } catch (IOException failed) {
            throw StandardOutput.failure(failed);
        } catch (UncheckedIOException failed) {
            throw StandardOutput.failure(cause(failed));
        }
    }

    private static IOException cause(UncheckedIOException failed) {
        return Objects.requireNonNull(failed.getCause());
    }

    private PseudonymRun through(PseudonymPlan plan, OutputStream raw) throws IOException {
        OutputStream out = compression.over(new Unclosed(raw));
        PseudonymRun run = Pseudonymisation.run(plan, out);
        out.close();
        return run;
    }

    /** A stream that somebody else closes. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
