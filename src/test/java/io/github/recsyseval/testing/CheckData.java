package io.github.recsyseval.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Data sets to check against, in the folder named by RECSYS_EVAL_CHECK_DATA; a test that needs them is skipped without. */
public final class CheckData {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CheckData() {}

    /** The file, which has to exist if the folder is there. */
    public static Path file(String name) {
        String folder = System.getenv("RECSYS_EVAL_CHECK_DATA");
        Assumptions.assumeTrue(
                folder != null && Files.isDirectory(Path.of(folder)), "RECSYS_EVAL_CHECK_DATA is not set");
        return Path.of(folder).resolve(name);
    }

    /** A JSON file as a tree. */
    public static JsonNode json(String name) {
        return JSON.readTree(file(name).toFile());
    }

    /** The lines of a JSON Lines file as trees. */
    public static Stream<JsonNode> lines(String name) {
        try {
            return Files.readAllLines(file(name)).stream().map(JSON::readTree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
