package io.github.recsyseval.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.cli.Run;
import io.github.recsyseval.cli.SampleCommand;
import io.github.recsyseval.sample.fault.Fault;
import io.github.recsyseval.sample.fault.FaultCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages say what is so: the commands make the committed files, and the tables state their truth. */
class SampleDocumentationTest {
    private static final Path TESTDATA = Path.of("testdata");
    private static final String COMMAND = "bin/recsys-eval sample ";

    @TempDir
    private Path folder;

    @Test
    void theCommandsOfTheTestdataPageMakeTheTestdata() throws IOException {
        List<String> commands = commands(TESTDATA.resolve("README.md"));
        assertThat(commands).hasSize(2);
        for (String command : commands) {
            List<String> arguments = new ArrayList<>(
                    List.of(command.substring(COMMAND.length()).strip().split("\\s+")));
            int out = arguments.indexOf("--out") + 1;
            Path committed = Path.of(arguments.get(out));
            arguments.set(out, folder.resolve(committed.getFileName()).toString());
            assertThat(run(arguments)).isZero();
            assertSameFiles(committed, folder.resolve(committed.getFileName()));
        }
    }

    private static void assertSameFiles(Path committed, Path made) throws IOException {
        try (Stream<Path> files = Files.list(committed)) {
            List<Path> names = files.map(Path::getFileName).toList();
            assertThat(names)
                    .hasSize(4)
                    .allSatisfy(name -> assertThat(made.resolve(name)).hasSameBinaryContentAs(committed.resolve(name)));
        }
    }

    @Test
    void theTableOfTheTestdataPageIsTheTruth() throws IOException {
        String page = Files.readString(TESTDATA.resolve("README.md"));
        JsonNode truth = JsonMapper.builder().build().readTree(Files.readString(TESTDATA.resolve("faults/truth.json")));
        for (JsonNode fault : truth.path("faults")) {
            String row = String.join(
                    " | ",
                    "| `" + fault.path("name").asString() + "`",
                    fault.path("code").asString().isEmpty()
                            ? "-"
                            : fault.path("code").asString(),
                    fault.path("requested_rate").toString(),
                    fault.path("count").toString(),
                    fault.path("of").toString() + " |");
            assertThat(page).contains(row);
        }
        assertThat(page.lines().filter(line -> line.startsWith("| `")).count())
                .isEqualTo(truth.path("faults").size());
    }

    @Test
    void everyFaultStandsInTheUserGuideInTheOrderOfPlanting() throws IOException {
        List<String> rows = Files.readString(Path.of("docs", "sample.md"))
                .lines()
                .filter(line -> line.startsWith("| `") && line.contains(" | J")
                        || line.startsWith("| `") && line.contains(" | - | "))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(FaultCatalog.all().stream()
                        .map(SampleDocumentationTest::row)
                        .toList());
    }

    private static String row(Fault fault) {
        return String.join(
                " | ",
                "| `" + fault.name() + "`",
                fault.code().isEmpty() ? "-" : fault.code(),
                fault.imitates(),
                fault.rateOf(),
                fault.counts(),
                fault.census().base().label() + " |");
    }

    /** Every option of the command and every member of truth.json is explained. */
    @Test
    void theUserGuideNamesEveryOptionAndEveryMemberOfTheTruth() throws IOException {
        String guide = Files.readString(Path.of("docs", "sample.md"));
        new CommandLine(new SampleCommand())
                .getCommandSpec().options().stream()
                        .filter(option -> !option.usageHelp() && !option.versionHelp())
                        .forEach(option -> assertThat(guide).contains("`" + option.longestName()));
        JsonNode truth = JsonMapper.builder().build().readTree(Files.readString(TESTDATA.resolve("faults/truth.json")));
        names(truth.path("totals")).forEach(name -> assertThat(guide).containsPattern("[`.]" + name + "`"));
        names(truth.path("faults").path(0)).forEach(name -> assertThat(guide).contains("`" + name + "`"));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.propertyStream().forEach(field -> {
            names.add(field.getKey());
            names.addAll(field.getKey().equals("unmatched_because") ? List.of() : names(field.getValue()));
        });
        return names;
    }

    private static List<String> commands(Path page) throws IOException {
        String joined = Files.readString(page).replaceAll("\\\\\\n\\s*", " ");
        return joined.lines().filter(line -> line.startsWith(COMMAND)).toList();
    }

    private static int run(List<String> arguments) {
        List<String> line = new ArrayList<>(List.of("sample"));
        line.addAll(arguments);
        return Run.of(line.toArray(String[]::new)).exitCode();
    }
}
