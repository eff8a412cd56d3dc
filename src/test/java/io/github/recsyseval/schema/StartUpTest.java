package io.github.recsyseval.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** For ten good lines start-up is most of the work, so what only bad lines need is loaded for bad lines only. */
class StartUpTest {
    private static final String GOOD =
            "{\"request_id\":\"r\",\"user_id\":\"u\",\"ts\":\"2026-11-20T10:00:00Z\",\"items\":[{\"item_id\":\"a\",\"rank\":1}]}";

    /** Validates the line given as its only argument. */
    public static final class OneLine {
        public static void main(String[] args) {
            byte[] line = args[0].getBytes(UTF_8);
            SchemaValidator validator = SchemaCatalog.load("exposure.v1").newValidator();
            System.out.println("valid: " + validator.judge(line, 0, line.length).isValid());
        }
    }

    @Test
    void loadsNeitherTheSchemaLibraryNorDatabindForGoodLines() throws IOException, InterruptedException {
        List<String> output = runWithClassesLogged(GOOD);
        assertThat(output).contains("valid: true");
        assertThat(output).noneMatch(line -> line.contains("com.networknt") || line.contains("jackson.databind"));
    }

    @Test
    void loadsThemForBadLines() throws IOException, InterruptedException {
        List<String> output = runWithClassesLogged("{}");
        assertThat(output).contains("valid: false");
        assertThat(output).anyMatch(line -> line.contains("com.networknt"));
    }

    private static List<String> runWithClassesLogged(String line) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        Process process = new ProcessBuilder(java, "-Xlog:class+load", "-cp", classPath, OneLine.class.getName(), line)
                .redirectErrorStream(true)
                .start();
        List<String> output = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(String.join("\n", output)).isZero();
        return output;
    }
}
