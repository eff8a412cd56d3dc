package io.github.recsyseval.cli;

import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.trace.TraceJson;
import io.github.recsyseval.trace.TraceReport;
import io.github.recsyseval.trace.TraceText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which form and where a trace is written. Files carry raw ids, so they are for their owner only. */
final class TraceOutputOptions {
    private static final List<String> FORMATS = List.of("text", "json");

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default ${DEFAULT-VALUE}).")
    private String format = "text";

    @Option(
            names = "--output",
            paramLabel = "PATH",
            description = "Write to this file instead of standard output; only you can read it.")
    private @Nullable Path path;

    /** Checks the options before anything is read. */
    void check() {
        if (!FORMATS.contains(format)) {
            throw new UsageException("--format takes text or json, not " + format);
        }
    }

    /** Refuses an output that is an input, before anything is read. */
    void keepApartFrom(InputSet... inputs) {
        OutputPaths.apartFrom(inputs).take("--output", path);
    }

    void write(TraceReport report, Terminal terminal, boolean quiet) {
        if (path == null) {
            if (!quiet) {
                print(report, terminal);
            }
            return;
        }
        try (AtomicFile file = AtomicFile.create(path, true)) {
            write(report, file.out());
            file.commit();
        } catch (IOException failed) {
            throw AtomicFile.failure(path, failed);
        }
    }

    private void print(TraceReport report, Terminal terminal) {
        try {
            OutputStream out = new BufferedOutputStream(terminal.out());
            write(report, out);
            out.flush();
        } catch (IOException failed) {
            throw StandardOutput.failure(failed);
        }
    }

    private void write(TraceReport report, OutputStream out) throws IOException {
        if (format.equals("json")) {
            TraceJson.write(report, out);
        } else {
            TraceText.write(report, out);
        }
    }
}
