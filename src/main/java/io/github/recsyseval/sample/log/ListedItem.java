package io.github.recsyseval.sample.log;

import io.github.recsyseval.sample.world.Shown;
import java.util.Locale;

/**
 * An item of a logged list.
 *
 * @param propensities {@code ,"logging_propensity":...} as it stands in the line, or empty
 */
public record ListedItem(String itemId, int rank, String propensities) {

    static ListedItem of(Shown shown, int rank, boolean propensities) {
        return new ListedItem(
                shown.itemId(), rank, propensities ? propensities(thousandths(shown.logging()), shown.target()) : "");
    }

    private static String propensities(String logging, int target) {
        return ",\"logging_propensity\":" + logging + ",\"target_propensity\":" + thousandths(target);
    }

    /** The item with another probability of the serving policy; empty text leaves that field out. */
    public ListedItem withLoggingPropensity(String logging, int target) {
        String known =
                logging.isEmpty() ? ",\"target_propensity\":" + thousandths(target) : propensities(logging, target);
        return new ListedItem(itemId, rank, known);
    }

    public ListedItem withRank(int rank) {
        return new ListedItem(itemId, rank, propensities);
    }

    public ListedItem withItemId(String itemId) {
        return new ListedItem(itemId, rank, propensities);
    }

    private static String thousandths(int value) {
        return String.format(Locale.ROOT, "0.%03d", value);
    }

    String json() {
        return "{\"item_id\":\"" + itemId + "\",\"rank\":" + rank + propensities + "}";
    }
}
