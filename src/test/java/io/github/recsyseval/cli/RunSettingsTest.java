package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every setting of the Go tool's files has its effect, or the report says why not. */
class RunSettingsTest {
    private static final String EXPERIMENT = """
            mode: experiment
            experiment:
              experiment_id: e1
              control_variant: A
            """;

    @TempDir
    private Path temp;

    private RunFolder folder;

    /** Users of A and of B, every fifth of whom clicks; a quarter of A and none of B is at home. */
    private void split(int a, int b) {
        ExperimentLogs logs = new ExperimentLogs(temp).of("e1");
        for (int i = 0; i < a + b; i++) {
            String surface = i < a / 4 ? "home" : "pdp";
            String more = "\"context\":{\"surface\":\"" + surface + "\",\"before\":\"" + i % 7 + "\"}";
            logs.request("u" + i, i < a ? "A" : "B", i % 5 == 0 ? 1 : 0, more);
        }
        folder = logs.asDataset();
    }

    private JsonNode run(String settings) {
        Cli run = folder.config(EXPERIMENT + settings).run();
        assertThat(run.exitCode()).as(run.err()).isLessThan(4);
        return folder.report();
    }

    private static JsonNode srm(JsonNode report) {
        return report.get("experiment").get("srm");
    }

    private static String warnings(JsonNode report) {
        return report.has("warnings") ? report.get("warnings").toString() : "";
    }

    /** stats.chisquare([230, 170]).pvalue = .0027 */
    @ParameterizedTest
    @CsvSource({
        "enabled: true, false",
        "'enabled: true, alpha: 0.01', true",
        "'enabled: true, alpha: 0.002', false",
        "'enabled: true, alpha: 0.01, min_sample: 400', true",
        "'enabled: true, alpha: 0.01, min_sample: 401', false",
        "'enabled: true, alpha: 0.01, expected: {A: 4, B: 3}', false",
        "'enabled: true, expected: {A: 1, B: 3}, min_sample: -5', true",
    })
    void alphaAndSampleDecideAboutTheSplit(String settings, boolean detected) {
        split(230, 170);
        JsonNode report = run("  srm: {" + settings + "}\n  decision: {enabled: true}\n");
        assertThat(srm(report).get("global").get("detected").asBoolean()).isEqualTo(detected);
        assertThat(report.get("experiment").get("decision").toString().contains("the users are not split as expected"))
                .isEqualTo(detected);
        assertThat(warnings(report).contains("srm.expected is not set"))
                .isEqualTo(detected && !settings.contains("expected"));
    }

    @Test
    void alphaThatIsNoShareIsTold() {
        split(20, 20);
        JsonNode report = run("  srm: {enabled: true, alpha: 1.5}\n");
        assertThat(srm(report).get("alpha").asDouble()).isEqualTo(0.001);
        assertThat(srm(report).get("min_sample").asInt()).isEqualTo(100);
        assertThat(warnings(report)).contains("srm.alpha 1.5 is no share: 0.001 is used");
    }

    /** At home 50 users of A and none of B, stats.chisquare([50, 0]).pvalue; elsewhere stats.chisquare([150, 200]).pvalue. */
    @Test
    void theSplitIsShownBySegment() {
        split(200, 200);
        JsonNode report = run("  srm: {enabled: true, slice_keys: [surface], min_sample: 50}\n");
        JsonNode segments = srm(report).get("by_segment");
        JsonNode home = segments.get("surface=home");
        assertThat(home.get("observed").toString()).isEqualTo("{\"A\":50,\"B\":0}");
        assertThat(home.get("p_value").asDouble()).isCloseTo(1.537459794428033e-12, within(1e-20));
        assertThat(home.get("adjusted_p_value").asDouble()).isCloseTo(2 * 1.537459794428033e-12, within(1e-20));
        assertThat(home.get("detected").asBoolean()).isTrue();
        JsonNode elsewhere = segments.get("surface=pdp");
        assertThat(elsewhere.get("p_value").asDouble()).isCloseTo(0.007526315166457882, within(1e-15));
        assertThat(elsewhere.get("detected").asBoolean()).isFalse();
        assertThat(srm(report).get("global").get("detected").asBoolean()).isFalse();
        assertThat(warnings(report))
                .contains("srm: the users of 1 of 2 segments are not split as expected: surface=home");
        assertThat(report.get("experiment").get("significance").toString()).doesNotContain("surface=");

        assertThat(srm(run("  srm: {enabled: true, slice_keys: [surface], min_sample: 51}\n"))
                        .get("by_segment")
                        .get("surface=home")
                        .get("detected")
                        .asBoolean())
                .isFalse();
        assertThat(warnings(run("  srm: {enabled: true, slice_keys: [surfaec]}\n")))
                .contains("srm.slice_keys: no exposure has the context key \\\"surfaec\\\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "srm: {enabled: true, gate_enabled: false} | srm.gate_enabled and decision.srm_gate have no effect: a sample ratio mismatch always holds",
                "srm: {enabled: false} | srm.enabled: a sample ratio mismatch holds the decision",
                "srm: {slice_keys: [surface]} | srm.slice_keys: without srm.enabled no split is shown",
                "power: {baseline_rate: 0.1} | power: no size is planned: baseline_rate and mde have to be above 0",
                "cuped: {enabled: true, covariate_key: befor} | no user has a number there, so nothing is adjusted",
                "cuped: {covariate_key: before} | cuped.covariate_key has no effect without cuped.enabled: true",
                "multiple_comparisons: {method: none} | multiple_comparisons.method none has no effect"
            })
    void whatHasAnotherEffectIsTold(String settings, String warning) {
        split(60, 60);
        assertThat(warnings(run("  decision: {enabled: true}\n  " + settings + "\n")))
                .contains(warning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "srm: {expected: {A: -1, B: 2}} | experiment.srm.expected needs two variants with a weight above 0",
                "srm: {expected: {A: 1}} | experiment.srm.expected needs two variants with a weight above 0",
                "guardrails: {max_error_rate: -1} | experiment.guardrails.max_error_rate takes a number from 0 up",
                "cuped: {enabled: true} | experiment.cuped.covariate_key is missing",
                "decision: {primary_thresholds: {crt: 0.1}} | has \"crt\", which is none of primary_metrics; did you mean ctr?",
                "decision: {primary_thresholds: {conversion_rate: 0.1}} | which is none of primary_metrics: ctr"
            })
    void whatCannotBeMeantIsRefused(String settings, String why) {
        split(60, 60);
        Cli run = folder.config(EXPERIMENT + "  " + settings + "\n").run();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(why);
    }

    /** One exposure a user and a value that is known of all: by arms the same number of users, so theta is that of the pooled sums. */
    @Test
    void aCovariateAdjustsTestsAndVariants() {
        ExperimentLogs logs = new ExperimentLogs(temp).of("e1");
        for (int i = 0; i < 200; i++) {
            int clicks = i % 7 + i % 2 > 4 ? 1 : 0;
            logs.request("u" + i, i % 2 == 0 ? "A" : "B", clicks, "\"context\":{\"before\":\"" + i % 7 / 4.0 + "\"}");
        }
        folder = logs.asDataset();
        JsonNode report = run("  cuped: {enabled: true, covariate_key: before}\n");
        JsonNode cuped = report.get("experiment").get("cuped");
        assertThat(cuped.get("covariate_key").asString()).isEqualTo("before");
        assertThat(cuped.get("coverage_rate").asDouble()).isEqualTo(1);
        // x, y of A and B; theta = sum of (x - mean(x))(y - mean(y)) / sum of (x - mean(x))^2, sums within arms, over
        // both;
        // mean(y) - theta (mean(x) - mean of all x)
        assertThat(cuped.get("theta_ctr").asDouble()).isCloseTo(0.7819503634996239, within(1e-12));
        JsonNode variants = report.get("experiment").get("variants");
        assertThat(variants.get(0).get("ctr_adjusted").asDouble()).isCloseTo(0.2819548759087491, within(1e-12));
        assertThat(variants.get(1).get("ctr_adjusted").asDouble()).isCloseTo(0.41804512409125094, within(1e-12));
        assertThat(folder.run("--output-format=md").exitCode()).isZero();
        assertThat(folder.text()).contains("## CUPED", "- Covariate: `before`, of the first exposure of each user");
    }

    /** 120 requests a second apart: 60 of A in the first 59 seconds. */
    @Test
    void throughputIsThatOfTheLog() {
        split(60, 60);
        JsonNode variants = run("  slice_keys: [surface]\n").get("experiment").get("variants");
        assertThat(variants.get(0).get("throughput_rps").asDouble()).isEqualTo(60.0 / 59);
        JsonNode home = folder.report().get("experiment").get("by_segment").get("surface=home");
        assertThat(home.get(0).get("throughput_rps").asDouble()).isEqualTo(15.0 / 14);
    }

    @Test
    void artifactsOfTheManifestAreNamed() throws IOException {
        split(60, 60);
        Path model = temp.resolve("model.json");
        Files.writeString(
                model, "{\"big\":[1,{}],\"build\":{\"version\":\"7\",\"built_at\":\"2026-11-01\",\"n\":[1]}}");
        Path broken = Files.writeString(temp.resolve("broken.bin"), "PK...");
        Path manifest = temp.resolve("manifest.json");
        Files.writeString(manifest, """
                {"v":1,"tenant":"t1","surface":"home","updated_at":"2026-11-02T00:00:00Z",
                 "current":{"similarity":"%s","popularity":"file://%s","co":"s3://bucket/x","gone":"/nowhere","none":" "}}
                """.formatted(broken, model));
        JsonNode report = run("artifacts: {manifest_uri: '" + manifest + "', object_store: {type: s3}}\n");
        JsonNode artifacts = report.get("artifacts");
        assertThat(artifacts.get("tenant").asString()).isEqualTo("t1");
        assertThat(artifacts.get("updated_at").asString()).isEqualTo("2026-11-02T00:00:00Z");
        JsonNode list = artifacts.get("artifacts");
        assertThat(list).hasSize(4);
        JsonNode popularity = list.get(2);
        assertThat(popularity.get("type").asString()).isEqualTo("popularity");
        assertThat(popularity.get("version").asString()).isEqualTo("7");
        assertThat(popularity.get("built_at").asString()).isEqualTo("2026-11-01");
        assertThat(popularity.has("source_hash")).isFalse();
        // sha256sum
        assertThat(list.get(3).get("checksum").asString())
                .isEqualTo("8fba1050d81d4d9bd071d145e973cd3fabce8186026f29638af7a87516f87620");
        assertThat(popularity.get("checksum").asString())
                .isEqualTo("f07ddfcc0d7efdbde605f6a1f59be0559ab07466742876ba465a4352bd85684e");
        assertThat(artifacts.get("warnings"))
                .extracting(JsonNode::asString)
                .containsExactly(
                        "artifact fetch failed: co (only files are read, nothing is fetched from a network)",
                        "artifact fetch failed: gone (no such file)",
                        "artifact parse failed: similarity (not JSON)");
        assertThat(warnings(report))
                .contains("artifacts: artifact fetch failed: co", "artifacts.object_store has no effect");
        assertThat(folder.run("--output-format=md").exitCode()).isZero();
        assertThat(folder.text()).contains("## Artifacts", "| similarity |");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://h/m.json | is not in a file: only files are read",
                "/nowhere.json | /nowhere.json: no such file; artifacts.manifest_uri names it",
                "testdata/clean/exposures.jsonl | not JSON; artifacts.manifest_uri names a manifest"
            })
    void aManifestThatCannotBeReadEndsTheRun(String uri, String why) {
        split(10, 10);
        Cli run = folder.config(EXPERIMENT + "artifacts: {manifest_uri: '" + uri + "'}\n")
                .run();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(why);
    }

    @Test
    void settingsOfOtherPlacesThatHaveNoEffectAreTold() throws IOException {
        split(60, 60);
        Path dataset = temp.resolve("dataset.yaml");
        folder.dataset(
                Files.readString(dataset).replaceFirst("type: jsonl", "type: jsonl\n  dsn: postgres://u:hush@h/d"));
        JsonNode report = run("scale: {stream: {max_open_requests: 5, temp_dir: /tmp}, duckdb: {enabled: true}}\n");
        assertThat(warnings(report))
                .contains(
                        "exposures.dsn has no effect with type: jsonl",
                        "scale.stream.max_open_requests has no effect",
                        "scale.stream.temp_dir has no effect: --temp-dir",
                        "scale.duckdb.enabled has no effect")
                .doesNotContain("hush");
    }
}
