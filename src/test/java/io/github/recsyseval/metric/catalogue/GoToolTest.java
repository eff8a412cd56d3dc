package io.github.recsyseval.metric.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.metric.catalogue.CatalogueMetric.Kind;
import io.github.recsyseval.metric.ranking.Cutoff;
import io.github.recsyseval.testing.CheckData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Observed coverage and self-information mean the same in the Go tool, which calls them coverage and novelty. */
class GoToolTest {

    private final Map<String, Long> numbers = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "trec_small, go_expected.json, '', 10",
        "trec_small, go_expected.json, '', 100",
        "trec_trunc_c, go_expected.json, '', 10",
        "trec_trunc_c, go_expected.json, '', 100",
        "ref_tiny, expected.json, /go_semantics_recomputed, 2",
        "ref_signals, expected.json, /go_semantics_recomputed, 3",
        "ref_ecommerce_mini, expected.json, /go_semantics_recomputed, 2",
        "ref_ecommerce_mini, expected.json, /go_semantics_recomputed, 10"
    })
    void coverageNoveltyAndDiversity(String set, String file, String path, int k) {
        JsonNode metrics = CheckData.json(set + "/" + file).at(path + "/offline_k" + k + "/metrics");
        CatalogueTally tally = tally(set, Cutoff.at(k));
        assertThat(figure(Kind.COVERAGE, k, tally)).isCloseTo(value(metrics, "coverage@" + k), within(1e-14));
        assertThat(figure(Kind.NOVELTY, k, tally)).isCloseTo(value(metrics, "novelty@" + k), within(1e-12));
        assertThat(figure(Kind.EVENNESS, k, tally)).isCloseTo(value(metrics, "diversity@" + k), within(1e-12));
    }

    private static double figure(Kind kind, int k, CatalogueTally tally) {
        return new CatalogueMetric(kind, Cutoff.at(k))
                .figure(tally, new Catalogue.ItemsOfTheLog(), Popularity.ofThisLog())
                .value();
    }

    private static double value(JsonNode metrics, String name) {
        for (JsonNode metric : metrics) {
            if (metric.get("name").stringValue().equals(name)) {
                return metric.get("value").doubleValue();
            }
        }
        throw new AssertionError("no " + name);
    }

    private CatalogueTally tally(String set, Cutoff cutoff) {
        CatalogueTally tally = new CatalogueTally(List.of(cutoff));
        CheckData.lines(set + "/exposures.jsonl").forEach(exposure -> {
            long[] items = new long[exposure.get("items").size()];
            for (int i = 0; i < items.length; i++) {
                JsonNode item = exposure.get("items").get(i);
                items[item.get("rank").intValue() - 1] = number(item);
            }
            tally.addList(items, items.length);
        });
        CheckData.lines(set + "/outcomes.jsonl").forEach(outcome -> tally.addExisting(number(outcome)));
        return tally;
    }

    private long number(JsonNode item) {
        return numbers.computeIfAbsent(item.get("item_id").stringValue(), id -> (long) numbers.size());
    }
}
