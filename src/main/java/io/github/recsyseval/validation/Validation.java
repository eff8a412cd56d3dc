package io.github.recsyseval.validation;

import io.github.recsyseval.event.Contract;
import io.github.recsyseval.finding.Rule;
import io.github.recsyseval.join.ExposureSet;
import io.github.recsyseval.mapping.LineMapper;
import io.github.recsyseval.mapping.MapTally;
import io.github.recsyseval.mapping.RecordMap;
import io.github.recsyseval.schema.SchemaCatalog;
import io.github.recsyseval.source.ChunkPipeline;
import io.github.recsyseval.source.ChunkStream;
import io.github.recsyseval.source.InputLedger;
import io.github.recsyseval.source.LineSorter;
import io.github.recsyseval.source.ViolationGroups;
import io.github.recsyseval.spill.SpillSpace;
import io.github.recsyseval.stat.TimeHistogram;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the inputs of a {@link ValidationPlan}, each byte once. What all threads share is here; each has a worker of its own. */
public final class Validation {
    private final ValidationPlan plan;
    private final InputLedger ledger;
    private final LineSorter sorter;
    private final FindingTally findings;
    private final PersonalDataTally personalData = new PersonalDataTally();
    private final RepeatedRequests requests;

    private Validation(
            ValidationPlan plan, SpillSpace space, @Nullable OutputStream accepted, @Nullable OutputStream rejected) {
        this.plan = plan;
        ledger = new InputLedger(
                plan.inputs(), plan.read().allowPartialTail(), plan.read().maxExamples());
        sorter = new LineSorter(ledger, accepted, rejected);
        findings = new FindingTally(plan.rules());
        requests =
                new RepeatedRequests(space, ExposureSet.likelyIn(plan.inputs().bytes()), plan.idsInMemory());
    }

    /**
     * Validates everything.
     *
     * @param accepted takes the valid lines, if given
     * @param rejected takes the invalid lines, if given
     * @throws io.github.recsyseval.source.InputException when the records are plainly those of another contract
     * @throws java.io.UncheckedIOException when a line cannot be written to one of the streams
     * @throws io.github.recsyseval.spill.SpillException when temporary files are needed and cannot be written
     */
    public static ValidationRun run(
            ValidationPlan plan, @Nullable OutputStream accepted, @Nullable OutputStream rejected) {
        plan.read().monitor().expect(List.of(plan.inputs()));
        try (SpillSpace space = new SpillSpace(plan.temporaryFolder())) {
            return new Validation(plan, space, accepted, rejected).run();
        }
    }

    private ValidationRun run() {
        try (ChunkStream stream = new ChunkStream(
                plan.inputs(), plan.read().maxLineBytes(), plan.read().standardInput())) {
            plan.read().monitor().watch(ledger, stream);
            TimeHistogram times = new TimeHistogram(ViolationGroups.ALL_BINS);
            List<ValidationWorker> workers =
                    ChunkPipeline.run(stream, plan.read().threads(), () -> new ValidationWorker(this));
            workers.forEach(worker -> times.add(worker.times()));
            times.add(ledger.violations().times());
            requests.settle(this::take);
            return new ValidationRun(
                    plan,
                    ledger,
                    mapping(workers),
                    findings,
                    personalData,
                    times,
                    sorter.tooLong(),
                    List.copyOf(stream.failures()),
                    stream.bytesRead());
        }
    }

    /** Counts a valid record of which it is known whether it repeats another. */
    void take(Repeat repeat, ValidRecord record) {
        findings.add(record.odd(), repeat, record.position(), record.time());
        if (repeat == Repeat.FIRST) {
            personalData.add(record.sightings(), record.position(), record.time());
        }
    }

    private static @Nullable MapTally mapping(List<ValidationWorker> workers) {
        MapTally sum = workers.get(0).mapping();
        if (sum != null) {
            workers.subList(1, workers.size()).forEach(worker -> sum.add(Objects.requireNonNull(worker.mapping())));
        }
        return sum;
    }

    /** A rewriter of lines for one thread; null when lines are read as they are. */
    @Nullable LineMapper newMapper() {
        for (Contract contract : Contract.values()) {
            RecordMap map = plan.read().map().of(contract);
            if (map != null && contract.schema().equals(plan.schema().name())) {
                return map.newMapper();
            }
        }
        return null;
    }

    RecordJudge newJudge() {
        String name = plan.schema().name();
        boolean scans = plan.personalData() != Rule.OFF;
        return new RecordJudge(plan.schema(), RecordInspector.of(name), isPublished(), scans);
    }

    /** Whether the schema is one of those that come with the program. */
    boolean isPublished() {
        return SchemaCatalog.names().contains(plan.schema().name());
    }

    ValidationPlan plan() {
        return plan;
    }

    InputLedger ledger() {
        return ledger;
    }

    LineSorter sorter() {
        return sorter;
    }

    FindingTally findings() {
        return findings;
    }

    RepeatedRequests requests() {
        return requests;
    }
}
