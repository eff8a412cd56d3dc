package io.github.recsyseval.sample;

import io.github.recsyseval.sample.fault.Chance;
import io.github.recsyseval.sample.fault.FileFaults;
import io.github.recsyseval.sample.fault.LineDamage;
import io.github.recsyseval.sample.log.FileCounts;
import io.github.recsyseval.sample.log.HonestLogger;
import io.github.recsyseval.sample.log.LogFile;
import io.github.recsyseval.sample.log.LogRecord;
import io.github.recsyseval.sample.log.LogStream;
import io.github.recsyseval.sample.log.SessionBooks;
import io.github.recsyseval.sample.log.SessionLog;
import io.github.recsyseval.sample.truth.Truth;
import io.github.recsyseval.sample.truth.TruthWriter;
import io.github.recsyseval.sample.world.Reaction;
import io.github.recsyseval.sample.world.Visit;
import io.github.recsyseval.sample.world.World;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;

/** The files of a sample: lines wait here until no earlier one can come, and the files get their names when all is written. */
final class SampleFolder implements AutoCloseable {
    /** No line of a session arrives earlier than this before its start. */
    private static final long EARLIEST_MS = 2_000;

    private static final String TRUTH = "truth.json";

    private final Path folder;
    private final SampleSettings settings;
    private final World world;
    private final LineDamage damage;
    private final Map<LogStream, LogFile> files = new EnumMap<>(LogStream.class);
    private final Map<LogStream, PriorityQueue<LogRecord>> waiting = new EnumMap<>(LogStream.class);
    private final Chance crlf;
    private final Chance blank;

    SampleFolder(Path folder, SampleSettings settings, World world) throws IOException {
        this.folder = folder;
        this.settings = settings;
        this.world = world;
        damage = new LineDamage(settings.seed());
        crlf = chance(FileFaults.CRLF);
        blank = chance(FileFaults.BLANK_LINES);
        Files.createDirectories(folder);
        Chance bom = chance(FileFaults.BOM);
        for (LogStream stream : LogStream.values()) {
            LogFile file = new LogFile(stream, partial(stream.fileName()));
            files.put(stream, file);
            waiting.put(stream, new PriorityQueue<>(SessionBooks.FILE_ORDER));
            if (bom.hits(stream.ordinal())) {
                file.byteOrderMark();
            }
        }
    }

    void add(SessionLog log) {
        queue(LogStream.EXPOSURES).addAll(log.exposures());
        queue(LogStream.OUTCOMES).addAll(log.outcomes());
        queue(LogStream.ASSIGNMENTS).addAll(log.assignments());
    }

    /** Writes all that arrives before a session which starts now can leave anything. */
    void releaseUntil(long nowMs) throws IOException {
        for (LogStream stream : LogStream.values()) {
            PriorityQueue<LogRecord> queue = queue(stream);
            LogRecord next = queue.peek();
            while (next != null && next.arrivedMs() < nowMs - EARLIEST_MS) {
                write(next);
                queue.remove();
                next = queue.peek();
            }
        }
    }

    private void write(LogRecord line) throws IOException {
        LogFile file = file(line.stream());
        long unit = line.key() * LogStream.values().length + line.stream().ordinal();
        file.line(damage.bytes(line), crlf.hits(unit));
        if (blank.hits(unit)) {
            file.blankLine();
        }
    }

    /** Leaves the last line unfinished where that fault strikes; the line is of a request that comes after all others. */
    void finish(HonestLogger logger) throws IOException {
        Chance cut = chance(FileFaults.CUT_LAST_LINE);
        Visit next = nextRequest();
        Map<LogStream, LogRecord> lines = Map.of(
                LogStream.EXPOSURES, logger.exposure(next),
                LogStream.OUTCOMES, logger.outcomes(next).get(0),
                LogStream.ASSIGNMENTS, logger.assignment(next));
        for (LogStream stream : LogStream.values()) {
            if (cut.hits(stream.ordinal())) {
                file(stream).unfinished(damage.bytes(Objects.requireNonNull(lines.get(stream))));
            }
        }
    }

    private Visit nextRequest() {
        // requests and as many bots may have been before
        Visit visit = world.session(0, 0).visits().get(0);
        Visit next = world.visit(2 * settings.requests(), visit.user(), world.endMs());
        return next.withReactions(List.of(new Reaction("sku-1000", "click", world.endMs() + 5_000, 0)));
    }

    Map<LogStream, FileCounts> counts() {
        Map<LogStream, FileCounts> counts = new EnumMap<>(LogStream.class);
        files.forEach((stream, file) -> counts.put(stream, file.counts()));
        return counts;
    }

    /** Writes the truth and gives all files their names. */
    void publish(Truth truth) throws IOException {
        close();
        Files.writeString(
                partial(TRUTH),
                TruthWriter.json(settings.requests(), settings.seed(), settings.days(), settings.start(), truth));
        for (LogStream stream : LogStream.values()) {
            name(stream.fileName());
        }
        name(TRUTH);
    }

    private void name(String file) throws IOException {
        Files.move(
                partial(file),
                folder.resolve(file),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    private Path partial(String file) {
        Path partial = folder.resolve(file + ".part");
        partial.toFile().deleteOnExit();
        return partial;
    }

    private Chance chance(String fault) {
        BigDecimal rate = settings.faults().stream()
                .filter(planted -> planted.fault().name().equals(fault))
                .map(FaultRate::rate)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        return new Chance(fault, rate.doubleValue(), world);
    }

    private LogFile file(LogStream stream) {
        return Objects.requireNonNull(files.get(stream));
    }

    private PriorityQueue<LogRecord> queue(LogStream stream) {
        return Objects.requireNonNull(waiting.get(stream));
    }

    /** Closes the files; those of a sample that failed vanish when the process ends. */
    @Override
    public void close() throws IOException {
        for (LogFile file : files.values()) {
            file.close();
        }
    }
}
