package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.schema.SchemaCatalog;
import io.github.recsyseval.testing.Cli;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TraceCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> RULES = List.of("--attribution-window", "30m", "--outcome-dedupe", "window:2s");

    @TempDir
    private Path folder;

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private static String exposure(String request, String user, String time, String... items) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < items.length; i++) {
            list.append(i == 0 ? "" : ",").append("{\"item_id\":\"" + items[i] + "\",\"rank\":" + (i + 1) + "}");
        }
        return "{\"request_id\":\"" + request + "\",\"user_id\":\"" + user + "\",\"ts\":\"2026-11-20T" + time
                + "Z\",\"items\":[" + list + "],\"context\":{\"model_version\":\"m7\"}}";
    }

    private static String click(String request, String user, String item, String time) {
        return "{\"request_id\":\"" + request + "\",\"user_id\":\"" + user + "\",\"item_id\":\"" + item
                + "\",\"event_type\":\"click\",\"ts\":\"2026-11-20T" + time + "Z\"}";
    }

    private Cli trace(String... more) {
        List<String> args = new ArrayList<>(List.of("trace", "--exposures", path("e"), "--outcomes", path("o")));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    private JsonNode json(String... more) {
        List<String> args = new ArrayList<>(List.of(more));
        args.add("--format=json");
        Cli run = trace(args.toArray(String[]::new));
        byte[] out = run.outBytes();
        assertThat(SchemaCatalog.load("schemas/trace.v1.json").newValidator().validate(out, 0, out.length))
                .isEmpty();
        return JSON.readTree(out);
    }

    /** class and reason of each event, by file name and line. */
    private static Map<String, String> classes(JsonNode trace) {
        Map<String, String> classes = new TreeMap<>();
        for (JsonNode request : trace.get("requests")) {
            for (JsonNode event : request.get("events")) {
                Path file = Path.of(event.get("file").asString());
                classes.put(
                        file.getFileName() + ":" + event.get("line").asInt(),
                        event.get("class").asString());
            }
        }
        return classes;
    }

    private static List<String> texts(JsonNode array, String... keys) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array) {
            StringBuilder text = new StringBuilder();
            for (String key : keys) {
                text.append(text.isEmpty() ? "" : " ").append(element.get(key).asString());
            }
            texts.add(text.toString());
        }
        return texts;
    }

    @Test
    void tellsTheStoryInOrder() throws IOException {
        write("e", exposure("r2", "u2", "10:00:00", "x"), exposure("r1", "u1", "10:00:00", "a", "b"));
        write("o", click("r1", "u1", "b", "10:00:12.500"), click("r1", "u1", "z", "09:59:59"));
        write(
                "a",
                "{\"experiment_id\":\"exp\",\"variant\":\"B\",\"request_id\":\"r1\",\"user_id\":\"u1\",\"ts\":\"2026-11-20T10:00:00Z\"}");

        Cli run = trace("--request-id", "r1", "--assignments", path("a"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().replace(folder + "/", "")).isEqualTo("""
                Request r1

                  2026-11-20T09:59:59Z  outcome  o:2
                      before_exposure: earlier than its exposure; it counts anyway
                      click on z, 1 s before the exposure
                      user_id u1

                  2026-11-20T10:00:00Z  exposure  e:2
                      joined: outcomes have its request_id
                      user_id u1, context model_version=m7
                      items 1 a, 2 b

                  2026-11-20T10:00:00Z  assignment  a:1
                      joined: an exposure has its request_id
                      experiment_id exp, variant B, user_id u1

                  2026-11-20T10:00:12.500Z  outcome  o:1
                      attributed: on a shown item, in time
                      click on b (rank 2), 12.5 s after the exposure
                      user_id u1

                Attribution window: none. Outcome deduplication: none. Times are UTC.
                """);
    }

    /** The whole faulty data set, every request of it, against the files that join writes. */
    @Test
    void givesEveryRecordTheClassThatJoinGivesIt() throws IOException {
        Files.copy(Path.of("testdata/faults/exposures.jsonl"), folder.resolve("e"));
        Files.copy(Path.of("testdata/faults/outcomes.jsonl"), folder.resolve("o"));
        List<String> join = new ArrayList<>(List.of(
                "join",
                "--exposures",
                path("e"),
                "--outcomes",
                path("o"),
                "--max-invalid-rate=1",
                "--layout=outcome",
                "--output=" + path("joined"),
                "--unmatched-outcomes=" + path("uo"),
                "--unmatched-exposures=" + path("ue")));
        join.addAll(RULES);
        assertThat(Run.of(join.toArray(String[]::new)).exitCode()).isZero();
        List<String> expected = new ArrayList<>();
        for (String file : List.of("joined", "uo", "ue")) {
            for (String line : Files.readAllLines(folder.resolve(file))) {
                JsonNode record = JSON.readTree(line);
                String kind = record.has("items") ? "exposure" : "outcome";
                expected.add(kind + record.get("request_id") + record.get("ts") + record.get("class"));
            }
        }
        List<String> args = new ArrayList<>(RULES);
        for (String id : ids("e", "o")) {
            args.addAll(List.of("--request-id", id));
        }

        List<String> found = new ArrayList<>();
        JsonNode requests = json(args.toArray(String[]::new)).get("requests");
        for (JsonNode request : requests) {
            for (JsonNode event : request.get("events")) {
                String is = event.get("class").asString();
                if (!is.equals("invalid") && !is.equals("joined")) {
                    JsonNode record = event.get("record");
                    found.add(event.get("kind").asString()
                            + record.get("request_id")
                            + record.get("ts")
                            + event.get("class"));
                }
            }
        }

        assertThat(expected).hasSizeGreaterThan(300);
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        // One id alone is looked for by its bytes, many are not; the answer is the same.
        for (int i = 0; i < requests.size(); i += 60) {
            List<String> one = new ArrayList<>(RULES);
            one.addAll(List.of("--request-id", requests.get(i).get("request_id").asString()));
            assertThat(json(one.toArray(String[]::new)).at("/requests/0/events"))
                    .isEqualTo(requests.get(i).get("events"));
        }
    }

    private Set<String> ids(String... files) throws IOException {
        Set<String> ids = new LinkedHashSet<>();
        for (String file : files) {
            for (String line : Files.readAllLines(folder.resolve(file), StandardCharsets.ISO_8859_1)) {
                try {
                    JsonNode id = JSON.readTree(line.substring(Math.max(0, line.indexOf('{'))))
                            .path("request_id");
                    if (id.isString() && !id.asString().isEmpty()) {
                        ids.add(id.asString());
                    }
                } catch (tools.jackson.core.JacksonException notJson) {
                    // The faulty set has such lines; they name no request.
                }
            }
        }
        return ids;
    }

    @Test
    void findsIdsThatAreEscapedInTheLog() throws IOException {
        write("e", exposure("r\\u0031", "u1", "10:00:00", "a"), exposure("r\\/1", "u1", "10:00:00", "a"));
        write("o", click("r1", "u1", "a", "10:00:05"));

        assertThat(classes(json("--request-id", "r1"))).isEqualTo(Map.of("e:1", "joined", "o:1", "attributed"));
    }

    @Test
    void showsWhatComesNear() throws IOException {
        write(
                "e",
                exposure("r1", "u1", "10:00:00", "a", "b"),
                exposure("r2", "u1", "09:45:00", "c"),
                exposure("r3", "u9", "10:00:00", "c"),
                exposure("r4", "u1", "09:29:00", "c"));
        write(
                "o",
                click("R1", "u1", "b", "10:00:30"),
                click("x", "u2", "b", "10:00:30"),
                click("x", "u1", "q", "10:00:30"),
                click("x", "u1", "a", "10:30:01"),
                click("y", "u1", "a", "10:30:00"),
                click("lost", "u1", "c", "10:00:00"));

        JsonNode r1 = json("--request-id", "r1").at("/requests/0/near_misses");
        JsonNode lost = json("--request-id", "lost").at("/requests/0/near_misses");

        assertThat(texts(r1, "line", "reason"))
                .containsExactly(
                        "1 same user, on an item of the list, 30 s after the exposure; the two ids differ in form only"
                                + " (equal lower-case)",
                        "5 same user, on an item of the list, 30 min after the exposure");
        assertThat(texts(lost, "line", "reason"))
                .containsExactly("2 same user, lists the item, 15 min before the outcome");
    }

    @Test
    void namesAnIdThatDiffersInFormOnly() throws IOException {
        write("e", exposure("req_AB-1", "u1", "10:00:00", "a"));
        write("o", click("x", "User 7", "a", "10:00:05"), "no json at all");

        Cli request = trace("--request-id", "ab1");
        Cli user = trace("--user", "user 7");
        Cli nothing = trace("--request-id", "ab2", "--request-id", "x");

        assertThat(request.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(request.err())
                .contains("no record has the request_id \"ab1\"; \"req_AB-1\" (" + path("e")
                        + ":1) differs in form only");
        assertThat(user.err())
                .contains("no record has the user_id \"user 7\"; \"User 7\"")
                .contains("lower-case");
        assertThat(nothing.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(nothing.err()).isEqualTo("recsys-eval: no record has the request_id \"ab2\"\n");
        assertThat(nothing.out()).startsWith("Request x\n");
    }

    @Test
    void tracesAllRequestsOfAUser() throws IOException {
        write(
                "e",
                exposure("r2", "u1", "11:00:00", "a"),
                exposure("r1", "u1", "10:00:00", "a"),
                exposure("r3", "u2", "10:00:00", "a"));
        write(
                "o",
                click("r1", "u2", "a", "10:00:05"),
                click("r3", "u1", "a", "10:00:06"),
                click("", "u1", "a", "10:00:07"));

        JsonNode trace = json("--user", "u1");

        assertThat(texts(trace.get("requests"), "request_id")).containsExactly("r1", "r3", "r2", "");
        assertThat(classes(trace))
                .isEqualTo(Map.of(
                        "e:1", "without_outcome",
                        "e:2", "joined",
                        "e:3", "joined",
                        "o:1", "attributed",
                        "o:2", "attributed",
                        "o:3", "missing_request_id"));
    }

    @Test
    void showsRefusedLinesWithTheReason() throws IOException {
        write("e", exposure("r1", "u1", "10:00:00", "a").replace("\"rank\":1", "\"rank\":0"));
        write("o", "{\"request_id\":\"r1\", \"user_id\":", click("r1", "u1", "a", "10:00:05"));

        JsonNode events = json("--request-id", "r1").at("/requests/0/events");

        assertThat(texts(events, "kind", "class"))
                .containsExactly("exposure invalid", "outcome unmatched", "outcome invalid");
        assertThat(events.get(0).get("reason").asString()).startsWith("/items/0/rank");
        assertThat(events.get(1).get("reason").asString())
                .isEqualTo("no valid exposure has its request_id; 1 invalid one does");
        assertThat(events.get(2).get("record").asString()).isEqualTo("{\"request_id\":\"r1\", \"user_id\":");
        assertThat(json("--request-id", "r1").get("notes").get(0).asString())
                .isEqualTo(
                        "one line is not a JSON object: what is shown of it stands here because the id is a whole value in"
                                + " the line");
    }

    @Test
    void saysHowManyLinesCouldNotBeSearched() throws IOException {
        write("e", exposure("r1", "u1", "10:00:00", "a"), "{\"request_", "");
        write("o", click("r1", "u1", "a", "10:00:05"), "]", "null");

        Cli missing = trace("--request-id", "r2");

        assertThat(missing.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(missing.out()).contains("3 lines of the inputs are not JSON objects, and may be what is missing.");
        assertThat(trace("--request-id", "r1").out()).doesNotContain("JSON object");
    }

    @Test
    void isTheSameForAnyFormOfInputAndNumberOfThreads() throws IOException {
        write("e1", exposure("r0", "u1", "09:00:00", "a"), "", exposure("r1", "u1", "10:00:00", "a", "b"));
        write("o", click("r1", "u1", "b", "10:00:05"), click("zz", "u1", "b", "10:00:05"));
        byte[] plain = Files.readAllBytes(folder.resolve("e1"));
        Files.createDirectories(folder.resolve("dir"));
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(plain);
        }
        Files.write(folder.resolve("dir/e1"), zipped.toByteArray());

        String file = text(new byte[0], "--exposures", path("e1"), "--threads=1");
        String directory = text(new byte[0], "--exposures", path("dir"), "--threads=4");
        String stream = text(plain, "--exposures", "-");

        assertThat(file).contains("e1:3").contains("Near misses");
        assertThat(directory.replace(path("dir/e1"), path("e1"))).isEqualTo(file);
        assertThat(stream.replace("(standard input)", path("e1"))).isEqualTo(file);
    }

    private String text(byte[] input, String... more) {
        List<String> args = new ArrayList<>(List.of("trace", "--outcomes", path("o"), "--request-id", "r1"));
        args.addAll(List.of(more));
        Cli run = Run.with(input, args.toArray(String[]::new));
        assertThat(run.exitCode()).isZero();
        return run.out().replaceAll("\\s+", " "); // where lines are broken depends on the length of the paths
    }

    @Test
    void copiesOfStandardInputGoWhereTheyAreToldAndVanish() throws IOException {
        write("e", exposure("r1", "u1", "10:00:00", "a"));
        write("o", click("r1", "u1", "a", "10:00:05"));
        byte[] exposures = (exposure("r1", "u1", "10:00:00", "a") + "\n").getBytes(StandardCharsets.UTF_8);
        Path copies = Files.createDirectory(folder.resolve("copies"));

        text(exposures, "--exposures", "-", "--temp-dir", copies.toString());
        assertThat(copies).isEmptyDirectory();

        Cli file = trace("--request-id", "r1", "--temp-dir", path("o"));
        assertThat(file.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(file.err()).contains("--temp-dir " + path("o") + ": not a directory");

        String[] args = {"trace", "--exposures", "-", "--outcomes", path("o"), "--request-id", "r1"};
        Cli lost = Run.with(Map.of("TMPDIR", path("nowhere")), exposures, args);
        assertThat(lost.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(lost.err()).contains("cannot be copied to " + path("nowhere"), "--temp-dir names another folder");
    }

    /** Ids and paths stand whole, however long; a field stays with its value, an item with its rank. */
    @Test
    void linesHaveEightyColumns() throws IOException {
        String[] items = new String[40];
        for (int i = 0; i < items.length; i++) {
            items[i] = "item-" + i;
        }
        String longId = "8d7f".repeat(30);
        write("e", exposure("r1", "user of eighteen", "10:00:00", items), exposure(longId, "u1", "10:00:00", "a"));
        write("o", click("r1", "user of eighteen", "item-39", "10:00:05"), click(longId, "u1", "a", "10:00:05"));
        String more = "\"context\":{\"query\":\"" + "red shoes ".repeat(12)
                + "\",\"key_a\":\"value of a\",\"key_b\":\"value of b\",";
        Files.writeString(
                folder.resolve("e"), Files.readString(folder.resolve("e")).replace("\"context\":{", more));

        String text = trace("--request-id", "r1", "--request-id", longId).out().replace(folder + "/", "");

        List<String> tooLong = text.lines().filter(line -> line.length() > 80).toList();
        assertThat(tooLong).containsExactly("Request " + longId);
        assertThat(text)
                .contains("      items 1 item-0, 2 item-1, 3 item-2, 4 item-3, 5 item-4, 6 item-5,\n        7 item-6,")
                .contains("40 item-39\n")
                .contains("      user_id user of eighteen, context query=red shoes red")
                .contains("key_a=value of a, key_b=value of b, model_version=m7\n");
    }

    @Test
    void escapesWhatActsOnATerminal() throws IOException {
        write("e", exposure("r1\\u001b[31m", "u\\u202e1", "10:00:00", "a"));
        write("o", click("x", "u1", "a", "10:00:05"));

        String text = trace("--request-id", "r1\u001b[31m").out();

        assertThat(text).contains("Request r1\\u001B[31m").contains("user_id u\\u202E1");
        assertThat(text).doesNotContain("\u001b").doesNotContain("\u202e");
    }

    @Test
    void filesAreForTheirOwnerAndNeverAnInput() throws IOException {
        write("e", exposure("r1", "u1", "10:00:00", "a"));
        write("o", click("r1", "u1", "a", "10:00:05"));

        assertThat(trace("--request-id", "r1", "--output", path("t")).exitCode())
                .isZero();
        Cli input = trace("--request-id", "r1", "--output", path("o"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("t"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(folder.resolve("t"))).startsWith("Request r1\n");
        assertThat(input.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(input.err()).contains("is one of the inputs");
    }

    @Test
    void takesRulesFromTheConfigurationAndWantsAnId() throws IOException {
        write("e", exposure("r1", "u1", "10:00:00", "a"));
        write("o", click("r1", "u1", "a", "10:40:00"));
        write(
                "c.yaml",
                "version: 1",
                "input: {exposures: e, outcomes: o}",
                "attribution: {attribution_window: 30m}",
                "output: {format: html}");

        Cli run = Run.of("trace", "--config", path("c.yaml"), "--request-id", "r1");

        assertThat(run.out()).contains("outside_window").contains("Attribution window: 30m.");
        assertThat(Run.of("config", "check", path("c.yaml")).exitCode()).isZero();
        assertThat(Run.of("trace", "--config", path("c.yaml")).err())
                .contains("--request-id ID or --user ID is missing");
        assertThat(trace("--request-id", "").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void noticesSwappedInputs() throws IOException {
        write("o", exposure("r1", "u1", "10:00:00", "a"));
        write("e", click("r1", "u1", "a", "10:40:00"));

        Cli run = trace("--request-id", "r1");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("swapped?");
    }

    @Test
    void boundsWhatIsShownAndSaysSo() throws IOException {
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            outcomes.add(click("r1", "u1", "a", "10:00:05"));
        }
        write("e", exposure("r1", "u1", "10:00:00", "a"));
        Files.write(folder.resolve("o"), outcomes, StandardCharsets.UTF_8);

        JsonNode request = json("--request-id", "r1").at("/requests/0");

        assertThat(request.get("events")).hasSize(1_000);
        assertThat(request.get("events_not_shown").asInt()).isEqualTo(201);
    }
}
