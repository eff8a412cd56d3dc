package io.github.recsyseval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.recsyseval.metric.catalogue.CatalogueMetric;
import io.github.recsyseval.metric.ranking.Convention;
import io.github.recsyseval.metric.ranking.Cutoff;
import io.github.recsyseval.metric.ranking.RankingMetric;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricCatalogTest {

    @Test
    void makesMetricsInTheOrderGiven() {
        List<RankingMetric> metrics = MetricCatalog.ranking("ndcg@10, map@5,mrr,auc,ndcg_exp@3", Convention.DEFAULT);
        assertThat(metrics)
                .extracting(RankingMetric::name)
                .containsExactly("ndcg@10", "map@5", "mrr", "auc", "ndcg_exp@3");
    }

    @Test
    void sortsTheMetricsOfAllListsTogetherFromThoseOfEachList() {
        MetricSelection selection =
                MetricCatalog.parse("gini@10,ndcg@10,coverage@10,coverage@5,mrr", Convention.DEFAULT);
        assertThat(selection.ranking()).extracting(RankingMetric::name).containsExactly("ndcg@10", "mrr");
        assertThat(selection.catalogue())
                .containsExactly(
                        new CatalogueMetric(CatalogueMetric.Kind.GINI, Cutoff.at(10)),
                        new CatalogueMetric(CatalogueMetric.Kind.COVERAGE, Cutoff.at(10)),
                        new CatalogueMetric(CatalogueMetric.Kind.COVERAGE, Cutoff.at(5)));
    }

    @Test
    void everyNameMakesAMetricOfThatName() {
        for (String name : MetricCatalog.rankingNames()) {
            assertThat(MetricCatalog.ranking(name, Convention.TREC))
                    .extracting(RankingMetric::name)
                    .containsExactly(name);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ndgc@10         | unknown metric "ndgc@10": did you mean "ndcg@10"?
                    NDCG@10         | unknown metric "NDCG@10": did you mean "ndcg@10"?
                    recip_rank      | unknown metric "recip_rank": did you mean "mrr"?
                    P@5             | unknown metric "P@5": did you mean "precision@5"?
                    latency         | unknown metric "latency": known are auc, coverage, effective_catalogue, entropy, evenness, f1, gini, hitrate, long_tail_share, map, mrr, ndcg, ndcg_binary, ndcg_exp, novelty, personalisation, precision, recall
                    ndcg@0          | metric "ndcg@0": k must be a whole number from 1 to 999999999, as in ndcg@10
                    ndcg@           | metric "ndcg@": k must be a whole number from 1 to 999999999, as in ndcg@10
                    ndcg@-3         | metric "ndcg@-3": k must be a whole number from 1 to 999999999, as in ndcg@10
                    ndcg@9999999999 | metric "ndcg@9999999999": k must be a whole number from 1 to 999999999, as in ndcg@10
                    map@5,map@05    | metric "map@05" is given twice
                    personalization@5 | unknown metric "personalization@5": did you mean "personalisation@5"?
                    diversity@10    | unknown metric "diversity@10": did you mean "evenness@10"?
                    coverage@10     | metric "coverage" is one of all lists together and not available here
                    map,,mrr        | a metric name is missing
                    auc@10          | metric "auc" covers the whole list and takes no @k
                    """)
    void refusesWhatItDoesNotKnow(String names, String message) {
        assertThatExceptionOfType(InvalidMetricException.class)
                .isThrownBy(() -> MetricCatalog.ranking(names, Convention.DEFAULT))
                .withMessage(message);
    }
}
