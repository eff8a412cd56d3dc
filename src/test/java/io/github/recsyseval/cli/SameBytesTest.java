package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** The same data gives the same report, whatever the threads, the order of lines, the files, the compression, the locale. */
class SameBytesTest {
    private static final String EXPOSURES = "testdata/clean/exposures.jsonl";
    private static final String OUTCOMES = "testdata/clean/outcomes.jsonl";
    private static final String ASSIGNMENTS = "testdata/clean/assignments.jsonl";

    @TempDir
    private Path folder;

    private List<String> exposures = List.of();
    private List<String> outcomes = List.of();

    /** Logs of several chunks: the clean set over and over, each time with other request ids. */
    @BeforeEach
    void write() throws IOException {
        exposures = copies(Path.of(EXPOSURES), 12).stream()
                .map(line -> line.replace("\"context\":{", "\"context\":{\"visits\":\"" + line.length() % 7 + "\","))
                .toList();
        outcomes = copies(Path.of(OUTCOMES), 12);
        Files.write(folder.resolve("e.jsonl"), exposures);
        Files.write(folder.resolve("o.jsonl"), outcomes);
    }

    private static List<String> copies(Path file, int times) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> copies = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            for (String line : lines) {
                copies.add(line.replaceFirst("\"request_id\":\"", "\"request_id\":\"" + i + "-"));
            }
        }
        return copies;
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "8"})
    void threadsChangeNothing(String threads) {
        assertThat(evaluate(folder.resolve("e.jsonl"), folder.resolve("o.jsonl"), "--threads", threads))
                .isEqualTo(evaluate(folder.resolve("e.jsonl"), folder.resolve("o.jsonl"), "--threads", "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"64k", "300k", "1m"})
    void memoryChangesNothing(String memory) {
        Path e = folder.resolve("e.jsonl");
        Path o = folder.resolve("o.jsonl");
        assertThat(evaluate(e, o, "--memory", memory, "--temp-dir", folder.toString()))
                .isEqualTo(evaluate(e, o));
    }

    /** Arms, cross-over, slices, latencies, the period before, every look: whatever is read from the rows of users. */
    @Test
    void memoryChangesNothingInExperiments() throws IOException {
        String[] until = {"--pre-until", "2026-11-03", "--monitoring"};
        assertThat(experiment("200k", until))
                .isEqualTo(experiment("1g", until))
                .contains("\"variance_reduction\"", "\"latency_p95_ms\"", "\"surface=home\"");
        String[] first = {"--crossover", "first", "--guardrail", "latency_p99_ms: max_relative_increase=10%"};
        assertThat(experiment("300k", first)).isEqualTo(experiment("1g", first));
        String[] context = {"--cuped-covariate", "visits"};
        assertThat(experiment("300k", context))
                .isEqualTo(experiment("1g", context))
                .contains("\"key\" : \"visits\"");
    }

    private String experiment(String memory, String... more) throws IOException {
        Path assignments = Files.write(folder.resolve("a.jsonl"), copies(Path.of(ASSIGNMENTS), 12));
        List<String> args = inputs("experiment", "--control", "A", "--assignments", assignments.toString());
        args.addAll(List.of("--slice", "surface", "--slice", "surface,tenant_id"));
        args.addAll(List.of("--memory", memory, "--temp-dir", folder.toString()));
        args.addAll(List.of(more));
        return withoutRun(args);
    }

    /** The period before and the baseline are read beside what the run itself holds. */
    @Test
    void memoryChangesNothingInWhatIsReadBesides() throws IOException {
        List<String> before = new ArrayList<>();
        for (String line : exposures) {
            before.add(line.replace("\"ts\":\"2026-11", "\"ts\":\"2026-10"));
        }
        String pre = Files.write(folder.resolve("pre.jsonl"), before).toString();
        String outcome = folder.resolve("o.jsonl").toString();
        String[] period = {"--pre-exposures", pre, "--pre-outcomes", outcome};
        assertThat(experiment("300k", period))
                .isEqualTo(experiment("1g", period))
                .contains("\"theta\"");

        Collections.shuffle(before, new Random(3));
        String baseline = Files.write(folder.resolve("b.jsonl"), before.subList(0, before.size() / 2))
                .toString();
        for (String by : List.of("request_id", "user")) {
            List<String> offline = inputs("offline", "--baseline-exposures", baseline, "--pair-by", by);
            offline.addAll(List.of("--slice", "surface", "--memory"));
            List<String> little = new ArrayList<>(offline);
            little.add("300k");
            offline.add("1g");
            assertThat(withoutRun(little)).isEqualTo(withoutRun(offline)).contains("\"wins\"");
        }
    }

    @Test
    void memoryChangesNothingInAaChecks() {
        assertThat(withoutRun(inputs("aa-check", "--memory", "64k")))
                .isEqualTo(withoutRun(inputs("aa-check", "--memory", "1g")));
    }

    private List<String> inputs(String command, String... more) {
        List<String> args = new ArrayList<>(List.of(command, "--format", "json", "--exposures"));
        args.addAll(List.of(
                folder.resolve("e.jsonl").toString(),
                "--outcomes",
                folder.resolve("o.jsonl").toString()));
        args.addAll(List.of(more));
        return args;
    }

    private static String withoutRun(List<String> args) {
        Cli run = Run.of(args.toArray(String[]::new));
        ObjectNode report = (ObjectNode) run.json();
        report.remove("run");
        return report.toPrettyString();
    }

    /** Logs with every kind of fault, each request id six times, so that all findings have something to find. */
    @ParameterizedTest
    @ValueSource(strings = {"report", "offline", "join"})
    void memoryChangesNothingInFaultyLogs(String command) throws IOException {
        String held = faulty(command, "--threads", "1");
        assertThat(held).contains("J04");
        assertThat(faulty(command, "--memory", "64k", "--temp-dir", folder.toString()))
                .isEqualTo(held);
    }

    private static String faulty(String command, String... more) {
        String exposures = "testdata/faults/exposures.jsonl";
        String outcomes = "testdata/faults/outcomes.jsonl";
        List<String> args = new ArrayList<>(List.of(command, "--format", "json", "--max-invalid-rate", "1"));
        for (int i = 0; i < 6; i++) {
            args.addAll(List.of("--exposures", exposures, "--outcomes", outcomes));
        }
        if (command.equals("report")) {
            args.addAll(List.of("--assignments", "testdata/faults/assignments.jsonl"));
        }
        args.addAll(List.of(more));
        return withoutRun(args);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exposure", "outcome"})
    void memoryChangesNothingInJoinedRecords(String layout) throws IOException {
        assertThat(joined(layout, "64k")).isEqualTo(joined(layout, "1g"));
    }

    private String joined(String layout, String memory) throws IOException {
        Path joined = folder.resolve("joined-" + memory + ".jsonl");
        Path rest = folder.resolve("rest-" + memory + ".jsonl");
        Cli run = Run.of(
                "join",
                "--exposures",
                folder.resolve("e.jsonl").toString(),
                "--outcomes",
                folder.resolve("o.jsonl").toString(),
                "--output",
                joined.toString(),
                "--unmatched-outcomes",
                rest.toString(),
                "--layout",
                layout,
                "--memory",
                memory);
        assertThat(run.exitCode()).isZero();
        return Files.readString(joined) + Files.readString(rest);
    }

    @Test
    void orderOfLinesChangesNothing() throws IOException {
        exposures = new ArrayList<>(exposures);
        Collections.shuffle(exposures, new Random(7));
        Collections.shuffle(outcomes, new Random(8));
        Path shuffledExposures = Files.write(folder.resolve("es.jsonl"), exposures);
        Path shuffledOutcomes = Files.write(folder.resolve("os.jsonl"), outcomes);
        assertThat(evaluate(shuffledExposures, shuffledOutcomes))
                .isEqualTo(evaluate(folder.resolve("e.jsonl"), folder.resolve("o.jsonl")));
    }

    /** Which of several experiments, and of their variants, is met first. */
    @Test
    void orderOfAssignmentsChangesNothing() throws IOException {
        List<String> assignments = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(ASSIGNMENTS))) {
            assignments.add(line.replaceFirst("\"experiment_id\":\"[^\"]*\"", "\"experiment_id\":\"first\""));
            assignments.add(line.replaceFirst("\"experiment_id\":\"[^\"]*\"", "\"experiment_id\":\"second\""));
        }
        String inOrder = joinedWith(assignments);
        Collections.reverse(assignments);
        assertThat(joinedWith(assignments)).isEqualTo(inOrder).contains("variant of first", "variant of second");
    }

    private String joinedWith(List<String> assignments) throws IOException {
        String file = Files.write(folder.resolve("a.jsonl"), assignments).toString();
        List<String> args = new ArrayList<>(List.of("join", "--format", "json", "--exposures", EXPOSURES));
        args.addAll(List.of("--outcomes", OUTCOMES, "--assignments", file));
        ObjectNode report = (ObjectNode) Run.of(args.toArray(String[]::new)).json();
        report.remove("run");
        report.remove("provenance");
        return report.toPrettyString();
    }

    @Test
    void splittingAndCompressingChangesNothing() throws IOException {
        Path parts = Files.createDirectories(folder.resolve("parts/dt=2026-11-20"));
        int size = exposures.size() / 10;
        for (int i = 0; i < 10; i++) {
            List<String> part = exposures.subList(i * size, i == 9 ? exposures.size() : (i + 1) * size);
            byte[] bytes = (String.join("\n", part) + "\n").getBytes(StandardCharsets.UTF_8);
            try (OutputStream file = Files.newOutputStream(parts.resolve("part-" + i));
                    OutputStream out = i % 2 == 0 ? new GZIPOutputStream(file) : file) {
                out.write(bytes);
            }
        }
        assertThat(evaluate(folder.resolve("parts"), folder.resolve("o.jsonl")))
                .isEqualTo(evaluate(folder.resolve("e.jsonl"), folder.resolve("o.jsonl")));
    }

    @Test
    void localeAndTimeZoneChangeNothing() {
        String[] args = {"report", "--exposures", EXPOSURES, "--outcomes", OUTCOMES, "--assignments", ASSIGNMENTS};
        String here = stable(Run.of(args));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(stable(Run.of(args))).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /** Markdown without the line that says when and by which build it was made. */
    private static String stable(Cli run) {
        return run.out().replaceAll("(?m)^- recsys-eval .*$", "");
    }

    /** The JSON report without what may differ: run, provenance, notes and violations with their places. */
    private static String evaluate(Path exposures, Path outcomes, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "report",
                "--exposures",
                exposures.toString(),
                "--outcomes",
                outcomes.toString(),
                "--slice",
                "surface",
                "--slice",
                "surface,tenant_id",
                "--kpi=revenue_per_user: event=click+conversion, measure=value, per=user",
                "--format",
                "json"));
        args.addAll(List.of(more));
        Cli run = Run.of(args.toArray(String[]::new));
        assertThat(run.exitCode()).isZero();
        ObjectNode report = (ObjectNode) run.json();
        assertThat(report.at("/summary/cases_evaluated").asLong()).isEqualTo(6000);
        report.remove("run");
        report.remove("provenance");
        return report.toPrettyString();
    }
}
