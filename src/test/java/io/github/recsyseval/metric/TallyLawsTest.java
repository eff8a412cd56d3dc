package io.github.recsyseval.metric;

import io.github.recsyseval.event.EventType;
import io.github.recsyseval.event.Exposure;
import io.github.recsyseval.event.Outcome;
import io.github.recsyseval.join.AssignmentIndex;
import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.join.ExposureBatch;
import io.github.recsyseval.join.JoinTally;
import io.github.recsyseval.join.OrphanRule;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.join.RequestJoin;
import io.github.recsyseval.join.Selection;
import io.github.recsyseval.metric.kpi.RankClicks;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.metric.ranking.Convention;
import io.github.recsyseval.stat.RatioMoments;
import io.github.recsyseval.testing.AccumulatorLaws;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Everything that is tallied per request obeys the laws of an accumulator: any split, any order, merging with nothing. */
class TallyLawsTest {
    private static final int REQUESTS = 300;

    private final OutcomeIndex outcomes = outcomes();
    private final MetricPlan plan = new MetricPlan(
            List.of(
                    RequestRates.group(List.of(RequestRates.values())),
                    RankingGroup.of(
                            MetricCatalog.ranking("ndcg@3,map@3,auc,mrr", Convention.DEFAULT), Relevance.DEFAULT)),
            1);

    @Test
    void joinTally() {
        laws(tallies -> counts(tallies.join()));
    }

    @Test
    void rankClicks() {
        laws(tallies -> {
            List<Long> counts = new ArrayList<>();
            RankClicks clicks = tallies.rankClicks();
            for (int rank = 0; rank <= RankClicks.MAX_RANK + 1; rank++) {
                RatioMoments moments = clicks.moments(rank);
                counts.add((long) moments.denominator());
                counts.add((long) moments.numerator());
                counts.add(moments.clusters());
                counts.add(Double.doubleToLongBits(moments.variance()));
            }
            return counts;
        });
    }

    @Test
    void requestLedgerAndItsSums() {
        laws(tallies -> {
            LedgerSums sums = LedgerSums.of(plan, tallies.ledgers(), 2);
            List<String> figures = new ArrayList<>();
            figures.add(figures(sums.total()));
            sums.slices(0, 3).forEach(slice -> figures.add(figures(slice)));
            return figures;
        });
    }

    private void laws(java.util.function.Function<Tallies, List<?>> result) {
        List<Integer> requests = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            requests.add(i);
        }
        AccumulatorLaws.<Tallies, Integer>of(Tallies::new, Tallies::add, Tallies::merge, result)
                .holdFor(requests);
    }

    private static List<Long> counts(JoinTally join) {
        return List.of(
                join.evaluated(),
                join.excluded(),
                join.joined(),
                join.errorLogged(),
                join.userIsRequest(),
                join.matchedOutcomes(),
                join.userMismatches(),
                join.firstExposure(),
                join.lastExposure());
    }

    private String figures(SliceSums sums) {
        StringBuilder text = new StringBuilder();
        text.append(sums.requests())
                .append(' ')
                .append(sums.users())
                .append(' ')
                .append(sums.latencyQuantiles());
        for (int i = 0; i < plan.metrics().size(); i++) {
            text.append(' ')
                    .append(sums.moments(i).numerator())
                    .append(' ')
                    .append(sums.moments(i).variance());
        }
        return text.toString();
    }

    /** The tallies of one thread, or of several merged. */
    private final class Tallies {
        private final JoinTally join = new JoinTally();
        private final RankClicks rankClicks = new RankClicks();
        /** Which requests each thread's ledger has; summing empties ledgers, so they are filled anew for every look. */
        private final List<List<Integer>> ledgers = new ArrayList<>(List.of(new ArrayList<>()));

        void add(int request) {
            join.add(joinOne(joined -> rankClicks.add(joined), request));
            ledgers.get(0).add(request);
        }

        void merge(Tallies other) {
            join.add(other.join);
            rankClicks.add(other.rankClicks);
            ledgers.addAll(other.ledgers);
        }

        JoinTally join() {
            return join;
        }

        RankClicks rankClicks() {
            return rankClicks;
        }

        List<RequestLedger> ledgers() {
            List<RequestLedger> filled = new ArrayList<>();
            for (List<Integer> requests : ledgers) {
                RequestLedger ledger = new RequestLedger(plan);
                requests.forEach(request -> joinOne(ledger::add, request));
                filled.add(ledger);
            }
            return filled;
        }
    }

    private JoinTally joinOne(RequestJoin.Consumer consumer, int request) {
        RequestJoin join = new RequestJoin(outcomes, noAssignments(), Attribution.DEFAULT, 1);
        ExposureBatch batch = new ExposureBatch(1);
        batch.add(
                exposure(request),
                new int[] {request % 3},
                request % 17 == 0 ? Selection.EXCLUDED : Selection.EVALUATED,
                0,
                0);
        join.settle(batch);
        RequestJoin.Side side = join.side(consumer);
        side.join(batch);
        return side.tally();
    }

    private static AssignmentIndex noAssignments() {
        AssignmentIndex none = new AssignmentIndex();
        none.build(OrphanRule.KEEP_ALL);
        return none;
    }

    private static Exposure exposure(int request) {
        Random random = new Random(request);
        Exposure exposure = new Exposure(0);
        exposure.requestFirst = request;
        exposure.hasRequestId = true;
        exposure.user = random.nextInt(40);
        exposure.userIsRequest = random.nextInt(9) == 0;
        exposure.timestamp = 1_000_000L * request;
        exposure.hasItems = true;
        exposure.itemCount = random.nextInt(6);
        for (int i = 0; i < exposure.itemCount; i++) {
            exposure.items[i] = random.nextInt(8);
            exposure.ranks[i] = 1 + random.nextInt(130);
        }
        exposure.latencyMs = random.nextInt(5) == 0 ? Double.NaN : random.nextInt(50) / 7.0;
        exposure.error = (byte) random.nextInt(3);
        return exposure;
    }

    private static OutcomeIndex outcomes() {
        Random random = new Random(1);
        OutcomeIndex index = new OutcomeIndex();
        Outcome outcome = new Outcome();
        for (int i = 0; i < 2 * REQUESTS; i++) {
            outcome.requestFirst = random.nextInt(REQUESTS);
            outcome.user = random.nextInt(40);
            outcome.item = random.nextInt(8);
            outcome.type = random.nextInt(3) == 0 ? EventType.CONVERSION : EventType.CLICK;
            outcome.value = random.nextInt(2) == 0 ? random.nextDouble() * 1e6 : random.nextDouble();
            outcome.timestamp = 1_000_000L * random.nextInt(REQUESTS);
            index.add(outcome);
        }
        index.build(OrphanRule.KEEP_ALL);
        return index;
    }
}
