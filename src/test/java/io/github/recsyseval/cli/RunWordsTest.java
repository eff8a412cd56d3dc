package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run says can be done by whoever ran it: by keys of its files, or by options that it has. */
class RunWordsTest {
    private static final String BY_LATENCY = """
            mode: experiment
            experiment:
              experiment_id: exp
              control_variant: A
              guardrails: {max_latency_p95_ms: 500}
              decision: {enabled: true, candidate_variant: B, guardrail_gate: true}
            """;

    @TempDir
    private Path temp;

    /** Clicks that ship; a request in five of the candidate logs seconds instead of milliseconds. */
    private RunFolder withSeconds() {
        ExperimentLogs logs = new ExperimentLogs(temp);
        for (int i = 0; i < 600; i++) {
            logs.request("A" + i, "A", i % 5 == 0 ? 1 : 0, "\"error\":false,\"latency_ms\":" + (80 + i % 60));
            String latency = i % 5 == 0 ? "0." + (100 + i % 60) : Integer.toString(80 + i % 60);
            logs.request("B" + i, "B", i % 2, "\"error\":false,\"latency_ms\":" + latency);
        }
        return logs.asDataset();
    }

    /** Every option that the sentences of a run and of its report name. */
    private static List<String> optionsIn(String text) {
        return Pattern.compile("(?<![\\w-])--[a-z]+(-[a-z]+)*")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private static Set<String> optionsOfRun() {
        return RecsysEval.line(new RecsysEval())
                .getSubcommands()
                .get("run")
                .getCommandSpec()
                .optionsMap()
                .keySet();
    }

    @Test
    void latencyInTwoUnitsHoldsAndSaysWhatToDo() {
        RunFolder folder = withSeconds().config(BY_LATENCY);
        assertThat(folder.run().exitCode()).isEqualTo(ExitCode.HOLD);
        String decision = folder.report().get("experiment").get("decision").toString();
        assertThat(decision)
                .contains("latency p95 cannot be judged: J11 latency-mixed", "declare it with --tolerate and the code");
        assertThat(optionsOfRun()).containsAll(optionsIn(folder.text()));
    }

    /** The second click on an item is odd, and only B has any. */
    @Test
    void whatRestsOnOddOutcomesIsHeldWithoutOptionsThatItHasNot() {
        ExperimentLogs logs = new ExperimentLogs(temp);
        for (int i = 0; i < 2400; i++) {
            logs.request("a" + i, "A", i % 2).request("b" + i, "B", i % 2);
            if (i % 20 == 1) {
                logs.alsoClicked("b" + i, "i1");
            }
        }
        RunFolder folder = logs.asDataset().config(BY_LATENCY);
        assertThat(folder.run().exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(folder.text()).contains("ctr is better only with suspicious outcomes");
        assertThat(optionsOfRun()).containsAll(optionsIn(folder.text()));
    }

    @Test
    void armsThatRanOneAfterTheOtherAreHeldInTheWordsOfTheFiles() {
        ExperimentLogs logs = new ExperimentLogs(temp);
        for (int i = 0; i < 600; i++) {
            logs.at("2026-11-0" + (i < 300 ? 3 : 5) + "T10:00:00Z")
                    .request("u" + i, i < 300 ? "A" : "B", i % (i < 300 ? 5 : 2) == 0 ? 1 : 0);
        }
        RunFolder folder = logs.asDataset().config(BY_LATENCY);
        assertThat(folder.run().exitCode()).isEqualTo(ExitCode.HOLD);
        String decision = folder.report().get("experiment").get("decision").toString();
        assertThat(decision).contains("not shown at the same time", "compare only the time in which both were shown");
        assertThat(optionsOfRun()).containsAll(optionsIn(folder.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"J11", "latency-mixed", "J14,J11"})
    void latencyThatIsTakenAsRightShips(String tolerated) {
        Cli run = withSeconds().config(BY_LATENCY).run("--tolerate", tolerated);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void whatCannotBeToleratedIsRefusedBeforeAnythingIsRead() {
        RunFolder folder = new RunFolder(temp).logs(temp).config(BY_LATENCY);
        Cli run = folder.run("--tolerate", "J03");
        assertThat(run.exitCode()).isEqualTo(RunVerdict.FAILED);
        assertThat(run.err()).contains("--tolerate takes J11, J13 and J14").doesNotContain("exposures.jsonl");
        assertThat(folder.output()).doesNotExist();
    }

    @Test
    void withoutExposuresTheFileIsToBeLookedAt() throws IOException {
        for (String name : List.of("exposures", "outcomes", "assignments")) {
            Files.createFile(temp.resolve(name + ".jsonl"));
        }
        RunFolder folder =
                new RunFolder(temp).logs(temp).config("mode: offline\noffline: {metrics: [{name: ndcg, k: 3}]}\n");
        Cli run = folder.run("--strict");
        assertThat(run.exitCode()).isEqualTo(RunVerdict.FAILED);
        assertThat(run.err()).contains("is exposures: in --dataset the right file");
        assertThat(folder.text()).contains("is exposures: in --dataset the right file");
        assertThat(optionsOfRun()).containsAll(optionsIn(folder.text() + run.err()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "control_variant: C | experiment.control_variant: experiment exp has no variant C",
                "control_variant: A, decision: {enabled: true, candidate_variant: C} "
                        + "| name an arm without users by experiment.srm.expected",
                "experiment_id: ex, control_variant: A | experiment.experiment_id: there is no experiment ex",
            })
    void armsAndExperimentsAreNamedInTheFile(String settings, String sentence) {
        Cli run = withSeconds()
                .config("mode: experiment\nexperiment: {" + settings + "}\n")
                .run();
        assertThat(run.exitCode()).isEqualTo(RunVerdict.FAILED);
        assertThat(run.err()).contains(sentence);
        assertThat(optionsOfRun()).containsAll(optionsIn(run.err()));
    }
}
