package io.github.recsyseval.cli;

import static io.github.recsyseval.cli.CommandRun.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.testing.CheckData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The whole command against figures that others computed; see the expected.json of each set for how. */
class OfflineCheckDataTest {

    private static final Offset<Double> EXACT = within(1e-12);
    /** What the Go tool calls by the same names and defines alike. */
    private static final Set<String> SHARED = Set.of("precision", "recall", "map", "ndcg", "hitrate");

    @ParameterizedTest
    @ValueSource(strings = {"trec_small", "trec_trunc_c"})
    void agreesWithTrecEvalOnAllItPrints(String set) {
        JsonNode official = CheckData.json(set + "/expected.json").get("official_trec_eval");
        Map<String, String> ours = trecMetrics(official.get("all"));
        JsonNode rows = trecRun(set, ours).report().get("offline").get("metrics");
        assertThat(ours).hasSizeGreaterThan(35);
        ours.forEach((theirs, name) -> assertThat(fourDecimals(row(rows, name)))
                .as(set + " " + theirs)
                .isEqualTo(official.get("all").get(theirs).asString()));
    }

    @ParameterizedTest
    @CsvSource({
        "trec_small, 301, 0",
        "trec_small, 302, 1",
        "trec_small, 303, 2",
        "trec_trunc_c, 301, 0",
        "trec_trunc_c, 303, 2"
    })
    void agreesWithTrecEvalOnEveryTopic(String set, String topic, int minute) {
        JsonNode official =
                CheckData.json(set + "/expected.json").get("official_trec_eval").get(topic);
        Map<String, String> ours = trecMetrics(official);
        // topic 301 was asked at 00:00, 302 at 00:01, 303 at 00:02
        String from = "2024-01-01T00:0" + minute + ":00Z";
        String until = "2024-01-01T00:0" + (minute + 1) + ":00Z";
        JsonNode report = trecRun(set, ours, "--since", from, "--until", until).report();
        assertThat(report.get("summary").get("cases_evaluated").asInt()).isEqualTo(1);
        ours.forEach((theirs, name) -> assertThat(
                        fourDecimals(row(report.get("offline").get("metrics"), name)))
                .as(set + " " + topic + " " + theirs)
                .isEqualTo(official.get(theirs).asString()));
    }

    @ParameterizedTest
    @CsvSource({
        "ref_tiny, 2", "ref_tiny, 3", "ref_tiny, 10",
        "ref_signals, 2", "ref_signals, 3", "ref_signals, 10",
        "ref_ecommerce_mini, 2", "ref_ecommerce_mini, 3", "ref_ecommerce_mini, 10"
    })
    void agreesWithTheGoToolUnderItsConvention(String set, int k) {
        JsonNode expected = CheckData.json(set + "/expected.json")
                .get("go_semantics_recomputed")
                .get("offline_k" + k);
        String keys = set.equals("ref_ecommerce_mini") ? "tenant,surface,category" : "tenant,surface";
        String metrics = "precision@K,recall@K,map@K,ndcg@K,hitrate@K".replace("K", Integer.toString(k));
        JsonNode report = CommandRun.on(
                        folder(set), "offline", "--convention", "reference", "--metrics", metrics, "--slice", keys)
                .report();
        assertThat(report.get("summary").get("cases_evaluated").asInt())
                .isEqualTo(expected.get("cases").asInt());
        assertSameFigures(expected.get("metrics"), report.get("offline").get("metrics"), set);
        JsonNode segments = report.get("offline").get("by_segment");
        assertThat(segments.propertyNames())
                .containsExactlyInAnyOrderElementsOf(expected.get("by_segment").propertyNames());
        for (Map.Entry<String, JsonNode> segment : expected.get("by_segment").properties()) {
            assertSameFigures(segment.getValue(), segments.get(segment.getKey()), segment.getKey());
        }
        assertSameQuality(expected.get("data_quality"), report.get("data_quality"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"obd_random_men_target_bts", "obd_bts_men_target_uniform"})
    void joinsAndClicksByPositionOfRealImpressions(String set) {
        JsonNode expected = CheckData.json(set + "/expected.json");
        JsonNode report = CommandRun.on(folder(set), "report").report();
        JsonNode integrity = report.get("data_quality").get("join_integrity");
        assertThat(integrity.get("exposure_count").asInt())
                .isEqualTo(expected.get("rows").get("exposures").asInt());
        assertThat(integrity.get("outcome_count").asInt())
                .isEqualTo(expected.get("rows").get("outcomes").asInt());
        for (String rate : List.of("exposure_join_rate", "outcome_join_rate")) {
            assertThat(integrity.get(rate).asDouble())
                    .isCloseTo(expected.get("join").get(rate).asDouble(), EXACT);
        }
        assertThat(row(report.get("kpis").get("metrics"), "ctr").get("value").asDouble())
                .isCloseTo(expected.get("on_policy_value").asDouble(), EXACT);
        Map<String, List<Integer>> byRank = new LinkedHashMap<>();
        for (JsonNode rank : report.get("kpis").get("ctr_by_rank")) {
            byRank.put(
                    rank.get("rank").asString(),
                    List.of(rank.get("clicks").asInt(), rank.get("n").asInt()));
        }
        Map<String, List<Integer>> expectedByRank = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> rank :
                expected.get("clicks_by_position").properties()) {
            expectedByRank.put(
                    rank.getKey(),
                    List.of(
                            rank.getValue().get(0).asInt(),
                            rank.getValue().get(1).asInt()));
        }
        assertThat(byRank).isEqualTo(expectedByRank);
    }

    private static CommandRun trecRun(String set, Map<String, String> metrics, String... more) {
        List<String> args = new ArrayList<>(
                List.of("--convention", "trec", "--metrics", String.join(",", Set.copyOf(metrics.values()))));
        args.addAll(List.of(more));
        return CommandRun.on(folder(set), "offline", args.toArray(String[]::new));
    }

    private static String folder(String set) {
        return CheckData.file(set).toString();
    }

    /** trec_eval's measures under our names; numbers of documents are no measures. */
    private static Map<String, String> trecMetrics(JsonNode official) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String theirs : official.propertyNames()) {
            if (theirs.startsWith("num_")) {
                continue;
            }
            String k = theirs.substring(theirs.lastIndexOf('_') + 1);
            names.put(
                    theirs,
                    switch (theirs.replaceAll("_[0-9]+$", "")) {
                        case "map" -> "map";
                        case "ndcg" -> "ndcg";
                        case "recip_rank" -> "mrr";
                        case "P" -> "precision@" + k;
                        case "recall" -> "recall@" + k;
                        case "ndcg_cut" -> "ndcg@" + k;
                        case "map_cut" -> "map@" + k;
                        case "success" -> "hitrate@" + k;
                        default -> throw new AssertionError("what is " + theirs + "?");
                    });
        }
        return names;
    }

    private static String fourDecimals(JsonNode row) {
        return String.format(java.util.Locale.ROOT, "%.4f", row.get("value").asDouble());
    }

    private static void assertSameFigures(JsonNode expected, JsonNode rows, String where) {
        int compared = 0;
        for (JsonNode figure : expected) {
            String name = figure.get("name").asString();
            if (SHARED.contains(name.substring(0, name.indexOf('@')))) {
                assertThat(row(rows, name).get("value").asDouble())
                        .as(where + " " + name)
                        .isCloseTo(figure.get("value").asDouble(), EXACT);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(SHARED.size());
    }

    private static void assertSameQuality(JsonNode expected, JsonNode quality) {
        for (String side : List.of("exposure_completeness", "outcome_completeness", "join_integrity")) {
            for (Map.Entry<String, JsonNode> figure : expected.get(side).properties()) {
                assertThat(quality.get(side).get(figure.getKey()).asDouble())
                        .as(side + " " + figure.getKey())
                        .isCloseTo(figure.getValue().asDouble(), EXACT);
            }
        }
    }
}
