package io.github.recsyseval.cli;

import io.github.recsyseval.metric.catalogue.Catalogue;
import io.github.recsyseval.metric.catalogue.Popularity;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What metrics of all lists together need to know about the items. */
final class CatalogueOptions {
    @Option(
            names = "--catalog",
            paramLabel = "FILE|N",
            description = {
                "The catalogue: a file with one item_id a line, or how many items there are. Without it coverage is",
                "observed_coverage, a share of the items that this log knows."
            })
    private @Nullable String catalogue;

    @Option(
            names = "--popularity",
            paramLabel = "FILE",
            description = {
                "How popular items were before: item_id, a comma or tab, and a count on each line. Without it novelty is the",
                "self-information of this log."
            })
    private @Nullable Path popularity;

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
