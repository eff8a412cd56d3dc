package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a run ends with 1, as in the Go tool, with a sentence that says what, where and what to do. */
class RunMistakesTest {
    private static final String GOOD = "mode: offline\noffline:\n  metrics: [{name: ndcg, k: 3}]\n";

    @TempDir
    private Path temp;

    private RunFolder folder;

    @BeforeEach
    void files() {
        folder = new RunFolder(temp)
                .logs(Path.of("testdata/clean").toAbsolutePath())
                .config(GOOD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mod: offline | :1: no key mod; did you mean mode?",
                "mode: offline\\nmetrics: [] | :2: no key metrics; did you mean offline.metrics?",
                "mode: offline\\noffline:\\n  metric: [] | :3: no key offline.metric; did you mean offline.metrics?",
                "mode: offline\\noffline:\\n  gates: [{metric: a, max_drip: 1}] | no key offline.gates[0].max_drip; did you mean",
                "mode: offline | offline.metrics is missing; it lists metrics, each with name: and k:",
                "mode: offlin\\noffline: | unsupported mode \"offlin\"; did you mean offline?",
                "offline: | mode is missing; give it in the file or as --mode",
                "mode: ope | mode ope does not exist yet",
                "mode: interleaving | mode interleaving does not exist yet",
                "mode: offline\\noffline: {metrics: [{name: ndgc, k: 1}]} | :2: offline.metrics[0].name is \"ndgc\", which is no metric; did you mean ndcg?",
                "mode: offline\\noffline: {metrics: [{name: ndcg}]} | offline.metrics[0].k must be from 1 to 999999999 for ndcg, not 0",
                "mode: offline\\noffline: {metrics: [{name: ndcg, k: 2.5}]} | offline.metrics[0].k takes a whole number, not 2.5",
                "mode: offline\\noffline: {metrics: [{name: ndcg, k: ten}]} | offline.metrics[0].k takes a number, not \"ten\"",
                "mode: offline\\noffline: {metrics: ndcg} | offline.metrics takes a list, not \"ndcg\"",
                "mode: [offline] | mode takes a text, not a list",
                "mode: offline\\noffline: {metrics: [{name: ndcg, k: 1}], gates: [{metric: ndcg@3}]} | offline.gates[0].metric is \"ndcg@3\", and offline.metrics does not have that; did you mean ndcg@1?",
                "mode: offline\\noffline: {metrics: [{name: ndcg, k: 1}], slice_keys: ['']} | offline.slice_keys[0] takes a text, not nothing",
                "mode: offline\\noffline: {metrics: [{name: ndcg, k: 1}], bootstrap: {enabled: true, iterations: 7}} | offline.bootstrap.iterations must be from 39 to 100000, not 7",
                "mode: offline\\noffline: {metrics: [{name: ndcg, k: 1}], time_split: {}} | offline.time_split.train.start is missing",
                "mode: offline\\noffline: {metrics: [{name: ndcg, k: 1}], time_split: {train: {start: today}}} | takes a time such as 2025-01-01T00:00:00Z",
                "mode: offline\\nscale: {mode: steam} | scale.mode must be memory or stream; did you mean stream?",
                "mode: offline\\nscale: {mode: duckdb} | scale.mode duckdb is not supported",
                "mode: offline\\nartifacts: {manifest_uri: 's3://a/b'} | artifacts.manifest_uri is not in a file: only files are read",
                "mode: aa-check | experiment.aa_check is missing; mode aa-check needs aa_check: {enabled: true}",
                "mode: aa-check\\nexperiment: {aa_check: {thresholds: [0.1]}} | :2: experiment.aa_check.enabled must be true for mode aa-check",
                "mode: aa-check\\nexperiment: {aa_check: {enabled: true, thresholds: [5]}} | experiment.aa_check.thresholds must lie between 0 and 1, not 5.0",
                "mode: aa-check\\nexperiment: {aa_check: {enabled: true}, primary_metrics: [crt]} | experiment.primary_metrics has \"crt\", which is no metric of experiments; did you mean ctr?",
                "mode: offline\\nmode: offline | :2: mode is already set in line 1",
                "`` | empty; a configuration begins with mode:",
                "mode: &a [*b] | no anchor &b stands before this alias"
            })
    void inTheEvaluationFile(String yaml, String why) {
        failsWith(why, folder.config(yaml.replace("\\n", "\n")).run());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "exposures: {type: jsonl} | exposures.path is missing; a jsonl source needs it",
                "exposures: {path: x} | exposures.type is missing; mode offline reads exposures",
                "exposure: {type: jsonl} | no key exposure; did you mean exposures?",
                "exposures: {type: postgres, dsn: 'postgres://u:hush@h/d', query: q} | exposures.type is postgres, which is not read: export the rows of the query as JSON Lines (psql -At -c QUERY > exposures.jsonl)",
                "exposures: {type: csv, path: x} | exposures.type is \"csv\", and only jsonl is read",
                "exposures: {type: jsonl, path: nowhere.jsonl} | nowhere.jsonl: no such file"
            })
    void inTheDatasetFile(String yaml, String why) {
        Cli run = folder.dataset(yaml).run();
        failsWith(why, run);
        assertThat(run.err()).doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--output=- | --output takes a file, as the Go tool's does; /dev/stdout prints the report",
                "--output-format=htlm | no format \"htlm\"; did you mean html?",
                "--outptu-format=html | no option --outptu-format; did you mean --output-format?",
                "--baseline=nowhere.json | nowhere.json: no such file",
                "--baseline=testdata/clean/exposures.jsonl | not JSON; a baseline is a JSON report of run",
                "--baseline=schemas/exposure.v1.json | baseline report without offline metrics",
                "--mode=batch | unsupported mode \"batch\"",
                "--max-invalid-rate=2 | takes a share from 0 to 1",
                "--max-invalid-rate=0.1% | `recsys-eval: --max-invalid-rate takes a number, not \"0.1%\"; 0.1 % is 0.001`",
                "--max-invalid-rate=50 % | takes a number, not \"50 %\"; 50 % is 0.5",
                "--max-invalid-rate=x% | takes a number, not \"x%\"",
                "--threads=two | `recsys-eval: --threads takes a whole number, not \"two\"`",
                "--threads=99999999999 | takes a whole number, not \"99999999999\"; it is out of range"
            })
    void onTheCommandLine(String option, String why) {
        failsWith(why, folder.run(option));
    }

    @Test
    void filesThatAreMissing() {
        failsWith("--dataset, --config and --output are needed", Run.of("run", "--mode", "offline"));
        failsWith("--dataset, --config and --output are needed", Run.of("--quiet", "run"));
        Path nowhere = temp.resolve("nowhere.yaml");
        Cli run = Run.of("run", "--dataset=" + nowhere, "--config=" + nowhere, "--output=" + folder.output());
        failsWith("nowhere.yaml: no such file", run);
    }

    @Test
    void nothingIsOverwrittenByMistake() throws IOException {
        Path config = temp.resolve("eval.yaml");
        Cli run =
                Run.of("run", "--dataset=" + temp.resolve("dataset.yaml"), "--config=" + config, "--output=" + config);
        failsWith("is the file of --config", run);
        assertThat(Files.readString(config)).isEqualTo(GOOD);
        failsWith("no such directory", folder.run("--output-format=md", "--output=" + temp.resolve("no/report.md")));
    }

    /** The Go tool breaks off at the first line that it cannot read, and takes most that its own schemas refuse. */
    @Test
    void invalidLinesFailTheRunAndAreCounted() {
        folder.logs(Path.of("testdata/faults").toAbsolutePath());
        Cli run = folder.run();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("the share of invalid exposures is", "recsys-eval validate --schema exposure.v1 shows which");
        assertThat(folder.report().get("summary").get("trusted").asBoolean()).isFalse();
        assertThat(folder.run("--max-invalid-rate=1").exitCode()).isZero();
        assertThat(folder.run("--max-invalid-rate=1", "--strict").exitCode()).isEqualTo(1);
    }

    /** Ten lists that refer to the one before ten times each, as a slice key. */
    @Test
    void aBombOfAliasesIsRefusedAtOnce() {
        StringBuilder bomb =
                new StringBuilder("mode: offline\noffline:\n  metrics: &a0 [{name: ndcg, k: 1}]\n  slice_keys:\n");
        for (int level = 1; level <= 9; level++) {
            String before = "*a" + (level - 1);
            bomb.append("    - &a" + level + " [" + before + (", " + before).repeat(9) + "]\n");
        }
        failsWith(
                "offline.slice_keys[0] takes a text, not a list",
                folder.config(bomb.toString()).run());
    }

    private void failsWith(String why, Cli run) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.err()).startsWith("recsys-eval: ").contains(why);
        assertThat(run.err().lines().count()).isLessThanOrEqualTo(2);
        assertThat(folder.output()).doesNotExist();
    }
}
