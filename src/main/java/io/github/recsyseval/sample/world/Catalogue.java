package io.github.recsyseval.sample.world;

/**
 * 4,000 items, few of them popular. An item has a quality (how often it is clicked once seen) and a price.
 *
 * <p>Items fall into ten shelves; a list takes each place from another shelf, which is why no honest list holds an item twice.
 */
final class Catalogue {
    static final int SHELVES = 10;
    private static final int PER_SHELF = 400;
    private static final double POPULARITY_SKEW = 1.8;

    private final Die quality;
    private final Die price;

    Catalogue(long seed) {
        quality = new Die(seed, "item quality");
        price = new Die(seed, "item price");
    }

    /** The item at a place in [0, 1) of the shelf's demand; the most popular come first. */
    int item(int shelf, double place) {
        return SHELVES * (int) (PER_SHELF * StrictMath.pow(place, POPULARITY_SKEW)) + shelf;
    }

    static String id(int item) {
        // 1667 has no factor in common with 4,000: the numbers of a shelf are scattered, and no two items share one
        return "sku-" + (1000 + item * 1667 % (SHELVES * PER_SHELF));
    }

    /** Factor on the click probability, 0.4 .. 1.6. */
    double quality(int item) {
        return 0.4 + 1.2 * quality.uniform(item);
    }

    /** Price in hundredths of the one currency of the shop, about 3 to 300 units. */
    long priceCents(int item) {
        return Math.max(300, Math.min(30_000, (long) price.logNormal(2_990, 0.8, item, 0)));
    }
}
