package io.github.recsyseval.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.engine.ExcludedUsers;
import io.github.recsyseval.engine.ExperimentColumns;
import io.github.recsyseval.engine.ExposureFilter;
import io.github.recsyseval.engine.JoinEngine;
import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.engine.JoinSink;
import io.github.recsyseval.engine.ReadOptions;
import io.github.recsyseval.evaluation.DeclaredMeaning;
import io.github.recsyseval.evaluation.Evaluation;
import io.github.recsyseval.evaluation.EvaluationPlan;
import io.github.recsyseval.evaluation.GuardrailLimits;
import io.github.recsyseval.evaluation.JoinLimits;
import io.github.recsyseval.evaluation.LimitPlan;
import io.github.recsyseval.evaluation.OfflinePlan;
import io.github.recsyseval.event.IdHash;
import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.join.OutcomeDedupe;
import io.github.recsyseval.joined.JoinedFiles;
import io.github.recsyseval.joined.Layout;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.metric.lists.ShownLists;
import io.github.recsyseval.report.DataQuality;
import io.github.recsyseval.report.HourRow;
import io.github.recsyseval.report.JsonReport;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.RateRow;
import io.github.recsyseval.report.Report;
import io.github.recsyseval.report.RunInfo;
import io.github.recsyseval.slice.Breakdown;
import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.spill.SpillBudget;
import io.github.recsyseval.spill.SpillSpace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The engine against {@link PlainJoin}: every class and figure of ten thousand small worlds. */
class OracleJoinTest {
    private static final int WORLDS = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @Test
    void agreesWithThePlainJoinInEveryWorld() throws IOException {
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = WorldMaker.make(seed);
            Report report = report(world, new Random(seed), threads(seed));
            assertThat(figures(report)).as("world %d", seed).isEqualTo(PlainJoin.figures(world));
            assertBooksBalance(report.dataQuality(), world);
        }
    }

    /** Mostly one, because threads cost more to start than a small world takes to read. */
    private static int threads(int seed) {
        if (seed % 20 == 0) {
            return 8;
        }
        return seed % 5 == 0 ? 2 : 1;
    }

    @Test
    void saysTheSameForAnyNumberOfThreads() throws IOException {
        for (int seed = 0; seed < 100; seed++) {
            World world = WorldMaker.make(seed);
            String alone = withoutRun(report(world, new Random(seed), 1));
            assertThat(withoutRun(report(world, new Random(seed), 8)))
                    .as("world %d", seed)
                    .isEqualTo(alone);
        }
    }

    @Test
    void saysTheSameForAnyMemory() throws IOException {
        assertSameForAnyMemory(0, 50);
    }

    @Test
    @Tag("slow")
    void saysTheSameForAnyMemoryInEveryWorld() throws IOException {
        assertSameForAnyMemory(50, WORLDS);
    }

    /** With 1 byte every row goes through temporary files, with 2,000 some do. */
    private void assertSameForAnyMemory(int from, int to) throws IOException {
        for (int seed = from; seed < to; seed++) {
            World world = WorldMaker.make(seed);
            String held = withoutRun(report(world, new Random(seed), 1));
            String joined = joined(world, seed, SpillBudget.UNLIMITED);
            for (int bytes : List.of(1, 2_000)) {
                try (SpillSpace space = new SpillSpace(folder)) {
                    SpillBudget memory = new SpillBudget(bytes, space);
                    assertThat(withoutRun(report(world, new Random(seed), 1 + seed % 3, memory)))
                            .as("world %d in %d bytes", seed, bytes)
                            .isEqualTo(held);
                    assertThat(joined(world, seed, memory))
                            .as("joined world %d in %d bytes", seed, bytes)
                            .isEqualTo(joined);
                }
            }
        }
    }

    /** All three files of a join, one after the other. */
    private String joined(World world, int seed, SpillBudget memory) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        ByteArrayOutputStream exposures = new ByteArrayOutputStream();
        Layout layout = seed % 2 == 0 ? Layout.EXPOSURE : Layout.OUTCOME;
        JoinedFiles files = new JoinedFiles(layout, joined, rest, exposures, memory);
        files.finish(JoinEngine.run(plan(world, new Random(seed), 2, new ShownLists(1)), files, memory)
                .outcomeIndex());
        return joined.toString(StandardCharsets.UTF_8) + "\n" + rest.toString(StandardCharsets.UTF_8) + "\n"
                + exposures.toString(StandardCharsets.UTF_8);
    }

    /** Only where no two exposures conflict: of those, the first in input order counts. */
    @Test
    void saysTheSameForAnyOrderOfLinesAndSplitIntoFiles() throws IOException {
        int compared = 0;
        for (int seed = 0; seed < 400; seed++) {
            World world = WorldMaker.make(seed);
            if (!PlainJoin.figures(world).get("exposure conflicting_duplicate").equals(0L)) {
                continue;
            }
            compared++;
            Random random = new Random(seed);
            String given = withoutPlaces(report(world, random, 1));
            assertThat(withoutPlaces(report(shuffled(world, random), random, 2)))
                    .as("world %d", seed)
                    .isEqualTo(given);
        }
        assertThat(compared).isGreaterThan(200);
    }

    @Test
    void writesEveryValidOutcomeOnceWithItsClass() throws IOException {
        for (int seed = 0; seed < 500; seed++) {
            World world = WorldMaker.make(seed);
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            ByteArrayOutputStream rest = new ByteArrayOutputStream();
            ByteArrayOutputStream exposures = new ByteArrayOutputStream();
            JoinedFiles files = new JoinedFiles(Layout.EXPOSURE, joined, rest, exposures);
            JoinRun run = JoinEngine.run(plan(world, new Random(seed), 2, new ShownLists(1)), files);
            files.finish(run.outcomeIndex());
            List<String> written = new ArrayList<>();
            for (JsonNode line : lines(joined)) {
                line.get("outcomes").forEach(outcome -> written.add(name(outcome)));
            }
            lines(rest).forEach(outcome -> written.add(name(outcome)));
            List<String> expected = new ArrayList<>();
            List<String> classes = PlainJoin.outcomeClasses(world);
            int i = 0;
            for (Line<Act> line : world.outcomes()) {
                if (line.record() != null) {
                    expected.add(line.record().request() + " " + line.record().item() + " " + classes.get(i++));
                }
            }
            assertThat(written).as("world %d", seed).containsExactlyInAnyOrderElementsOf(expected);
            long valid = world.exposures().stream()
                    .filter(line -> line.record() != null)
                    .count();
            long withOutcome = lines(joined).size() - without(lines(exposures));
            assertThat(withOutcome + lines(exposures).size())
                    .as("world %d", seed)
                    .isEqualTo(valid);
        }
    }

    private static long without(List<JsonNode> exposures) {
        return exposures.stream()
                .filter(line -> line.get("class").asString().equals("without_outcome"))
                .count();
    }

    private static String name(JsonNode outcome) {
        return outcome.get("request_id").asString() + " "
                + outcome.get("item_id").asString() + " " + outcome.get("class").asString();
    }

    private static List<JsonNode> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    private static World shuffled(World world, Random random) {
        World other = new World(
                new ArrayList<>(world.exposures()),
                new ArrayList<>(world.outcomes()),
                new ArrayList<>(world.assignments()),
                world.rules());
        Collections.shuffle(other.exposures(), random);
        Collections.shuffle(other.outcomes(), random);
        Collections.shuffle(other.assignments(), random);
        return other;
    }

    private Report report(World world, Random random, int threads) throws IOException {
        return report(world, random, threads, SpillBudget.UNLIMITED);
    }

    private Report report(World world, Random random, int threads, SpillBudget memory) throws IOException {
        ShownLists shown = new ShownLists(1);
        EvaluationPlan plan = new EvaluationPlan(
                "report",
                plan(world, random, threads, shown),
                EnumSet.of(EvaluationPlan.Section.KPIS, EvaluationPlan.Section.GUARDRAILS),
                List.of(),
                OfflinePlan.NONE,
                DeclaredMeaning.NONE,
                null,
                null,
                shown,
                30,
                20,
                new LimitPlan(0, false, JoinLimits.NONE, GuardrailLimits.NONE),
                List.of(),
                ZoneOffset.UTC,
                new TreeMap<>());
        JoinRun run = JoinEngine.run(plan.join(), JoinSink.NONE, memory);
        return Evaluation.report(plan, run, () -> new RunInfo("2026-11-20T10:00:00Z", "1", "none", threads, 0));
    }

    private JoinPlan plan(World world, Random random, int threads, ShownLists shown) throws IOException {
        return new JoinPlan(
                input("e", world.exposures(), random),
                input("o", world.outcomes(), random),
                world.assignments().isEmpty() ? InputSet.NONE : input("a", world.assignments(), random),
                List.of(new Breakdown(List.of("surface"))),
                Optional.empty(),
                Optional.of(ZoneOffset.UTC),
                List.of(RequestRates.group(List.of(RequestRates.values())), shown.group()),
                filter(world.rules()),
                attribution(world.rules()),
                new ReadOptions(threads, 1 << 20, false, 3, InputStream.nullInputStream()),
                ExperimentColumns.NONE);
    }

    /** The lines in one to three files, so that several threads have something to do. */
    private <T> InputSet input(String name, List<Line<T>> lines, Random random) throws IOException {
        int files = 1 + random.nextInt(3);
        List<String> paths = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            List<Line<T>> part = lines.subList(lines.size() * file / files, lines.size() * (file + 1) / files);
            Path path = folder.resolve(name + file + ".jsonl");
            Files.writeString(
                    path, part.stream().map(line -> line.text() + "\n").collect(Collectors.joining()));
            paths.add(path.toString());
        }
        return InputSet.resolve(paths);
    }

    private static ExposureFilter filter(Rules rules) {
        IdHash hash = new IdHash();
        LongStream users = rules.excludedUsers().stream().mapToLong(user -> {
            byte[] bytes = user.getBytes(StandardCharsets.UTF_8);
            hash.hash(bytes, 0, bytes.length);
            return hash.first();
        });
        return new ExposureFilter(
                rules.since() == null ? Long.MIN_VALUE : PlainJson.micros(rules.since()),
                rules.until() == null ? Long.MAX_VALUE : PlainJson.micros(rules.until()),
                rules.surfaces().isEmpty() ? Map.of() : Map.of("surface", rules.surfaces()),
                ExcludedUsers.of(users));
    }

    private static Attribution attribution(Rules rules) {
        return new Attribution(
                rules.window() == null ? Long.MAX_VALUE : rules.window() * 1_000_000L,
                rules.dedupe() == null ? OutcomeDedupe.NONE : new OutcomeDedupe(rules.dedupe() * 1_000_000L));
    }

    private static Map<String, Object> figures(Report report) {
        Map<String, Object> figures = new TreeMap<>();
        DataQuality quality = report.dataQuality();
        quality.exposureClasses().forEach((name, count) -> figures.put("exposure " + name, count));
        quality.outcomeClasses().forEach((name, count) -> figures.put("outcome " + name, count));
        quality.assignmentClasses().forEach((name, count) -> figures.put("assignment " + name, count));
        figures.put("cases_evaluated", report.summary().casesEvaluated());
        add(figures, "", quality.metrics());
        add(figures, "", report.kpis().metrics());
        add(figures, "", report.guardrails().metrics());
        quality.bySegment().forEach((name, rows) -> add(figures, name + " ", rows.subList(0, 1)));
        report.kpis().bySegment().forEach((name, rows) -> add(figures, name + " ", rows));
        report.guardrails().bySegment().forEach((name, rows) -> add(figures, name + " ", rows));
        report.kpis().ctrByRank().stream()
                .filter(rank -> rank.clicks() > 0)
                .forEach(rank -> figures.put("clicks at rank " + rank.rank(), rank.clicks()));
        return figures;
    }

    private static void add(Map<String, Object> figures, String slice, List<MetricRow> rows) {
        rows.stream()
                .filter(row -> !row.name().startsWith("latency"))
                .forEach(row -> figures.put(slice + row.name(), row.value() == null ? "none" : row.value()));
    }

    private static void assertBooksBalance(DataQuality quality, World world) {
        assertThat(sum(quality.exposureClasses())).isEqualTo(lines(world.exposures()));
        assertThat(sum(quality.outcomeClasses())).isEqualTo(lines(world.outcomes()));
        assertThat(sum(quality.assignmentClasses())).isEqualTo(lines(world.assignments()));
        assertThat(n(quality, HourRow::exposureJoinRate)).isEqualTo(n(quality, "exposure_join_rate"));
        assertThat(n(quality, HourRow::outcomeJoinRate)).isEqualTo(n(quality, "outcome_join_rate"));
    }

    private static long n(DataQuality quality, Function<HourRow, RateRow> rate) {
        return quality.byHour().stream().map(rate).mapToLong(RateRow::n).sum();
    }

    private static long n(DataQuality quality, String rate) {
        return quality.metrics().stream()
                .filter(row -> row.name().equals(rate))
                .mapToLong(MetricRow::n)
                .sum();
    }

    private static long sum(Map<String, Long> classes) {
        return classes.values().stream().mapToLong(Long::longValue).sum();
    }

    private static <T> long lines(List<Line<T>> lines) {
        return lines.stream().filter(line -> !line.blank()).count();
    }

    private static String withoutRun(Report report) throws IOException {
        return json(report, report.provenance(), report.dataQuality());
    }

    /** Without where things stand in the files. */
    private static String withoutPlaces(Report report) throws IOException {
        return json(report, null, report.dataQuality())
                .replaceAll("(?s)\"(first|last)\" : \\{.*?\\}", "")
                .replaceAll("(?s)\"examples\" : \\[.*?\\]", "");
    }

    private static String json(Report r, io.github.recsyseval.report.Provenance provenance, DataQuality quality)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(
                new Report(
                        r.schema(),
                        r.command(),
                        r.summary(),
                        quality,
                        r.kpis(),
                        r.guardrails(),
                        r.offline(),
                        r.experiment(),
                        r.aaCheck(),
                        r.lists(),
                        r.gates(),
                        r.slices(),
                        r.warnings(),
                        provenance == null
                                ? new io.github.recsyseval.report.Provenance(Map.of(), List.of())
                                : provenance,
                        new RunInfo("", "", "", 0, 0)),
                out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
