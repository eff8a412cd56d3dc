package io.github.recsyseval.cli;

import io.github.recsyseval.testing.Cli;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder with the files of the Go tool in which {@code run} is tried out. */
final class RunFolder {
    private final Path folder;
    private final Path dataset;
    private final Path config;
    private final Path output;

    RunFolder(Path folder) {
        this.folder = folder;
        dataset = folder.resolve("dataset.yaml");
        config = folder.resolve("eval.yaml");
        output = folder.resolve("report.json");
    }

    /** A dataset of the logs in a folder. */
    RunFolder logs(Path logs) {
        StringBuilder yaml = new StringBuilder();
        for (String name : List.of("exposures", "outcomes", "assignments")) {
            yaml.append(name + ":\n  type: jsonl\n  path: " + logs.resolve(name + ".jsonl") + "\n");
        }
        return dataset(yaml.toString());
    }

    RunFolder dataset(String yaml) {
        return write(dataset, yaml);
    }

    RunFolder config(String yaml) {
        return write(config, yaml);
    }

    Cli run(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "run", "--dataset", dataset.toString(), "--config", config.toString(), "--output", output.toString()));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    Path output() {
        return output;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** The report that was written. */
    JsonNode report() {
        return JsonMapper.shared().readTree(output.toFile());
    }

    String text() {
        try {
            return Files.readString(output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private RunFolder write(Path file, String text) {
        try {
            Files.writeString(file, text);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
