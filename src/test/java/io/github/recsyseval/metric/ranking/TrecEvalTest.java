package io.github.recsyseval.metric.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.metric.MetricCatalog;
import io.github.recsyseval.testing.CheckData;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The test suite of trec_eval (results.test, qrels.test, out.test.aq), against its official output and a recomputation. */
class TrecEvalTest {

    @ParameterizedTest
    @ValueSource(strings = {"trec_small", "trec_trunc_c"})
    void everyOfficialFigureToFourDecimals(String set) {
        Map<String, JudgedList> lists = judgedLists(set);
        JsonNode official = CheckData.json(set + "/expected.json").get("official_trec_eval");
        int compared = 0;
        for (Map.Entry<String, JudgedList> list : lists.entrySet()) {
            String topic = list.getKey().substring("trec-".length());
            for (Map.Entry<String, JsonNode> figure : official.get(topic).properties()) {
                if (figure.getKey().startsWith("num_")) {
                    continue;
                }
                String name = ourName(figure.getKey());
                String value = String.format(Locale.ROOT, "%.4f", value(name, Convention.TREC, list.getValue()));
                assertThat(value)
                        .as("%s of %s", name, topic)
                        .isEqualTo(figure.getValue().stringValue());
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(3 * 40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trec_small", "trec_trunc_c"})
    void everyMeanOverAllQueriesToFourDecimals(String set) {
        Map<String, JudgedList> lists = judgedLists(set);
        JsonNode all = CheckData.json(set + "/expected.json").at("/official_trec_eval/all");
        assertThat(all.isObject()).isTrue();
        for (Map.Entry<String, JsonNode> figure : all.properties()) {
            if (figure.getKey().startsWith("num_")) {
                continue;
            }
            String name = ourName(figure.getKey());
            double mean = lists.values().stream()
                    .mapToDouble(list -> value(name, Convention.TREC, list))
                    .average()
                    .orElseThrow();
            assertThat(String.format(Locale.ROOT, "%.4f", mean))
                    .as(name)
                    .isEqualTo(figure.getValue().stringValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"trec_small", "trec_trunc_c"})
    void everyRecomputedFigure(String set) {
        Map<String, JudgedList> lists = judgedLists(set);
        JsonNode perRequest = CheckData.json(set + "/expected.json").get("per_request");
        int compared = 0;
        for (Map.Entry<String, JsonNode> request : perRequest.properties()) {
            JudgedList list = lists.get(request.getKey());
            for (Map.Entry<String, JsonNode> figure : request.getValue().properties()) {
                double expected = figure.getValue().doubleValue();
                String key = figure.getKey();
                assertThat(recomputed(key, list))
                        .as("%s of %s", key, request.getKey())
                        .isCloseTo(expected, within(1e-12));
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(3 * 50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trec_small", "trec_trunc_c"})
    void meansOfTheGoToolUnderItsConvention(String set) {
        Map<String, JudgedList> lists = judgedLists(set);
        JsonNode metrics = CheckData.json(set + "/go_expected.json").at("/offline_k10/metrics");
        Set<String> compared = new HashSet<>();
        for (JsonNode metric : metrics) {
            String name = metric.get("name").stringValue();
            if (MetricCatalog.rankingNames().contains(name.substring(0, name.indexOf('@')))) {
                double mean = lists.values().stream()
                        .mapToDouble(list -> value(name, Convention.REFERENCE, list))
                        .average()
                        .orElseThrow();
                assertThat(mean).as(name).isCloseTo(metric.get("value").doubleValue(), within(1e-12));
                compared.add(name);
            }
        }
        assertThat(compared).containsOnly("precision@10", "recall@10", "map@10", "ndcg@10", "hitrate@10");
    }

    /** The names of trec_eval: P_5, recall_5, map_cut_5, ndcg_cut_5, success_5, map, ndcg, recip_rank. */
    private static String ourName(String trecName) {
        int last = trecName.lastIndexOf('_');
        String base = last < 0 ? trecName : trecName.substring(0, last);
        String k = trecName.substring(last + 1);
        return switch (base) {
            case "P" -> "precision@" + k;
            case "recall" -> "recall@" + k;
            case "map_cut" -> "map@" + k;
            case "ndcg_cut" -> "ndcg@" + k;
            case "success" -> "hitrate@" + k;
            case "recip" -> "mrr";
            case "map", "ndcg" -> base;
            default -> throw new AssertionError("unknown figure " + trecName);
        };
    }

    private static double recomputed(String key, JudgedList list) {
        if (key.startsWith("trec_P_")) {
            return value("precision@" + key.substring("trec_P_".length()), Convention.TREC, list);
        }
        if (key.startsWith("trec_map_cut_")) {
            return value("map@" + key.substring("trec_map_cut_".length()), Convention.TREC, list);
        }
        if (key.startsWith("precision_over_list@")) {
            return value("precision@" + key.substring("precision_over_list@".length()), Convention.REFERENCE, list);
        }
        return switch (key) {
            case "recip_rank" -> value("mrr", Convention.DEFAULT, list);
            case "map_full" -> value("map", Convention.DEFAULT, list);
            case "ndcg_full" -> value("ndcg", Convention.DEFAULT, list);
            case "num_rel" -> list.relevant();
            case "num_rel_ret" -> list.hits();
            case "num_ret" -> list.length();
            default -> value(key, Convention.DEFAULT, list);
        };
    }

    private static double value(String name, Convention convention, JudgedList list) {
        return MetricCatalog.ranking(name, convention).get(0).value(list);
    }

    private static Map<String, JudgedList> judgedLists(String set) {
        Map<String, Set<String>> relevant = new HashMap<>();
        CheckData.lines(set + "/outcomes.jsonl")
                .forEach(outcome -> relevant.computeIfAbsent(
                                outcome.get("request_id").stringValue(), id -> new HashSet<>())
                        .add(outcome.get("item_id").stringValue()));
        Map<String, JudgedList> lists = new HashMap<>();
        CheckData.lines(set + "/exposures.jsonl").forEach(exposure -> {
            String request = exposure.get("request_id").stringValue();
            lists.put(request, judged(exposure.get("items"), relevant.get(request)));
        });
        return lists;
    }

    private static JudgedList judged(JsonNode items, Set<String> relevant) {
        JudgedList list = new JudgedList();
        list.start(items.size());
        Set<String> notShown = new HashSet<>(relevant);
        for (JsonNode item : items) {
            if (notShown.remove(item.get("item_id").stringValue())) {
                list.relevantAt(item.get("rank").intValue(), 1);
            }
        }
        notShown.forEach(item -> list.relevantButNotShown(1));
        return list;
    }
}
