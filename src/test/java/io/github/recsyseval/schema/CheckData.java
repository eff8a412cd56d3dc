package io.github.recsyseval.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Data of others to check against, in the folder that the environment variable RECSYS_EVAL_CHECK_DATA names. */
final class CheckData {
    private CheckData() {}

    /** A file or folder of it; without the variable the test is skipped. */
    static Path path(String name) {
        String folder = System.getenv("RECSYS_EVAL_CHECK_DATA");
        Assumptions.assumeTrue(folder != null, "RECSYS_EVAL_CHECK_DATA is not set");
        return Path.of(folder).resolve(name);
    }

    /** The lines of a file as bytes, which need not be text. */
    static List<byte[]> lines(String name) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path(name))) {
            bytes = in.readAllBytes();
        }
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                lines.add(Arrays.copyOfRange(bytes, from, at));
                from = at + 1;
            }
        }
        if (from < bytes.length) {
            lines.add(Arrays.copyOfRange(bytes, from, bytes.length));
        }
        return lines;
    }
}
