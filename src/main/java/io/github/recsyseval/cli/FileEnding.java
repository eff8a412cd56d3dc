package io.github.recsyseval.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The form that the ending of a file's name promises to whoever opens it. */
final class FileEnding {
    private FileEnding() {}

    /** The name of a form, such as {@code json} for {@code report.json}; empty where the ending says nothing. */
    static Optional<String> form(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "json" -> Optional.of("json");
            case "html", "htm" -> Optional.of("html");
            case "md" -> Optional.of("markdown");
            case "txt" -> Optional.of("text");
            case "xml" -> Optional.of("junit");
            default -> Optional.empty();
        };
    }
}
