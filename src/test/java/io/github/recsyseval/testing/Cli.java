package io.github.recsyseval.testing;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one command line printed and how it ended. */
public record Cli(int exitCode, byte[] outBytes, String err) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Standard output as text. */
    public String out() {
        return new String(outBytes, StandardCharsets.UTF_8);
    }

    /** Standard output as JSON. */
    public JsonNode json() {
        return JSON.readTree(outBytes);
    }
}
