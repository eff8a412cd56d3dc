package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The sound logs of testdata, written as other services write theirs: init finds a map with which the figures are the same. */
class InitShapesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String EXPOSURES = "testdata/clean/exposures.jsonl";
    private static final String OUTCOMES = "testdata/clean/outcomes.jsonl";

    @TempDir
    private Path folder;

    private static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private static long millis(JsonNode record) {
        return Instant.parse(record.path("ts").asString()).toEpochMilli();
    }

    private static List<ObjectNode> records(String log, UnaryOperator<ObjectNode> shape) throws IOException {
        List<ObjectNode> records = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(log))) {
            records.add(shape.apply((ObjectNode) JSON.readTree(line)));
        }
        return records;
    }

    private String log(String name, List<ObjectNode> records) throws IOException {
        StringBuilder text = new StringBuilder();
        records.forEach(record -> text.append(record).append('\n'));
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String exposures(UnaryOperator<ObjectNode> shape) throws IOException {
        return log("e.jsonl", records(EXPOSURES, shape));
    }

    private String outcomes(UnaryOperator<ObjectNode> shape) throws IOException {
        return log("o.jsonl", records(OUTCOMES, shape));
    }

    private static ArrayNode list(JsonNode record, UnaryOperator<ObjectNode> element) {
        ArrayNode list = JSON.createArrayNode();
        List<JsonNode> items =
                new ArrayList<>(record.path("items").values().stream().toList());
        items.sort(Comparator.comparingInt(item -> item.path("rank").asInt()));
        items.forEach(item -> list.add(element.apply((ObjectNode) item)));
        return list;
    }

    private Cli init(String exposures, String outcomes) {
        return Run.of("init", "--force", "--exposures", exposures, "--outcomes", outcomes, "--output", config());
    }

    private String config() {
        return folder.resolve("c.yaml").toString();
    }

    private static Map<String, Double> figures(String... arguments) {
        List<String> command = new ArrayList<>(List.of("report", "--format", "json"));
        command.addAll(Arrays.asList(arguments));
        Cli run = Run.of(command.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        Map<String, Double> figures = new TreeMap<>();
        for (String part : List.of("/kpis/metrics", "/offline/metrics", "/data_quality/join_rates")) {
            for (JsonNode figure : run.json().at(part).values()) {
                figures.put(figure.path("name").asString(), figure.path("value").asDouble(-1));
            }
        }
        assertThat(figures).containsKeys("ctr", "revenue_per_exposure", "ndcg@10");
        return figures;
    }

    private void assertSameFigures(String exposures, String outcomes) throws IOException {
        Cli init = init(exposures, outcomes);
        assertThat(init.exitCode()).as(init.err()).isZero();
        assertThat(figures("--config", config()))
                .as(Files.readString(Path.of(config())))
                .isEqualTo(figures("--exposures", EXPOSURES, "--outcomes", OUTCOMES));
    }

    private static void copyValue(ObjectNode from, ObjectNode to, String name) {
        if (from.has("value")) {
            to.set(name, from.get("value"));
        }
    }

    @Test
    void namesInCamelCaseAndTimesInMilliseconds() throws IOException {
        assertSameFigures(
                exposures(e -> {
                    ObjectNode log = object();
                    log.set("requestId", e.get("request_id"));
                    log.set("userId", e.get("user_id"));
                    log.put("timestamp", millis(e));
                    log.set("surface", e.at("/context/surface"));
                    log.set("recommendations", list(e, item -> {
                        ObjectNode element = object();
                        element.set("id", item.get("item_id"));
                        element.set("position", item.get("rank"));
                        return element;
                    }));
                    return log;
                }),
                outcomes(o -> {
                    ObjectNode log = object();
                    log.set("requestId", o.get("request_id"));
                    log.set("userId", o.get("user_id"));
                    log.put("timestamp", millis(o));
                    log.set("itemId", o.get("item_id"));
                    String event = o.path("event_type").asString();
                    log.put("eventType", event.equals("click") ? "CLICK" : "PURCHASE");
                    copyValue(o, log, "price");
                    return log;
                }));
        assertThat(Files.readString(Path.of(config())))
                .contains("items: {from: recommendations, item_id: id, rank: position}")
                .contains("event_type: {from: eventType, values: {CLICK: click, PURCHASE: conversion}}");
    }

    /** Places from 0 on are no ranks; a value of null with every click is none. */
    @Test
    void nestedObjectsPlacesFromZeroNullsAndMicroseconds() throws IOException {
        assertSameFigures(
                exposures(e -> {
                    ObjectNode log = object();
                    log.set("correlation_id", e.get("request_id"));
                    log.putObject("user").set("id", e.get("user_id"));
                    log.put("event_time", millis(e) * 1000);
                    log.putObject("response").set("products", list(e, item -> {
                        ObjectNode element = object();
                        element.putObject("product").set("sku", item.get("item_id"));
                        element.put("pos", item.path("rank").asInt() - 1);
                        element.put("score", 1.0 / item.path("rank").asInt());
                        return element;
                    }));
                    return log;
                }),
                outcomes(o -> {
                    ObjectNode log = object();
                    log.set("correlation_id", o.get("request_id"));
                    log.putObject("user").set("id", o.get("user_id"));
                    log.put("event_time", millis(o) * 1000);
                    log.set("sku", o.get("item_id"));
                    log.put("action", o.path("event_type").asString().equals("click") ? "tile_tap" : "OrderCompleted");
                    log.set("revenue", o.has("value") ? o.get("value") : JSON.nullNode());
                    return log;
                }));
        assertThat(Files.readString(Path.of(config())))
                .contains("ts: {from: event_time, as: epoch_micros}")
                .contains("items: {from: response.products, item_id: product.sku, rank: $position}");
    }

    /** What is in the context besides texts goes, as no map keeps it. */
    @Test
    void tracksWithPropertiesAndAContextOfTheLibrary() throws IOException {
        assertSameFigures(
                exposures(e -> {
                    ObjectNode log = object().put("type", "track").put("event", "Product List Viewed");
                    log.putNull("userId").set("anonymousId", e.get("user_id"));
                    log.set("timestamp", e.get("ts"));
                    ObjectNode properties = log.putObject("properties");
                    properties.set("request_id", e.get("request_id"));
                    properties.set("products", list(e, item -> {
                        ObjectNode element = object();
                        element.set("product_id", item.get("item_id"));
                        return element;
                    }));
                    log.putObject("context").putObject("library").put("name", "analytics");
                    return log;
                }),
                outcomes(o -> {
                    boolean click = o.path("event_type").asString().equals("click");
                    ObjectNode log = object().put("type", "track");
                    log.put("event", click ? "Product Clicked" : "Order Completed");
                    log.putNull("userId").set("anonymousId", o.get("user_id"));
                    log.set("timestamp", o.get("ts"));
                    ObjectNode properties = log.putObject("properties");
                    properties.set("request_id", o.get("request_id"));
                    properties.set("product_id", o.get("item_id"));
                    copyValue(o, properties, "revenue");
                    return log;
                }));
    }

    /** What two logs have in common tells, where names do not. */
    @Test
    void namesThatNobodyKnows() throws IOException {
        assertSameFigures(
                exposures(e -> {
                    ObjectNode log = object();
                    log.set("vorgang", e.get("request_id"));
                    log.set("user_id", e.get("user_id"));
                    log.set("zeit", e.get("ts"));
                    log.set("liste", list(e, item -> {
                        ObjectNode element = object();
                        element.set("artikel", item.get("item_id"));
                        return element;
                    }));
                    return log;
                }),
                outcomes(o -> {
                    ObjectNode log = object();
                    log.set("zu_vorgang", o.get("request_id"));
                    log.set("user_id", o.get("user_id"));
                    log.set("ware", o.get("item_id"));
                    log.set("zeit", o.get("ts"));
                    log.set("art", o.get("event_type"));
                    copyValue(o, log, "value");
                    return log;
                }));
    }

    @Test
    void oneLogOfAllEvents() throws IOException {
        List<ObjectNode> all = new ArrayList<>(records(EXPOSURES, e -> {
            ObjectNode log = object().put("event", "impression");
            List.of("request_id", "user_id", "ts", "items").forEach(name -> log.set(name, e.get(name)));
            return log;
        }));
        all.addAll(records(OUTCOMES, o -> {
            ObjectNode log =
                    object().put("event", o.path("event_type").asString().toLowerCase(Locale.ROOT));
            List.of("request_id", "user_id", "ts", "item_id").forEach(name -> log.set(name, o.get(name)));
            copyValue(o, log, "value");
            return log;
        }));
        String log = log("all.jsonl", all);

        assertSameFigures(log, log);
        assertThat(Files.readString(Path.of(config())))
                .contains("context.event: {from: event, values: {impression: impression}, others: ignore}")
                .contains("event_type: {from: event, values: {click: click, conversion: conversion}, others: ignore}");
    }

    /** An id under one name in both logs is that of the request, though the first lines of one log, sorted by it, hold few of the other's. */
    @Test
    void oneLogIsSortedById() throws IOException {
        List<ObjectNode> shown = new ArrayList<>();
        List<ObjectNode> done = new ArrayList<>();
        for (int copy = 0; copy < 24; copy++) {
            String end = "-" + copy;
            shown.addAll(records(EXPOSURES, e -> renamed(e, end)));
            done.addAll(records(OUTCOMES, o -> renamed(o, end)));
        }
        shown.sort(Comparator.comparing(e -> e.path("pageview").asString()));
        Cli run = init(log("e.jsonl", shown), log("o.jsonl", done));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(Path.of(config()))).contains("request_id: pageview");
        assertThat(figures("--config", config()).get("ctr"))
                .isEqualTo(figures("--exposures", EXPOSURES, "--outcomes", OUTCOMES)
                        .get("ctr"));
    }

    private static ObjectNode renamed(ObjectNode record, String end) {
        String id = record.path("request_id").asString() + end;
        record.remove("request_id");
        return record.put("pageview", id);
    }

    /** Neither the place in the list is the rank, nor the number that is logged. */
    @Test
    void ranksFromZeroInAnotherOrderAreNotGuessed() throws IOException {
        String exposures = exposures(e -> {
            ArrayNode items = JSON.createArrayNode();
            list(e, item -> item.put("rank", item.path("rank").asInt() - 1))
                    .values()
                    .forEach(item -> items.insert(0, item));
            return e.set("items", items);
        });
        Cli run = init(exposures, OUTCOMES);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains(
                        "nothing was recognised as items: rank counts from 0, and not in the order of the list; add 1 to it");
    }

    @Test
    void saysWhatWasNotRecognised() throws IOException {
        String outcomes = outcomes(o -> o);
        String plain = exposures(e -> {
            ObjectNode log = object().put("items", "a,b,c");
            log.set("rid", e.get("request_id"));
            log.put("at", millis(e));
            return log;
        });
        assertThat(init(plain, outcomes).err())
                .contains("nothing was recognised as user_id, items; --map takes a map of your own, for which this was"
                        + " recognised: request_id: rid; ts: {from: at, as: epoch_millis}; recsys-eval validate");

        String perItem = exposures(e -> {
            ObjectNode log = object();
            List.of("request_id", "user_id", "ts").forEach(name -> log.set(name, e.get(name)));
            return log.put("item_id", "a").put("rank", 1);
        });
        Cli run = init(perItem, outcomes);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("a line seems to be one item");

        String array = Files.writeString(folder.resolve("a.json"), "[{},{}]\n").toString();
        assertThat(init(array, outcomes).err()).contains("found that makes them so: no line is a JSON object;");
    }

    /** An app that is opened is no click on an item, a basket that is filled no purchase. */
    @Test
    void takesNoOtherEventForAClickOrAPurchase() throws IOException {
        List<String> others =
                List.of("app_open", "Product Added", "checkout_started", "order_cancelled", "view_item_list");
        String outcomes = log("o.jsonl", records(OUTCOMES, o -> {
            ObjectNode log = object();
            List.of("request_id", "user_id", "ts", "item_id").forEach(name -> log.set(name, o.get(name)));
            int pick = Math.floorMod(o.path("request_id").asString().hashCode(), others.size() + 1);
            return log.put("event", pick == others.size() ? "select_item" : others.get(pick));
        }));

        assertThat(init(EXPOSURES, outcomes).exitCode()).isZero();
        assertThat(Files.readString(Path.of(config())))
                .contains("event_type: {from: event, values: {select_item: click}, others: ignore}");
    }

    @Test
    void refusesAPipeWhichCannotBeReadTwice() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        boolean made;
        try {
            made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            made = false;
        }
        assumeTrue(made);

        Cli run = init(pipe.toString(), OUTCOMES);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("pipe, a pipe or a device, cannot be used here: init reads the logs twice");
    }
}
