package io.github.recsyseval.cli.config;

import io.github.recsyseval.yaml.Node;
import java.util.Optional;

/** The version that configurations and maps begin with. */
final class FileVersion {
    private FileVersion() {}

    /** What is wrong with a version; empty for {@code version: 1}. */
    static Optional<String> mistake(Node.Field version) {
        boolean one = version.value() instanceof Node.Scalar scalar
                && scalar.type() == Node.Type.INTEGER
                && scalar.text().equals("1");
        return one
                ? Optional.empty()
                : Optional.of(
                        "version is " + version.value().shown() + ", and this program reads version: 1 (a number)");
    }
}
