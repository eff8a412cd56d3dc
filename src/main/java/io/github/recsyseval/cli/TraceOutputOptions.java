package io.github.recsyseval.cli;

import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.trace.TraceJson;
import io.github.recsyseval.trace.TraceReport;
import io.github.recsyseval.trace.TraceText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** In which form and where a trace is written. Files carry raw ids, so they are for their owner only. */
final class TraceOutputOptions {
    /** The forms of a trace. */
    enum Format {
        TEXT,
        JSON
    }

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default text).")
    private @Nullable String format;

    @Option(
            names = "--output",
            paramLabel = "[FORMAT=]PATH",
            description =
                    "Write to this file instead of standard output; only you can read it. Without FORMAT or --format, the file ending decides: json or txt.")
    private @Nullable String output;

    /** Checks the options before anything is read. */
    void check() {
        forms().ofStandardOutput();
        target();
    }

    private Forms<Format> forms() {
        return new Forms<>(List.of(Format.values()), Format.TEXT, format);
    }

    private Forms.@Nullable Target<Format> target() {
        return output == null ? null : forms().target(output);
    }

    /** Refuses an output that is an input, before anything is read. */
    void keepApartFrom(CommandSpec command, InputSet... inputs) {
        Forms.Target<Format> target = target();
        OutputPaths.apartFrom(command, inputs).take("--output", target == null ? null : target.path());
    }

    void write(TraceReport report, Terminal terminal, boolean quiet) {
        Forms.Target<Format> target = target();
        if (target == null) {
            if (!quiet) {
                print(report, terminal);
            }
            return;
        }
        try (AtomicFile file = AtomicFile.create(target.path(), true)) {
            write(report, target.form(), file.out());
            file.commit();
        } catch (IOException failed) {
            throw AtomicFile.failure(target.path(), failed);
        }
    }

    private void print(TraceReport report, Terminal terminal) {
        try {
            OutputStream out = new BufferedOutputStream(terminal.out());
            write(report, forms().ofStandardOutput(), out);
            out.flush();
        } catch (IOException failed) {
            throw StandardOutput.failure(failed);
        }
    }

    private static void write(TraceReport report, Format format, OutputStream out) throws IOException {
        switch (format) {
            case TEXT -> TraceText.write(report, out);
            case JSON -> TraceJson.write(report, out);
        }
    }
}
