package io.github.recsyseval.reference;

import io.github.recsyseval.report.Provenance;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tells whether two runs saw the same data: SHA-256 over role, name, size and content hash of every file, in order. */
final class Fingerprint {
    private Fingerprint() {}

    /** The fingerprint in hexadecimal digits; null where a file could not be opened. */
    static @Nullable String of(List<Provenance.InputRow> inputs) {
        StringBuilder lines = new StringBuilder();
        for (Provenance.InputRow input : inputs) {
            for (Provenance.FileRow file : input.files()) {
                if (file.xxh128() == null) {
                    return null;
                }
                Path name = Path.of(file.name()).getFileName();
                lines.append(input.role() + "\n" + name + "\n" + file.bytes() + "\n" + file.xxh128() + "\n");
            }
        }
        return HexFormat.of().formatHex(sha256().digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
