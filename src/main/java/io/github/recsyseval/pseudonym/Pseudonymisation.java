package io.github.recsyseval.pseudonym;

import io.github.recsyseval.pseudonym.PseudonymRun.FieldAccount;
import io.github.recsyseval.source.Chunk;
import io.github.recsyseval.source.ChunkPipeline;
import io.github.recsyseval.source.ChunkStream;
import io.github.recsyseval.source.InputLedger;
import io.github.recsyseval.source.LineWorker;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads all inputs, several threads at a time, and writes their lines with pseudonyms in the order of the input. */
public final class Pseudonymisation {
    private static final int EXAMPLES = 3;

    private final PseudonymPlan plan;
    private final FieldTree fields;
    private final InputLedger ledger;
    private final OutputStream out;
    private boolean lineOpen;

    private Pseudonymisation(PseudonymPlan plan, OutputStream out) {
        this.plan = plan;
        this.out = out;
        fields = new FieldTree(plan.fields());
        ledger = new InputLedger(plan.inputs(), false, EXAMPLES);
    }

    /**
     * Checks that fields can be replaced together.
     *
     * @throws IllegalArgumentException when one is given twice or lies within another; the message says so
     */
    public static void check(List<FieldPath> fields) {
        FieldTree tree = new FieldTree(fields);
        if (tree.size() == 0) {
            throw new IllegalArgumentException("no field is given");
        }
    }

    /**
     * Pseudonymises everything.
     *
     * @param out takes the lines; blank ones are left out
     * @throws UncheckedIOException when {@code out} cannot be written
     */
    public static PseudonymRun run(PseudonymPlan plan, OutputStream out) {
        plan.monitor().expect(List.of(plan.inputs()));
        return new Pseudonymisation(plan, out).run();
    }

    private PseudonymRun run() {
        try (ChunkStream stream = new ChunkStream(plan.inputs(), plan.maxLineBytes(), plan.standardInput())) {
            plan.monitor().watch(ledger, stream);
            List<Worker> workers = ChunkPipeline.run(stream, plan.threads(), Worker::new);
            FieldCounts sum = new FieldCounts(fields.size());
            workers.forEach(worker -> sum.add(worker.rewriter.counts()));
            List<FieldAccount> accounts = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                accounts.add(new FieldAccount(fields.field(i), sum.replaced[i], sum.absent[i], sum.alike[i]));
            }
            return new PseudonymRun(ledger, accounts, stream.failures(), sum.names());
        }
    }

    /** One thread's share. */
    private final class Worker implements ChunkPipeline.Worker {
        private final LineRewriter rewriter = new LineRewriter(fields, new Pseudonym(plan.key()));
        private final LineWorker lines = new LineWorker(rewriter, plan.maxLineBytes());

        @Override
        public void read(Chunk chunk) {
            rewriter.expect(chunk.length());
            lines.read(chunk);
        }

        @Override
        public void commit(Chunk chunk) {
            ledger.enter(chunk, lines);
            OutputBuffer written = rewriter.output();
            if (written.length() == 0) {
                return;
            }
            try {
                if (lineOpen) {
                    out.write('\n');
                }
                written.writeTo(out);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            lineOpen = !written.endsLine();
        }
    }
}
