package io.github.recsyseval.cli;

import io.github.recsyseval.cli.config.MapFile;
import io.github.recsyseval.cli.config.MapPresets;
import io.github.recsyseval.event.Contract;
import io.github.recsyseval.mapping.LogMap;
import io.github.recsyseval.proposal.LogHead;
import io.github.recsyseval.proposal.MapProposal;
import io.github.recsyseval.proposal.SliceProposal;
import io.github.recsyseval.source.InputSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code recsys-eval init}: looks at logs and writes a configuration for them. */
@Command(
        name = "init",
        description = {
            "Inspect your logs and write a recsys-eval.yaml for them.",
            "",
            "The file is commented. It holds paths, slices, limits and, where field names",
            "differ, a map. The first 20,000 lines of each log show its fields; the limits",
            "come from a report on all of it.",
            "",
            "  recsys-eval init --exposures testdata/clean/exposures.jsonl \\",
            "    --outcomes testdata/clean/outcomes.jsonl --output my.yaml",
            "  recsys-eval report --config my.yaml"
        },
        sortOptions = false,
        customSynopsis = "recsys-eval init --exposures PATH --outcomes PATH [OPTION]...",
        descriptionHeading = "%n",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = {
            "Exit codes: 0 written, 64 usage or most lines not recognised, 66 input unusable,",
            "74 output failed. Documentation: docs/configuration.md, docs/mapping.md."
        })
final class InitCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RecsysEval parent;

    @ArgGroup(validate = false, exclusive = false, heading = "%nInput:%n", order = 1)
    private InputOptions inputs = new InputOptions();

    @ArgGroup(validate = false, exclusive = false, heading = "%nOutput:%n", order = 2)
    private Output output = new Output();

    /** Where the configuration goes. */
    static final class Output {
        @Option(names = "--output", paramLabel = "FILE", description = "File to write (default ${DEFAULT-VALUE}).")
        private Path file = Path.of("recsys-eval.yaml");

        @Option(names = "--force", description = "Overwrite an existing file.")
        private boolean force;
    }

    private final Map<Contract, MapProposal> proposals = new EnumMap<>(Contract.class);

    @Override
    public Integer call() {
        if (output.file.toString().equals("-")) {
            throw new UsageException("--output takes a file, not -");
        }
        if (Files.exists(output.file) && !output.force) {
            throw new UsageException(
                    output.file + " already exists; --force overwrites it, --output names another file");
        }
        inputs.refuseReadOnce("init reads the logs twice");
        OutputPaths.apartFrom(parent.given(), inputs.exposures(), inputs.outcomes(), inputs.assignments())
                .take("--output", output.file);
        Map<Contract, LogHead> heads = heads();
        proposals.putAll(MapProposal.of(heads));
        ConfigText text = new ConfigText(inputs.paths(), folder());
        Map<Contract, LogHead> starts = new EnumMap<>(Contract.class);
        heads.forEach((contract, head) -> starts.put(contract, head.start()));
        text.map(map(starts));
        text.heads(heads);
        LogMap map = logMap(text);
        heads.forEach(
                (contract, head) -> requireMostValid(contract, head.lines().size(), head.valid(map.of(contract))));
        text.slices(SliceProposal.of(
                Objects.requireNonNull(heads.get(Contract.EXPOSURE)).records(map.of(Contract.EXPOSURE))));
        Inside inside = report(text);
        if (inside.exit() != ExitCode.OK) {
            parent.complain(inside.why());
            return inside.exit();
        }
        JsonNode report = inside.report();
        requireMostValid(report);
        text.limits(report);
        write(text.text());
        parent.warn("wrote " + output.file + "; recsys-eval report --config " + output.file + " runs it");
        if (text.toleratesInvalid()) {
            parent.complain("warning: " + ConfigText.TOLERANCE + ", see max_invalid_rate in " + output.file);
        }
        return ExitCode.OK;
    }

    private Path folder() {
        return Objects.requireNonNull(output.file.toAbsolutePath().getParent());
    }

    private Map<Contract, LogHead> heads() {
        Map<Contract, LogHead> heads = new EnumMap<>(Contract.class);
        Map<Contract, InputSet> logs = new EnumMap<>(Contract.class);
        logs.put(Contract.EXPOSURE, inputs.exposures());
        logs.put(Contract.OUTCOME, inputs.outcomes());
        logs.put(Contract.ASSIGNMENT, inputs.assignments());
        logs.forEach((contract, log) -> {
            if (!log.isEmpty()) {
                heads.put(contract, LogHead.of(contract, log));
            }
        });
        return heads;
    }

    /** The lines of the map that the logs need: none, a preset, or rules. */
    private List<String> map(Map<Contract, LogHead> heads) {
        if (valid(heads, "") == lines(heads)) {
            return List.of();
        }
        long best = valid(heads, "");
        String preset = "";
        for (String name : MapPresets.names()) {
            long valid = valid(heads, name);
            if (valid > best) {
                best = valid;
                preset = name;
            }
        }
        if (!preset.isEmpty() && best >= 0.95 * lines(heads)) {
            return List.of("map: " + preset);
        }
        List<String> rules = new ArrayList<>();
        proposals.forEach((contract, proposal) -> {
            LogHead head = Objects.requireNonNull(heads.get(contract));
            if (head.valid(null) < 0.95 * head.lines().size()
                    && !proposal.rules().isEmpty()) {
                proposal.lines(contract).forEach(line -> rules.add("  " + line));
            }
        });
        if (rules.isEmpty()) {
            return List.of();
        }
        rules.add(0, "map:");
        return rules;
    }

    private static long lines(Map<Contract, LogHead> heads) {
        return heads.values().stream().mapToLong(head -> head.lines().size()).sum();
    }

    /** How many lines keep their contracts with a preset; without a map for the empty name. */
    private static long valid(Map<Contract, LogHead> heads, String preset) {
        return heads.values().stream()
                .mapToLong(head -> head.valid(
                        preset.isEmpty() ? null : MapFile.read(preset).of(head.contract())))
                .sum();
    }

    private LogMap logMap(ConfigText text) {
        return text.hasMap() ? inFile(text.text(), path -> MapFile.read(path.toString())) : LogMap.NONE;
    }

    /** Limits at today's figures would let anything pass where most lines are invalid. */
    private void requireMostValid(JsonNode report) {
        for (JsonNode input : report.at("/provenance/inputs").values()) {
            long valid = input.path("valid_records").asLong();
            for (Contract contract : inputs.paths().keySet()) {
                if (contract.plural().equals(input.path("role").asString())) {
                    requireMostValid(
                            contract, valid + input.path("invalid_records").asLong(), valid);
                }
            }
        }
    }

    private void requireMostValid(Contract contract, long lines, long valid) {
        List<String> given = inputs.paths().getOrDefault(contract, List.of());
        String paths = String.join(", ", given);
        if (lines == 0 && contract == Contract.EXPOSURE) {
            throw new UsageException("no configuration can be proposed without exposures: " + paths + " has no lines");
        }
        if (2 * (lines - valid) > lines) {
            throw new UsageException("most lines of " + paths + " are not " + contract.schema()
                    + ", and no map was found that makes them so" + why(contract)
                    + "; recsys-eval validate --schema " + contract.schema() + " " + String.join(" ", given)
                    + " shows why");
        }
    }

    /** What stands in the way of a map, and how far one was found. */
    private String why(Contract contract) {
        MapProposal proposal = proposals.get(contract);
        if (proposal == null || !proposal.hasRecords()) {
            return ": no line is a JSON object";
        }
        if (proposal.perItem()) {
            return ": a line seems to be one item, where " + contract.schema()
                    + " has one line for all that was shown at once; docs/mapping.md shows how to put them together";
        }
        String missing = proposal.missing().isEmpty()
                ? ""
                : ": nothing was recognised as " + String.join(", ", proposal.missing());
        String recognised = String.join("; ", proposal.recognised());
        return missing + "; --map takes a map of your own"
                + (recognised.isEmpty() ? "" : ", for which this was recognised: " + recognised);
    }

    private interface FileUse<T> {
        T use(Path path) throws IOException;
    }

    /** Uses a text as a file beside the output, so that its paths mean the same. */
    private <T> T inFile(String text, FileUse<T> use) {
        try {
            Path file = Files.createTempFile(folder(), ".recsys-eval-init-", ".yaml");
            try {
                Files.writeString(file, text);
                return use.use(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw AtomicFile.failure(output.file, failed);
        }
    }

    /**
     * How the report inside went.
     *
     * @param why it failed
     */
    private record Inside(int exit, byte[] out, String why) {
        JsonNode report() {
            return JsonMapper.shared().readTree(out);
        }
    }

    /** What the report says about the logs with the configuration so far. */
    private Inside report(ConfigText text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal inside =
                new Terminal(InputStream.nullInputStream(), out, new PrintStream(err, true, StandardCharsets.UTF_8));
        int exit = inFile(
                text.text(),
                path -> RecsysEval.run(
                        inside, "report", "--config", path.toString(), "--max-invalid-rate", "1", "--format", "json"));
        String why = err.toString(StandardCharsets.UTF_8).strip().replaceAll("(?m)^recsys-eval: ", "");
        return new Inside(
                exit,
                out.toByteArray(),
                exit == ExitCode.USAGE ? "no configuration was found that fits these logs: " + why : why);
    }

    private void write(String text) {
        try (AtomicFile file = AtomicFile.create(output.file, false)) {
            file.out().write(text.getBytes(StandardCharsets.UTF_8));
            file.commit();
        } catch (IOException failed) {
            throw AtomicFile.failure(output.file, failed);
        }
    }
}
