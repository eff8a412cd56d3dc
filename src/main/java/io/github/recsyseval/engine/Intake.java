package io.github.recsyseval.engine;

import io.github.recsyseval.event.Contract;
import io.github.recsyseval.mapping.LineMapper;
import io.github.recsyseval.mapping.MapTally;
import io.github.recsyseval.mapping.RecordMap;
import io.github.recsyseval.schema.LoadedSchema;
import io.github.recsyseval.schema.SchemaCatalog;
import io.github.recsyseval.source.Chunk;
import io.github.recsyseval.source.ChunkPipeline;
import io.github.recsyseval.source.ChunkStream;
import io.github.recsyseval.source.ContractGuess;
import io.github.recsyseval.source.InputException;
import io.github.recsyseval.source.InputLedger;
import io.github.recsyseval.source.InputSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One input on its way in: what all threads that read it share. */
final class Intake {
    private final InputSet inputs;
    private final ReadOptions options;
    private final LoadedSchema schema;
    private final InputLedger ledger;
    private final Contract contract;

    Intake(Contract contract, InputSet inputs, ReadOptions options) {
        this.inputs = inputs;
        this.options = options;
        schema = SchemaCatalog.load(contract.schema());
        ledger = new InputLedger(inputs, options.allowPartialTail(), options.maxExamples());
        this.contract = contract;
    }

    /** Reads everything; {@code workers} makes a worker for each thread. */
    InputAccount read(Function<Intake, ? extends RecordWorker> workers) {
        Completeness completeness = new Completeness();
        List<RecordWorker> all = new ArrayList<>();
        try (ChunkStream stream =
                ChunkStream.hashing(inputs, options.maxLineBytes(), options.standardInput(), options.sha256())) {
            options.monitor().watch(ledger, stream);
            all.addAll(ChunkPipeline.run(stream, options.threads(), () -> workers.apply(this)));
            all.forEach(worker -> completeness.add(worker.completeness()));
            return new InputAccount(ledger, completeness, stream.failures(), stream.digests(), mapping(all));
        }
    }

    private static @Nullable MapTally mapping(List<RecordWorker> workers) {
        MapTally sum = workers.get(0).mapping();
        if (sum != null) {
            for (RecordWorker worker : workers.subList(1, workers.size())) {
                sum.add(Objects.requireNonNull(worker.mapping()));
            }
        }
        return sum;
    }

    /** A rewriter of lines for one thread; null when lines are read as they are. */
    @Nullable LineMapper newMapper() {
        RecordMap map = options.map().of(contract);
        return map == null ? null : map.newMapper();
    }

    ReadOptions options() {
        return options;
    }

    LoadedSchema schema() {
        return schema;
    }

    InputLedger ledger() {
        return ledger;
    }

    /** @throws InputException when the lines of a file's first chunk are plainly records of another contract */
    void checkContract(Chunk chunk) {
        ContractGuess.complaint(chunk, ledger.fileName(chunk), contract).ifPresent(complaint -> {
            throw new InputException(complaint);
        });
    }
}
