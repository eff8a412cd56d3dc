package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.ListedItem;
import io.github.recsyseval.sample.log.LoggedExposure;
import io.github.recsyseval.sample.log.Part;
import io.github.recsyseval.sample.log.SessionLog;
import java.util.ArrayList;
import java.util.List;

/** Lists that are not what a list should be. */
final class ListFaults {
    private ListFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "ranks",
                        "J15",
                        "ranks continue those of the page before, skip a place that an advertisement took, or are all 1",
                        "exposures with at least two items",
                        "lists whose ranks are not 1, 2, 3, ...",
                        Census.of(Base.LISTS),
                        (log, chance) -> changeEach(log, chance, 2, ListFaults::wrongRanks)),
                new Fault(
                        "dup-item",
                        "J16",
                        "two candidate sources are merged without removing duplicates",
                        "exposures with at least two items",
                        "lists that hold an item twice",
                        Census.of(Base.LISTS),
                        (log, chance) -> changeEach(log, chance, 2, ListFaults::itemTwice)),
                new Fault(
                        "propensity",
                        "J24",
                        "propensities are recomputed at logging time: one item of the list has none, has 0 or has more than 1 (makes every item carry propensities)",
                        "exposures with items",
                        "lists with an item whose logging propensity is absent, 0 or above 1",
                        Census.of(Base.LISTS),
                        (log, chance) -> changeEach(log, chance, 1, ListFaults::wrongPropensity)));
    }

    private interface Change {
        LoggedExposure of(LoggedExposure line, Chance chance);
    }

    private static void changeEach(SessionLog log, Chance chance, int leastItems, Change change) {
        log.changeExposures(line -> {
            boolean possible = line.items().size() >= leastItems && !line.touched(Part.LIST);
            return possible && chance.hits(line.key()) ? change.of(line, chance) : line;
        });
    }

    private static LoggedExposure wrongRanks(LoggedExposure line, Chance chance) {
        String form = chance.oneOf(line.key(), "offset", "gap", "all-one");
        List<ListedItem> items = new ArrayList<>();
        for (ListedItem item : line.items()) {
            items.add(item.withRank(
                    switch (form) {
                        case "offset" -> item.rank() + 10;
                        case "gap" -> item.rank() == 1 ? 1 : item.rank() + 1;
                        default -> 1;
                    }));
        }
        return line.withItems(items).marked(chance.mark(Part.LIST, form));
    }

    private static LoggedExposure itemTwice(LoggedExposure line, Chance chance) {
        List<ListedItem> items = new ArrayList<>(line.items());
        int last = items.size() - 1;
        items.set(last, items.get(last).withItemId(items.get(0).itemId()));
        return line.withItems(items).marked(chance.mark(Part.LIST));
    }

    private static LoggedExposure wrongPropensity(LoggedExposure line, Chance chance) {
        String form = chance.oneOf(line.key(), "absent", "zero", "above-one");
        List<ListedItem> items = new ArrayList<>(line.items());
        int place = chance.between(0, items.size(), line.key());
        String logging = switch (form) {
            case "absent" -> "";
            case "zero" -> "0";
            default -> "37.5"; // a percentage
        };
        items.set(place, items.get(place).withLoggingPropensity(logging, 250));
        return line.withItems(items).marked(chance.mark(Part.LIST, form));
    }
}
