package io.github.recsyseval.engine;

import io.github.recsyseval.diagnosis.FrequentClickers;
import io.github.recsyseval.diagnosis.RequestWatch;
import io.github.recsyseval.join.ExposureBatch;
import io.github.recsyseval.join.ExposureClass;
import io.github.recsyseval.join.JoinTally;
import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.join.RequestJoin;
import io.github.recsyseval.metric.RequestLedger;
import io.github.recsyseval.metric.kpi.RankClicks;
import io.github.recsyseval.source.Chunk;

/** Settles exposures in input order, joins them, and adds each evaluated request to this thread's tallies. */
final class ExposureWorker extends RecordWorker implements RequestJoin.Consumer {
    private final ExposureJudge judge;
    private final ExposureBatch batch;
    private final SliceColumns columns;
    private final RequestJoin join;
    private final RequestJoin.Side side;
    private final RequestLedger requests;
    private final RankClicks rankClicks;
    private final JoinSink sink;
    private final RequestWatch watch;
    private Chunk chunk = new Chunk();

    static ExposureWorker of(
            Intake intake,
            JoinPlan plan,
            SliceColumns columns,
            RequestLedger requests,
            RequestJoin join,
            FrequentClickers frequentClickers,
            JoinSink sink) {
        ExposureBatch batch = new ExposureBatch(columns.count());
        ContextKeys keys = ContextKeys.of(columns.keys(), plan.filter());
        ExposureJudge judge = new ExposureJudge(intake.schema(), keys, plan.filter(), columns, batch);
        RequestWatch watch = new RequestWatch(frequentClickers, columns.armColumns());
        return new ExposureWorker(
                intake, judge, batch, columns, requests, join, watch, new RankClicks(columns.cuts()), sink);
    }

    private ExposureWorker(
            Intake intake,
            ExposureJudge judge,
            ExposureBatch batch,
            SliceColumns columns,
            RequestLedger requests,
            RequestJoin join,
            RequestWatch watch,
            RankClicks rankClicks,
            JoinSink sink) {
        super(intake, judge);
        this.judge = judge;
        this.batch = batch;
        this.columns = columns;
        this.join = join;
        this.watch = watch;
        this.rankClicks = rankClicks;
        this.sink = sink;
        side = join.side(this);
        this.requests = requests;
    }

    @Override
    void completeRecords() {
        columns.addVariants(batch);
    }

    @Override
    void commitRecords(Chunk committed) {
        join.settle(batch);
        if (sink.isActive()) {
            // What is written must follow the input's order, so the join itself takes its turn here.
            chunk = committed;
            side.join(batch);
        }
    }

    @Override
    public void tally(Chunk settled) {
        if (!sink.isActive()) {
            chunk = settled;
            side.join(batch);
        }
    }

    @Override
    public void accept(JoinedRequest request) {
        requests.add(request);
        rankClicks.add(request);
        int from = judge.lines().from(request.row());
        int to = judge.lines().to(request.row());
        watch.see(request, text(chunk), from, to);
        if (sink.isActive()) {
            sink.joined(text(chunk), from, to, request);
        }
    }

    @Override
    public void ofOtherContext(JoinedRequest request) {
        int row = request.row();
        watch.seeOfOtherContext(
                request, text(chunk), judge.lines().from(row), judge.lines().to(row));
    }

    @Override
    public void leftOut(int row, ExposureClass why) {
        if (sink.isActive()) {
            sink.leftOut(text(chunk), judge.lines().from(row), judge.lines().to(row), why);
        }
    }

    /** Whether any exposure had the i-th key of the filter. */
    boolean metFilterKey(int i) {
        return judge.metFilterKey(i);
    }

    /** Whether any exposure was of a user whom the filter leaves out. */
    boolean metExcludedUser() {
        return judge.metExcludedUser();
    }

    JoinTally joinTally() {
        return side.tally();
    }

    RequestLedger requests() {
        return requests;
    }

    RequestWatch watch() {
        return watch;
    }

    RankClicks rankClicks() {
        return rankClicks;
    }
}
