package io.github.recsyseval.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Small logs written by hand for a test. */
final class LogFolder {
    private final Path folder;
    private final List<String> exposures = new ArrayList<>();
    private final List<String> outcomes = new ArrayList<>();

    LogFolder(Path folder) {
        this.folder = folder;
    }

    /** A list of items, shown in this order on a surface. */
    LogFolder exposure(String request, String user, String surface, String... items) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < items.length; i++) {
            list.append(i == 0 ? "" : ",")
                    .append(String.format(Locale.ROOT, "{\"item_id\":\"%s\",\"rank\":%d}", items[i], i + 1));
        }
        exposures.add(String.format(
                Locale.ROOT,
                "{\"request_id\":\"%s\",\"user_id\":\"%s\",\"ts\":\"2026-11-01T10:00:00Z\",\"items\":[%s],"
                        + "\"context\":{\"surface\":\"%s\"}}",
                request,
                user,
                list,
                surface));
        return this;
    }

    LogFolder click(String request, String user, String item) {
        return outcome(request, user, item, "click");
    }

    LogFolder conversion(String request, String user, String item) {
        return outcome(request, user, item, "conversion");
    }

    private LogFolder outcome(String request, String user, String item, String event) {
        outcomes.add(String.format(
                Locale.ROOT,
                "{\"request_id\":\"%s\",\"user_id\":\"%s\",\"item_id\":\"%s\",\"event_type\":\"%s\","
                        + "\"ts\":\"2026-11-01T10:00:05Z\"}",
                request,
                user,
                item,
                event));
        return this;
    }

    /** Writes exposures.jsonl and outcomes.jsonl. */
    String write() {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("exposures.jsonl"), exposures);
            Files.write(folder.resolve("outcomes.jsonl"), outcomes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return folder.toString();
    }
}
