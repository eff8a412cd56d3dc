package io.github.recsyseval.proposal;

import io.github.recsyseval.event.Contract;
import io.github.recsyseval.mapping.LineMapper;
import io.github.recsyseval.mapping.RecordMap;
import io.github.recsyseval.schema.SchemaCatalog;
import io.github.recsyseval.schema.SchemaValidator;
import io.github.recsyseval.schema.Violation;
import io.github.recsyseval.source.Chunk;
import io.github.recsyseval.source.ChunkStream;
import io.github.recsyseval.source.InputException;
import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.source.LineJudge;
import io.github.recsyseval.source.LineWorker;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first lines of a log.
 *
 * @param lines those that are not blank, as they are logged
 * @param whole whether these are all
 */
public record LogHead(Contract contract, List<byte[]> lines, boolean whole) {
    /** As many lines as this are looked at. */
    public static final int MAX_LINES = 20_000;

    /** So many bytes of lines are held. */
    private static final long MAX_BYTES = 64L << 20;

    /**
     * Reads the beginning of an input.
     *
     * @throws InputException for a file that cannot be read
     */
    public static LogHead of(Contract contract, InputSet inputs) {
        List<byte[]> lines = new ArrayList<>();
        Keeper keeper = new Keeper(lines);
        try (ChunkStream stream = new ChunkStream(inputs, ChunkStream.MAX_LINE_BYTES, InputStream.nullInputStream())) {
            Chunk chunk = new Chunk();
            boolean more = true;
            while (!keeper.full && (more = stream.next(chunk))) {
                new LineWorker(keeper, ChunkStream.MAX_LINE_BYTES).read(chunk);
            }
            if (!stream.failures().isEmpty()) {
                throw new InputException(stream.failures().get(0));
            }
            return new LogHead(contract, lines, !more && !keeper.full);
        }
    }

    /** Its first lines, which tell what fields there are. */
    public LogHead start() {
        return new LogHead(contract, lines.subList(0, Math.min(Census.MAX_LINES, lines.size())), false);
    }

    /** How many of the lines keep the contract when they are read through a map. */
    public long valid(@Nullable RecordMap map) {
        return records(map).size();
    }

    /** The records of the contract that a map makes of the lines, in JSON; those that do not keep the contract are left out. */
    public List<byte[]> records(@Nullable RecordMap map) {
        SchemaValidator validator = SchemaCatalog.load(contract.schema()).newValidator();
        LineMapper mapper = map == null ? null : map.newMapper();
        List<byte[]> records = new ArrayList<>();
        for (byte[] line : lines) {
            byte[] record = mapper == null ? line : mapped(mapper, line);
            if (record.length == 0
                    || validator.validate(record, 0, record.length).isEmpty()) {
                records.add(record);
            }
        }
        return records;
    }

    /** The record of a line; empty when the map leaves it out. */
    private static byte[] mapped(LineMapper mapper, byte[] line) {
        mapper.begin();
        boolean kept = mapper.map(line, 0, line.length);
        return kept ? Arrays.copyOfRange(mapper.bytes(), mapper.from(), mapper.to()) : new byte[0];
    }

    /** Keeps lines until there are enough. */
    private static final class Keeper implements LineJudge {
        private final List<byte[]> lines;
        private long bytes;
        private boolean full;

        Keeper(List<byte[]> lines) {
            this.lines = lines;
        }

        @Override
        public void begin() {}

        @Override
        public List<Violation> judge(byte[] text, int from, int to) {
            full |= lines.size() == MAX_LINES || bytes > MAX_BYTES;
            if (!full) {
                lines.add(Arrays.copyOfRange(text, from, to));
                bytes += to - from;
            }
            return List.of();
        }
    }
}
