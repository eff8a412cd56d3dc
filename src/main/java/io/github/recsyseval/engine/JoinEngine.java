package io.github.recsyseval.engine;

import io.github.recsyseval.diagnosis.FrequentClickers;
import io.github.recsyseval.diagnosis.OutcomeWatch;
import io.github.recsyseval.diagnosis.RequestWatch;
import io.github.recsyseval.event.Contract;
import io.github.recsyseval.join.AssignmentBooks;
import io.github.recsyseval.join.AssignmentIndex;
import io.github.recsyseval.join.ExposureSet;
import io.github.recsyseval.join.JoinTally;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.join.RequestJoin;
import io.github.recsyseval.metric.LedgerSums;
import io.github.recsyseval.metric.MetricPlan;
import io.github.recsyseval.metric.Parallel;
import io.github.recsyseval.metric.RequestLedger;
import io.github.recsyseval.metric.SpilledLedger;
import io.github.recsyseval.metric.kpi.RankClicks;
import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.spill.SpillBudget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the inputs of a {@link JoinPlan}, each byte once, and joins them: outcomes, then assignments, then exposures. */
public final class JoinEngine {
    /** About what a line of assignments takes at least, to size their index. */
    private static final int BYTES_PER_ASSIGNMENT = 200;

    /** The part of the inputs that is held at least, however little memory is asked for. */
    private static final int LEAST_MEMORY = 250;

    private final JoinPlan plan;
    private final JoinSink sink;
    private final SpillBudget memory;
    private final @Nullable VariantColumns variants;

    private JoinEngine(JoinPlan plan, JoinSink sink, SpillBudget memory, @Nullable VariantColumns variants) {
        this.plan = plan;
        this.sink = sink;
        this.variants = variants;
        // With less there would be more temporary files than a process may have open.
        this.memory = memory.atLeast((plan.exposures().bytes()
                        + plan.outcomes().bytes()
                        + plan.assignments().bytes())
                / LEAST_MEMORY);
    }

    /** Runs a plan to its end, everything held in the heap. */
    public static JoinRun run(JoinPlan plan, JoinSink sink) {
        return run(plan, sink, SpillBudget.UNLIMITED);
    }

    /**
     * Runs a plan to its end. The result is the same for any budget.
     *
     * @param memory how much of the heap what grows with the input may take; its temporary files are needed as long as the result is
     */
    public static JoinRun run(JoinPlan plan, JoinSink sink, SpillBudget memory) {
        return new JoinEngine(plan, sink, memory, null).run();
    }

    /**
     * Runs a plan without assignments of its own.
     *
     * @param variants of another run, in whose assignments the requests are looked up; its books of them stay as they are
     */
    public static JoinRun run(JoinPlan plan, JoinSink sink, SpillBudget memory, VariantColumns variants) {
        return new JoinEngine(plan, sink, memory, variants).run();
    }

    private JoinRun run() {
        OutcomeIndex outcomes = new OutcomeIndex(memory.part(4));
        OutcomeWatch outcomeWatch = new OutcomeWatch();
        InputAccount outcomeAccount = read(
                Contract.OUTCOME, plan.outcomes(), intake -> new OutcomeWorker(intake, outcomes, outcomeWatch, sink));
        outcomes.build(plan.filter().orphans());
        FrequentClickers frequentClickers = FrequentClickers.of(outcomes);
        AssignmentIndex assignments =
                new AssignmentIndex(plan.assignments().bytes() / BYTES_PER_ASSIGNMENT, memory.part(4));
        InputAccount assignmentAccount =
                read(Contract.ASSIGNMENT, plan.assignments(), intake -> new AssignmentWorker(intake, assignments));
        assignments.build(plan.filter().orphans());
        // One half of what is left for the set of request ids, the other one for the rows of the ledgers.
        SpillBudget half =
                memory.without(outcomes.heldBytes() + assignments.heldBytes()).part(2);

        SliceColumns columns = SliceColumns.of(plan, variants == null ? new VariantColumns(assignments) : variants);
        MetricPlan metrics = new MetricPlan(
                plan.metrics(), columns.count(), plan.forExperiment().times());
        RequestJoin join = new RequestJoin(
                outcomes,
                assignments,
                plan.attribution(),
                ExposureSet.likelyIn(plan.exposures().bytes()),
                half);
        SpilledLedger spilled = new SpilledLedger(half, metrics);
        List<ExposureWorker> workers = Collections.synchronizedList(new ArrayList<>());
        InputAccount exposureAccount = read(Contract.EXPOSURE, plan.exposures(), intake -> {
            ExposureWorker worker =
                    ExposureWorker.of(intake, plan, columns, ledger(metrics, spilled), join, frequentClickers, sink);
            workers.add(worker);
            return worker;
        });

        join.endSettling();
        // Adding up what the threads counted is for one thread; the sums of the rows are for all.
        int threads = plan.read().threads();
        Parallel.Both<LedgerSums, Counted> both = Parallel.both(
                threads,
                () -> spilled.sums(
                        workers.stream().map(ExposureWorker::requests).toList(), threads),
                () -> Counted.of(workers, frequentClickers, columns));
        Counted counted = both.second();
        return new JoinRun(
                exposureAccount,
                outcomeAccount,
                assignmentAccount,
                join,
                counted.tally(),
                outcomes,
                assignments,
                AssignmentBooks.of(assignments),
                counted.rankClicks(),
                counted.watch(),
                outcomeWatch,
                columns,
                metrics,
                both.first(),
                filterKeysNeverMet(workers),
                !plan.filter().excludedUsers().isEmpty() && workers.stream().noneMatch(ExposureWorker::metExcludedUser),
                memory);
    }

    /** What all threads counted together. */
    private record Counted(JoinTally tally, RequestWatch watch, RankClicks rankClicks) {
        static Counted of(List<ExposureWorker> workers, FrequentClickers frequentClickers, SliceColumns columns) {
            JoinTally tally = new JoinTally();
            RequestWatch watch = new RequestWatch(frequentClickers, columns.armColumns());
            RankClicks rankClicks = new RankClicks(columns.cuts());
            for (ExposureWorker worker : workers) {
                tally.add(worker.joinTally());
                watch.add(worker.watch());
                rankClicks.add(worker.rankClicks());
            }
            return new Counted(tally, watch, rankClicks);
        }
    }

    private List<String> filterKeysNeverMet(List<ExposureWorker> workers) {
        List<String> keys = List.copyOf(plan.filter().where().keySet());
        return IntStream.range(0, keys.size())
                .filter(i -> workers.stream().noneMatch(worker -> worker.metFilterKey(i)))
                .mapToObj(keys::get)
                .toList();
    }

    private RequestLedger ledger(MetricPlan metrics, SpilledLedger spilled) {
        return new RequestLedger(metrics, spilled, plan.read().threads());
    }

    private InputAccount read(Contract contract, InputSet inputs, Function<Intake, ? extends RecordWorker> workers) {
        return new Intake(contract, inputs, plan.read()).read(workers);
    }
}
