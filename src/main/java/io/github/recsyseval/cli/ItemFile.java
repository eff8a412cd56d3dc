package io.github.recsyseval.cli;

import io.github.recsyseval.event.IdHash;
import io.github.recsyseval.metric.catalogue.Catalogue;
import io.github.recsyseval.metric.catalogue.Popularity;
import io.github.recsyseval.source.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Text files with an item on each line. Items are kept as hashes. */
final class ItemFile {
    private final IdHash hash = new IdHash();
    private final Map<Long, Double> counts = new LinkedHashMap<>();

    private ItemFile() {}

    /** One item_id a line. */
    static Catalogue catalogue(Path file) {
        ItemFile items = new ItemFile();
        items.read(file, (line, number) -> items.counts.put(items.hashOf(line), 0.0));
        return new Catalogue.Items(
                items.counts.keySet().stream().mapToLong(Long::longValue).toArray());
    }

    /** item_id, a comma or tab, and a count from 0 up; an id may hold commas itself, the last one counts. */
    static Popularity popularity(Path file) {
        ItemFile items = new ItemFile();
        items.read(file, (line, number) -> {
            int cut = Math.max(line.lastIndexOf(','), line.lastIndexOf('\t'));
            String count = cut < 0 ? "" : line.substring(cut + 1).strip();
            if (cut < 1 || !count.matches("[0-9]{1,20}(\\.[0-9]{1,20})?")) {
                throw new InputException(file + ":" + number + ": not an item_id, a comma and a count from 0 up");
            }
            Double before = items.counts.put(items.hashOf(line.substring(0, cut).strip()), Double.valueOf(count));
            if (before != null) {
                throw new InputException(file + ":" + number + ": this item is already on an earlier line");
            }
        });
        return Popularity.of(
                items.counts.keySet().stream().mapToLong(Long::longValue).toArray(),
                items.counts.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private void read(Path file, ListFile.Taker taker) {
        ListFile.read(file.toString(), file, taker);
        if (counts.isEmpty()) {
            throw new InputException(file + ": holds no item");
        }
    }

    private long hashOf(String item) {
        byte[] bytes = item.getBytes(StandardCharsets.UTF_8);
        hash.hash(bytes, 0, bytes.length);
        return hash.first();
    }
}
