package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.recsyseval.cli.config.ConfigSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published schema, the options and the reader agree about the keys. */
class ConfigSchemaTest {
    private static final Path PUBLISHED = Path.of("schemas/config.v1.json");
    private static final CommandSpec PROGRAM = RecsysEval.line(new RecsysEval()).getCommandSpec();

    @TempDir
    Path folder;

    @Test
    void publishedSchemaIsTheOneOfTheOptions() throws IOException {
        assertThat(Files.readString(PUBLISHED))
                .as("options have changed: recsys-eval config schema > schemas/config.v1.json")
                .isEqualTo(ConfigSchema.of(PROGRAM));
    }

    /** Derived here anew, so that a key that the schema forgets is noticed. */
    @ParameterizedTest
    @ValueSource(strings = {"join", "offline", "report"})
    void everyOptionHasItsKey(String command) {
        JsonNode definitions = new JsonMapper().readTree(PUBLISHED.toFile()).get("definitions");
        Map<String, Class<?>> types = new HashMap<>();
        Stream<OptionSpec> options = PROGRAM.subcommands().get(command).getCommandSpec().options().stream();
        options.filter(option -> !option.inherited() && !option.hidden())
                .forEach(option -> types.put(option.longestName().substring(2).replace('-', '_'), option.type()));
        types.keySet().removeAll(java.util.Set.of("help", "version", "config"));
        types.forEach((key, type) -> {
            String path = definitions.propertyNames().stream()
                    .filter(name -> name.equals(key) || name.endsWith("." + key))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no key for --" + key));
            assertThat(definitions.get(path).path("type").asString("").equals("boolean"))
                    .as(path)
                    .isEqualTo(type == boolean.class || type == Boolean.class);
        });
        assertThat(types).containsKeys("exposures", "since", "strict", "slice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{version: 1}",
                "{version: 1, slices: [surface, [surface, tenant_id]]}",
                "{version: 1, slices: {slice: surface}, reading: {threads: 2}}",
                "{version: 1, filters: {where: {surface: [home, pdp], n: 3}, since: 2026-11-01}}",
                "{version: 1, filters: {where: [surface=home]}, limits: {max_invalid_rate: 0.1, strict: true}}",
                "{version: 1, offline: {ranking: {metrics: [ndcg@10]}}, input: {exposures: a, outcomes: [b, c]}}"
            })
    void schemaAcceptsWhatTheReaderAccepts(String yaml) throws IOException {
        assertThat(schema().validate(new YAMLMapper().readTree(yaml))).isEmpty();
        Path file = Files.writeString(folder.resolve("c.yaml"), yaml);
        assertThat(Run.of("config", "check", file.toString()).exitCode()).isIn(0, 66);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{slices: [surface]}",
                "{version: 2}",
                "{version: 1, slice: [surface]}",
                "{version: 1, limits: {strict: 1}}",
                "{version: 1, limits: {max_invalid_rate: [1]}}",
                "{version: 1, reading: {threads: 1.5}}",
                "{version: 1, join: {ranking: {metrics: [ndcg@10]}}}",
                "{version: 1, input: {outcomes: []}}"
            })
    void schemaRefusesWhatTheReaderRefuses(String yaml) throws IOException {
        assertThat(schema().validate(new YAMLMapper().readTree(yaml))).isNotEmpty();
        Path file = Files.writeString(folder.resolve("c.yaml"), yaml);
        assertThat(Run.of("config", "check", file.toString()).exitCode()).isEqualTo(64);
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(Files.readString(PUBLISHED));
    }
}
