package io.github.recsyseval.trace;

import io.github.recsyseval.engine.ReadOptions;
import io.github.recsyseval.event.Contract;
import io.github.recsyseval.event.Reading;
import io.github.recsyseval.mapping.RecordMap;
import io.github.recsyseval.schema.LoadedSchema;
import io.github.recsyseval.schema.SchemaCatalog;
import io.github.recsyseval.schema.Violation;
import io.github.recsyseval.source.Chunk;
import io.github.recsyseval.source.ChunkPipeline;
import io.github.recsyseval.source.ChunkStream;
import io.github.recsyseval.source.ContractGuess;
import io.github.recsyseval.source.InputException;
import io.github.recsyseval.source.InputLedger;
import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.source.LineJudge;
import io.github.recsyseval.source.LineWorker;
import io.github.recsyseval.source.Place;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One reading of one input for the lines of some requests or users. */
final class Search {
    private final Contract contract;
    private final InputSet inputs;
    private final ReadOptions options;
    private final LoadedSchema schema;
    private final InputLedger ledger;

    /** How lines become records; null when they are records. Mapped lines are not searched by their bytes. */
    private final @Nullable RecordMap map;

    private long unreadable;

    Search(Contract contract, InputSet inputs, ReadOptions options) {
        this.contract = contract;
        this.inputs = inputs;
        this.options = options;
        schema = SchemaCatalog.load(contract.schema());
        map = options.map().of(contract);
        ledger = new InputLedger(inputs, options.allowPartialTail(), 0);
    }

    /**
     * Reads everything.
     *
     * @param found takes the kept lines in the order of the input
     * @return one sentence for each file that could not be read to its end
     * @throws InputException for a file of another contract
     */
    List<String> run(Needles needles, LineSearch.Wanted wanted, Consumer<FoundLine> found) {
        if (inputs.isEmpty()) {
            return List.of();
        }
        try (ChunkStream stream = new ChunkStream(inputs, options.maxLineBytes(), options.standardInput())) {
            options.monitor().watch(ledger, stream);
            ChunkPipeline.run(
                    stream,
                    options.threads(),
                    () -> new Worker(
                            new LineSearch(contract, schema, map == null ? needles : Needles.any(), wanted), found));
            return stream.failures();
        }
    }

    /** How many of the lines that were looked at are no JSON objects; all lines are looked at where any id is sought. */
    long unreadable() {
        return unreadable;
    }

    /** One thread's part. */
    private final class Worker implements ChunkPipeline.Worker {
        private final LineSearch search;
        private final LineWorker lines;
        private final Consumer<FoundLine> found;

        Worker(LineSearch search, Consumer<FoundLine> found) {
            this.search = search;
            this.found = found;
            lines = new LineWorker(search, options.maxLineBytes(), map == null ? null : map.newMapper());
        }

        @Override
        public void read(Chunk chunk) {
            search.over(chunk);
            lines.read(chunk);
        }

        @Override
        public void commit(Chunk chunk) {
            if (map == null && chunk.firstOfFile() && !beginsAsItShould(chunk)) {
                ContractGuess.complaint(chunk, ledger.fileName(chunk), contract).ifPresent(complaint -> {
                    throw new InputException(complaint);
                });
            }
            String file = ledger.fileName(chunk);
            long before = ledger.enter(chunk, lines);
            unreadable += search.unreadable();
            for (LineSearch.Hit hit : search.hits()) {
                found.accept(new FoundLine(
                        contract,
                        new Place(file, before + lines.lineOfRecord(hit.number()) + 1),
                        hit.isRecord(),
                        hit.text(),
                        hit.request(),
                        hit.user(),
                        hit.time(),
                        hit.items(),
                        hit.violations()));
            }
        }
    }

    /** Whether some line of a file's first chunk is plainly of the contract; mostly the first one is. */
    private boolean beginsAsItShould(Chunk chunk) {
        PlainLine plain = new PlainLine(new Fields(contract));
        new LineWorker(plain, Integer.MAX_VALUE).read(chunk);
        return plain.met || chunk.tooLong();
    }

    /** Reads lines until one is plain. */
    private static final class PlainLine implements LineJudge {
        private final Fields fields;
        private boolean met;

        PlainLine(Fields fields) {
            this.fields = fields;
        }

        @Override
        public void begin() {}

        @Override
        public List<Violation> judge(byte[] bytes, int from, int to) {
            met = met || fields.read(bytes, from, to) == Reading.PLAIN;
            return List.of();
        }
    }
}
