package io.github.recsyseval.sample.world;

/**
 * An item in a list as it was served.
 *
 * @param logging probability with which the serving policy chose this item for this place, in thousandths
 * @param target  probability with which the policy under study would have chosen it, in thousandths
 */
public record Shown(int item, int logging, int target) {
    public String itemId() {
        return Catalogue.id(item);
    }
}
