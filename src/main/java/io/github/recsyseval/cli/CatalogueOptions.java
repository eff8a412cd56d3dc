package io.github.recsyseval.cli;

import io.github.recsyseval.metric.catalogue.Catalogue;
import io.github.recsyseval.metric.catalogue.Popularity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What metrics of all lists together need to know about the items. */
final class CatalogueOptions {
    @Option(
            names = "--catalog",
            paramLabel = "FILE|N",
            description =
                    "The catalogue: a file with one item_id per line, or the number of items. Without it, coverage becomes observed_coverage, the share of the items that this log knows.")
    private @Nullable String catalogue;

    @Option(
            names = "--popularity",
            paramLabel = "FILE",
            description =
                    "Earlier popularity of items: item_id, a comma or tab, and a count on each line. Without it, novelty is measured within this log.")
    private @Nullable Path popularity;

    /** The options that are given and say nothing where no metric of all lists together is asked for. */
    List<String> given() {
        List<String> given = new ArrayList<>();
        if (catalogue != null) {
            given.add("--catalog");
        }
        if (popularity != null) {
            given.add("--popularity");
        }
        return given;
    }

    Catalogue catalogue() {
        if (catalogue == null) {
            return new Catalogue.ItemsOfTheLog();
        }
        if (catalogue.matches("[0-9]{1,15}")) {
            long items = Long.parseLong(catalogue);
            if (items < 1) {
                throw new UsageException("--catalog takes a number from 1 up");
            }
            return new Catalogue.Size(items);
        }
        return ItemFile.catalogue(Path.of(catalogue));
    }

    Popularity popularity() {
        return popularity == null ? Popularity.ofThisLog() : ItemFile.popularity(popularity);
    }
}
