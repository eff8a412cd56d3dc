package io.github.recsyseval.reference;

import static io.github.recsyseval.reference.Shape.decimal;
import static io.github.recsyseval.reference.Shape.numbers;
import static io.github.recsyseval.reference.Shape.optional;
import static io.github.recsyseval.reference.Shape.secret;
import static io.github.recsyseval.reference.Shape.section;
import static io.github.recsyseval.reference.Shape.several;
import static io.github.recsyseval.reference.Shape.text;
import static io.github.recsyseval.reference.Shape.texts;
import static io.github.recsyseval.reference.Shape.truth;
import static io.github.recsyseval.reference.Shape.whole;

import io.github.recsyseval.yaml.Dialect;
import io.github.recsyseval.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;

/** Every key of the Go tool's two files, with its defaults. Any other key is refused, there as here. */
final class GoFiles {
    private static final Shape.Section DATASET = new Shape.Section(
            false,
            List.of(
                    source("exposures", "Exposures"),
                    source("outcomes", "Outcomes"),
                    source("assignments", "Assignments"),
                    optional(
                            "interleaving",
                            "Interleaving",
                            source("ranker_a", "RankerA"),
                            source("ranker_b", "RankerB"),
                            source("outcomes", "Outcomes"))));

    private static final Shape.Key OFFLINE = section(
            "offline",
            "Offline",
            several("metrics", "Metrics", new Shape.Section(false, List.of(text("name", "Name"), whole("k", "K", 0)))),
            texts("slice_keys", "SliceKeys"),
            several(
                    "gates",
                    "Gates",
                    new Shape.Section(false, List.of(text("metric", "Metric"), decimal("max_drop", "MaxDrop", 0)))),
            optional("time_split", "TimeSplit", window("train", "Train"), window("test", "Test")),
            optional(
                    "bootstrap",
                    "Bootstrap",
                    truth("enabled", "Enabled"),
                    whole("iterations", "Iterations", 200),
                    whole("seed", "Seed", 42),
                    decimal("ci_level", "CILevel", 0.95)),
            text("history_dir", "HistoryDir"));

    private static final Shape.Key EXPERIMENT = section(
            "experiment",
            "Experiment",
            text("experiment_id", "ExperimentID"),
            texts("slice_keys", "SliceKeys"),
            section(
                    "guardrails",
                    "Guardrails",
                    decimal("max_latency_p95_ms", "MaxLatencyP95Ms", 0),
                    decimal("max_error_rate", "MaxErrorRate", 0),
                    decimal("max_empty_rate", "MaxEmptyRate", 0)),
            text("control_variant", "ControlVariant"),
            texts("primary_metrics", "PrimaryMetrics"),
            optional("cuped", "CUPED", truth("enabled", "Enabled"), text("covariate_key", "CovariateKey")),
            optional(
                    "power",
                    "Power",
                    text("metric", "Metric"),
                    decimal("baseline_rate", "BaselineRate", 0),
                    decimal("mde", "MDE", 0),
                    decimal("alpha", "Alpha", 0),
                    decimal("power", "Power", 0),
                    whole("daily_samples", "DailySamples", 0)),
            optional(
                    "multiple_comparisons",
                    "MultipleComparisons",
                    text("method", "Method", "fdr_bh"),
                    decimal("alpha", "Alpha", 0.05)),
            optional(
                    "srm",
                    "SRM",
                    truth("enabled", "Enabled"),
                    decimal("alpha", "Alpha", 0.001),
                    whole("min_sample", "MinSample", 100),
                    numbers("expected", "Expected"),
                    texts("slice_keys", "SliceKeys"),
                    truth("gate_enabled", "GateEnabled")),
            optional(
                    "decision",
                    "Decision",
                    truth("enabled", "Enabled"),
                    text("output_path", "OutputPath"),
                    text("candidate_variant", "CandidateVariant"),
                    numbers("primary_thresholds", "PrimaryThresholds"),
                    truth("guardrail_gate", "GuardrailGate"),
                    truth("srm_gate", "SRMGate")),
            optional(
                    "aa_check",
                    "AACheck",
                    truth("enabled", "Enabled"),
                    several("thresholds", "Thresholds", new Shape.Decimal(0))));

    private static final Shape.Section EVALUATION = new Shape.Section(
            false,
            List.of(
                    text("mode", "Mode"),
                    OFFLINE,
                    EXPERIMENT,
                    section(
                            "ope",
                            "OPE",
                            text("reward_event", "RewardEvent", "click"),
                            text("unit", "Unit", "request"),
                            text("reward_aggregation", "RewardAggregation", "sum"),
                            whole("top_k", "TopK", 0),
                            decimal("clipping", "Clipping", 0),
                            decimal("min_propensity", "MinPropensity", 1e-6),
                            truth("enable_snips", "EnableSNIPS"),
                            truth("enable_dr", "EnableDR"),
                            text("position_discount", "PositionDiscount"),
                            truth("allow_missing_target_propensity", "AllowMissingTargetPropensity")),
                    section(
                            "interleaving",
                            "Interleaving",
                            text("algorithm", "Algorithm", "team_draft"),
                            whole("seed", "Seed", 42),
                            whole("max_results", "MaxResults", 0)),
                    section(
                            "scale",
                            "Scale",
                            text("mode", "Mode", "memory"),
                            section(
                                    "stream",
                                    "Stream",
                                    whole("max_open_requests", "MaxOpenRequests", 0),
                                    text("temp_dir", "TempDir")),
                            section("duckdb", "DuckDB", truth("enabled", "Enabled"))),
                    section(
                            "artifacts",
                            "Artifacts",
                            text("manifest_uri", "ManifestURI"),
                            section(
                                    "object_store",
                                    "ObjectStore",
                                    text("type", "Type"),
                                    section(
                                            "s3",
                                            "S3",
                                            text("endpoint", "Endpoint"),
                                            text("bucket", "Bucket"),
                                            secret("access_key", "AccessKey"),
                                            secret("secret_key", "SecretKey"),
                                            text("region", "Region"),
                                            truth("use_ssl", "UseSSL"))))));

    private GoFiles() {}

    /** The file that says where the logs are. */
    static Settings dataset(Path file) {
        return read(file, DATASET, "exposures:, outcomes: and assignments:, each with type: and path:");
    }

    /** The file that says what is asked of them. */
    static Settings evaluation(Path file) {
        return read(file, EVALUATION, "mode:, and has a section of that name");
    }

    private static Settings read(Path file, Shape.Section shape, String begins) {
        return new SettingsReader(file, shape).read(YamlReader.read(file, Dialect.FULL, begins));
    }

    private static Shape.Key source(String name, String field) {
        return section(
                name, field, text("type", "Type"), text("path", "Path"), secret("dsn", "DSN"), text("query", "Query"));
    }

    private static Shape.Key window(String name, String field) {
        return section(name, field, text("start", "Start"), text("end", "End"));
    }
}
