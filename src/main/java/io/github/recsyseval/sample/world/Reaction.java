package io.github.recsyseval.sample.world;

/**
 * What a user did with an item of a list.
 *
 * @param type       {@code click} or {@code conversion}
 * @param atMs       when, in milliseconds since 1970; never before the list
 * @param valueCents what a conversion brought, in hundredths; 0 for a click
 */
public record Reaction(String itemId, String type, long atMs, long valueCents) {
    public boolean isConversion() {
        return type.equals("conversion");
    }
}
