package io.github.recsyseval.metric.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.metric.MetricCatalog;
import io.github.recsyseval.stat.RatioKind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RankingMetricTest {

    /** Three items shown, relevant ones on positions 1 and 3 with gains 1 and 3; two more, with gains 3 and 1, not shown. */
    private final JudgedList graded = list(3, new int[] {1, 3}, new double[] {1, 3}, 3, 1);

    private final JudgedList withoutRelevant = list(3, new int[0], new double[0]);
    private final JudgedList empty = list(0, new int[0], new double[0], 1);

    @ParameterizedTest
    @CsvSource({
        // by hand: hits 1 and 2 of R = 4 at positions 1 and 3; precisions at them 1 and 2/3
        "precision@5, DEFAULT,   0.4",
        "precision@5, TREC,      0.4",
        "precision@5, RANX,      0.4",
        "precision@5, REFERENCE, 0.6666666666666667",
        "precision@2, REFERENCE, 0.5",
        "precision,   DEFAULT,   0.6666666666666667",
        "precision,   TREC,      0.6666666666666667",
        "recall@5,    DEFAULT,   0.5",
        "recall@2,    REFERENCE, 0.25",
        "recall,      TREC,      0.5",
        "f1@5,        DEFAULT,   0.4444444444444444",
        "f1@5,        REFERENCE, 0.5714285714285714",
        "hitrate@1,   DEFAULT,   1",
        "mrr,         DEFAULT,   1",
        "map@3,       DEFAULT,   0.5555555555555556",
        "map@3,       TREC,      0.4166666666666667",
        "map@3,       RANX,      0.4166666666666667",
        "map@3,       REFERENCE, 0.5555555555555556",
        "map@10,      DEFAULT,   0.4166666666666667",
        "map,         DEFAULT,   0.4166666666666667",
        "map,         REFERENCE, 0.4166666666666667",
        // binary: (1 + 1/2) / (1 + 1/log2(3) + 1/2 + 1/log2(5)); @2: 1 / (1 + 1/log2(3))
        "ndcg@5,      REFERENCE, 0.5855700749881525",
        "ndcg_binary, DEFAULT,   0.5855700749881525",
        "ndcg@2,      REFERENCE, 0.6131471927654584",
        // the pairs (1, 2) right, (3, 2) wrong
        "auc,         DEFAULT,   0.5",
        "auc,         REFERENCE, 0.5",
    })
    void valueByHand(String name, Convention convention, double value) {
        assertThat(metric(name, convention).value(graded)).isCloseTo(value, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({
        "precision@5, 0.4",
        "recall@5,    0.5",
        "f1@5,        0.4444444444444445",
        "hitrate@5,   1",
        "mrr@5,       1",
        "map@3,       0.41666666666666663",
        "ndcg@5,      0.4292976172255458",
        "ndcg_exp@5,  0.36445554681793896",
        "ndcg@2,      0.20438239758848614",
        "ndcg_exp@2,  0.0875924561093512",
        "precision,   0.6666666666666666",
        "recall,      0.5",
        "f1,          0.5714285714285715",
        "map,         0.41666666666666663",
        "ndcg,        0.4292976172255458",
        "ndcg_exp,    0.36445554681793896"
    })
    void valueOfRanx(String name, double value) {
        // ranx 0.3: q = Qrels({"a": {"i1": 1, "i3": 3, "x": 3, "y": 1}}); r = Run({"a": {"i1": .9, "i2": .8, "i3":
        // .7}})
        // evaluate(q, r, ["precision@5", ..., "hit_rate@5", "ndcg_burges@5", ...])
        assertThat(metric(name, Convention.RANX).value(graded)).isCloseTo(value, within(1e-15));
    }

    @Test
    void gradedNdcgOfThePublishedExample() {
        // https://en.wikipedia.org/wiki/Discounted_cumulative_gain: relevance 3,2,3,0,1,2 shown, 3 and 2 not shown;
        // DCG_6 = 6.861, IDCG_6 = 8.740, nDCG_6 = 0.785
        JudgedList example = list(6, new int[] {1, 2, 3, 5, 6}, new double[] {3, 2, 3, 1, 2}, 3, 2);
        assertThat(metric("ndcg@6", Convention.DEFAULT).value(example)).isCloseTo(0.785, within(0.0005));
        assertThat(metric("ndcg@6", Convention.DEFAULT).value(example)).isCloseTo(6.861 / 8.740, within(0.0001));
    }

    @ParameterizedTest
    @CsvSource({"DEFAULT, NaN", "TREC, NaN", "RANX, 0", "REFERENCE, 0"})
    void aListWithoutRelevantItemsIsLeftOutOrZero(Convention convention, Double value) {
        for (RankingMetric metric : allButAuc(convention)) {
            assertThat(metric.value(withoutRelevant)).as(metric.name()).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @EnumSource(Convention.class)
    void anEmptyListThatShouldHaveHeldSomethingIsZero(Convention convention) {
        for (RankingMetric metric : allButAuc(convention)) {
            assertThat(metric.value(empty)).as(metric.name()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Convention.class)
    void aucNeedsBothKindsOfItems(Convention convention) {
        RankingMetric auc = metric("auc", convention);
        assertThat(auc.value(withoutRelevant)).isNaN();
        assertThat(auc.value(empty)).isNaN();
        assertThat(auc.value(list(2, new int[] {1, 2}, new double[] {1, 1}))).isNaN();
        assertThat(auc.value(list(2, new int[] {1}, new double[] {1}))).isEqualTo(1);
        assertThat(auc.value(list(2, new int[] {2}, new double[] {1}))).isZero();
    }

    @ParameterizedTest
    @EnumSource(Convention.class)
    void aPerfectListScoresExactlyOne(Convention convention) {
        JudgedList perfect = list(2000, new int[0], new double[0]);
        for (int position = 1; position <= 1500; position++) {
            perfect.relevantAt(position, position < 400 ? 3.5 : 0.3);
        }
        for (String name : List.of(
                "ndcg",
                "ndcg@7",
                "ndcg_exp",
                "ndcg_exp@1200",
                "ndcg_binary",
                "mrr",
                "hitrate@1",
                "auc",
                "precision@10")) {
            assertThat(metric(name, convention).value(perfect)).as(name).isEqualTo(1);
        }
    }

    @Test
    void exponentialGainStaysFiniteForHugeGrades() {
        JudgedList huge = list(2, new int[] {2}, new double[] {5000}, 1);
        // only the item at rank 2 counts: 1 / log2(3)
        assertThat(metric("ndcg_exp", Convention.DEFAULT).value(huge)).isCloseTo(0.6309297535714575, within(1e-15));
    }

    @ParameterizedTest
    @EnumSource(Convention.class)
    void everyValueOfARandomListLiesBetweenZeroAndOne(Convention convention) {
        Random random = new Random(11);
        List<RankingMetric> metrics = MetricCatalog.ranking(
                "precision@5,recall@5,f1@5,hitrate@5,mrr@5,map@5,ndcg@5,ndcg_exp@5,map,ndcg,precision,f1", convention);
        JudgedList list = new JudgedList();
        for (int round = 0; round < 5000; round++) {
            list.start(random.nextInt(12));
            for (int position = 1; position <= list.length(); position++) {
                if (random.nextInt(3) == 0) {
                    list.relevantAt(position, 1 + random.nextInt(3));
                }
            }
            for (int unseen = random.nextInt(3); unseen > 0; unseen--) {
                list.relevantButNotShown(1 + random.nextInt(3));
            }
            for (RankingMetric metric : metrics) {
                double value = metric.value(list);
                boolean leftOut = list.relevant() == 0 && convention.leavesOutWithoutRelevant();
                assertThat(Double.isNaN(value)).isEqualTo(leftOut);
                assertThat(leftOut || value >= 0 && value <= 1)
                        .as("%s = %s", metric.name(), value)
                        .isTrue();
            }
        }
    }

    @Test
    void definitionsSayWhatIsComputed() {
        assertThat(metric("precision@10", Convention.DEFAULT).definition())
                .isEqualTo("relevant items in the first 10 / 10; requests without a relevant item are left out");
        assertThat(metric("precision@10", Convention.REFERENCE).definition())
                .isEqualTo("relevant items in the first 10 / min(10, list length); "
                        + "requests without a relevant item count 0");
        assertThat(metric("map@5", Convention.DEFAULT).definition()).contains("/ min(R, 5),");
        assertThat(metric("map@5", Convention.TREC).definition()).contains("/ R,");
        assertThat(metric("map", Convention.DEFAULT).definition()).contains("/ R,");
        assertThat(metric("ndcg@5", Convention.DEFAULT).definition()).contains("gain = relevance;");
        assertThat(metric("ndcg@5", Convention.REFERENCE).definition()).contains("gain = 1 for a relevant item;");
        assertThat(metric("f1@5", Convention.DEFAULT).definition())
                .isEqualTo("2 P R / (P + R) per request, P = relevant items in the first 5 / 5, "
                        + "R = relevant items in the first 5 / relevant items of the request, shown or not; "
                        + "requests without a relevant item are left out");
    }

    @Test
    void onlyTheHitRateIsAProportion() {
        for (String name : MetricCatalog.rankingNames()) {
            RatioKind expected = name.equals("hitrate") ? RatioKind.PROPORTION : RatioKind.UNIT_MEAN;
            assertThat(metric(name, Convention.DEFAULT).kind()).isEqualTo(expected);
        }
    }

    private static List<RankingMetric> allButAuc(Convention convention) {
        return MetricCatalog.ranking(
                "precision,precision@2,recall,recall@2,f1,f1@2,hitrate,hitrate@2,mrr,mrr@2,map,map@2,ndcg,ndcg@2,"
                        + "ndcg_exp,ndcg_exp@2,ndcg_binary,ndcg_binary@2",
                convention);
    }

    private static RankingMetric metric(String name, Convention convention) {
        return MetricCatalog.ranking(name, convention).get(0);
    }

    private static JudgedList list(int length, int[] positions, double[] gains, double... gainsNotShown) {
        JudgedList list = new JudgedList();
        list.start(length);
        for (int i = 0; i < positions.length; i++) {
            list.relevantAt(positions[i], gains[i]);
        }
        for (double gain : gainsNotShown) {
            list.relevantButNotShown(gain);
        }
        return list;
    }
}
