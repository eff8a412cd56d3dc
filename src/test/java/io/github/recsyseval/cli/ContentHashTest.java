package io.github.recsyseval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.testing.Cli;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Provenance has size and hashes of what was read, over the bytes as they are on disk. */
class ContentHashTest {
    private static final Path EXPOSURES = Path.of("testdata/clean/exposures.jsonl");
    private static final String OUTCOMES = "testdata/clean/outcomes.jsonl";
    /** Of {@link #EXPOSURES}, by {@code xxhsum -H128} 0.8.3; likewise of the outcomes. */
    private static final String EXPOSURES_XXH128 = "6418a328de9c7938dd04cff7d6060c4f";

    private static final String OUTCOMES_XXH128 = "68b698a5d6a5fe18cb4678dfdacd7bad";
    /** By sha256sum. */
    private static final String EXPOSURES_SHA256 = "f4998cd779320fce99a298fb09d69c477071cea885a9dc8065e65ae6376d7916";

    @TempDir
    private Path folder;

    @Test
    void isThatOfTheFile() throws IOException {
        JsonNode file = file(Run.of(command(EXPOSURES.toString(), "--sha256")));
        assertThat(file.path("xxh128").asString()).isEqualTo(EXPOSURES_XXH128);
        assertThat(file.path("sha256").asString()).isEqualTo(EXPOSURES_SHA256);
        assertThat(file.path("bytes").asLong()).isEqualTo(Files.size(EXPOSURES));
        JsonNode outcomes =
                Run.of(command(EXPOSURES.toString(), "--threads=3")).json().at("/provenance/inputs/1/files/0");
        assertThat(outcomes.path("xxh128").asString()).isEqualTo(OUTCOMES_XXH128);
        assertThat(outcomes.path("sha256").isNull()).isTrue();
    }

    @Test
    void ofStandardInputToo() throws IOException {
        JsonNode file = file(Run.with(Files.readAllBytes(EXPOSURES), command("-", "--sha256")));
        assertThat(file.path("name").asString()).isEqualTo("(standard input)");
        assertThat(file.path("xxh128").asString()).isEqualTo(EXPOSURES_XXH128);
        assertThat(file.path("sha256").asString()).isEqualTo(EXPOSURES_SHA256);
        assertThat(file.path("bytes").asLong()).isEqualTo(Files.size(EXPOSURES));
    }

    /** Over the compressed bytes, padding behind the last member and all, so that anybody can check it. */
    @Test
    void isOverCompressedBytesAsTheyAre() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            Files.copy(EXPOSURES, out);
        }
        bytes.write(new byte[100_000]);
        Path gzip = Files.write(folder.resolve("e.jsonl.gz"), bytes.toByteArray());
        JsonNode file = file(Run.of(command(gzip.toString(), "--sha256")));
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        assertThat(file.path("sha256").asString()).isEqualTo(HexFormat.of().formatHex(sha256));
        assertThat(file.path("bytes").asLong()).isEqualTo(bytes.size());
        assertThat(file.path("xxh128").asString()).isNotEqualTo(EXPOSURES_XXH128);
    }

    private static String[] command(String exposures, String option) {
        return new String[] {"report", "--exposures=" + exposures, "--outcomes=" + OUTCOMES, "--format=json", option};
    }

    private static JsonNode file(Cli run) {
        assertThat(run.err()).isEmpty();
        return run.json().at("/provenance/inputs/0/files/0");
    }
}
