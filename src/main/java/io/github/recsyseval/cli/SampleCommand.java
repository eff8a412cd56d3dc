package io.github.recsyseval.cli;

import io.github.recsyseval.sample.FaultRate;
import io.github.recsyseval.sample.Sample;
import io.github.recsyseval.sample.SampleException;
import io.github.recsyseval.sample.SampleSettings;
import io.github.recsyseval.sample.fault.Fault;
import io.github.recsyseval.sample.fault.FaultCatalog;
import io.github.recsyseval.sample.truth.Truth;
import io.github.recsyseval.text.Counted;
import io.github.recsyseval.text.WordWrap;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code recsys-eval sample}: realistic logs with planted faults, and the truth about them. */
@Command(
        name = "sample",
        description = {
            "Generate realistic logs, with planted faults if you like.",
            "",
            "truth.json states what is in them, faults included.",
            "",
            "  recsys-eval sample --out demo --requests 1000 --seed 1",
            "  recsys-eval sample --out broken --requests 20000 \\",
            "    --fault id-twice:0.1 --fault rid-reused:0.02"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = "Exit codes: 0 good, 64 usage, 74 output failed. Documentation: docs/sample.md.",
        customSynopsis = {"recsys-eval sample --out DIR [OPTION]...", "       recsys-eval sample --list-faults"},
        descriptionHeading = "%n")
public final class SampleCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RecsysEval parent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for exposures.jsonl, outcomes.jsonl, assignments.jsonl and truth.json.")
    private @Nullable Path out;

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Number of requests made by people (default ${DEFAULT-VALUE}).")
    private long requests;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The same seed gives the same bytes (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--days",
            paramLabel = "D",
            defaultValue = "7",
            description = "Days over which requests are spread (default ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            defaultValue = "2026-11-02T00:00:00Z",
            description = "First moment in UTC (default ${DEFAULT-VALUE}).")
    private String start = "";

    @Option(names = "--propensities", description = "Log the probability with which each item was chosen.")
    private boolean propensities;

    @Option(
            names = "--fault",
            paramLabel = "NAME:RATE",
            description = "Plant this fault at this rate, 0 to 1 (repeatable).")
    private List<String> faults = List.of();

    @Option(names = "--list-faults", description = "List the faults that can be planted, and do nothing else.")
    private boolean listFaults;

    @Override
    public Integer call() {
        PrintWriter output = spec.commandLine().getOut();
        if (listFaults) {
            FaultCatalog.all().forEach(fault -> lines(fault).forEach(output::println));
        } else {
            Truth truth = write();
            if (!parent.quiet()) {
                print(truth, output);
            }
        }
        output.flush();
        return 0;
    }

    private Truth write() {
        Path folder = folder();
        try {
            return Sample.write(settings(), folder);
        } catch (FileAlreadyExistsException file) {
            throw new UsageException("--out " + folder + " is a file; the sample needs a folder");
        } catch (IOException failed) {
            throw AtomicFile.failure(folder, failed);
        }
    }

    private SampleSettings settings() {
        return new SampleSettings(
                requests,
                seed,
                days,
                moment(start),
                propensities,
                faults.stream().map(FaultRate::parse).toList());
    }

    private Path folder() {
        if (out == null) {
            throw new SampleException("sample needs a folder to write to: give --out DIR");
        }
        return out;
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new SampleException("--start \"" + text + "\" is not a time such as 2026-11-02T00:00:00Z");
        }
    }

    private static List<String> lines(Fault fault) {
        String code = fault.code().isEmpty() ? "-" : fault.code();
        String first = String.format(Locale.ROOT, "%-24s%-5s", fault.name(), code);
        List<String> words = List.of(fault.imitates().split(" ", -1));
        return WordWrap.paragraph(first, " ".repeat(first.length()), words);
    }

    private void print(Truth truth, PrintWriter output) {
        output.printf(
                Locale.ROOT,
                "%s: %s, %s, %s%n",
                out,
                Counted.of(truth.exposures().lines(), "exposure line"),
                Counted.of(truth.outcomes().lines(), "outcome line"),
                Counted.of(truth.assignments().lines(), "assignment line"));
        for (Truth.Planted fault : truth.faults()) {
            BigDecimal percent = fault.share().movePointRight(2).setScale(2, RoundingMode.HALF_EVEN);
            output.printf(
                    Locale.ROOT,
                    "%-24s%,d of %,d, %s %% of all %s%n",
                    fault.name(),
                    fault.count(),
                    fault.of(),
                    percent.toPlainString(),
                    fault.outOf());
        }
    }
}
