package io.github.recsyseval.privacy;

/**
 * Personal data seen in one place of one record; nothing in it is taken from the value.
 *
 * @param path where in the record, array places as a star, for example {@code /items/*}{@code /item_id}
 * @param shape the value's look, letters as {@code a} and digits as {@code 9}; empty for numbers that are only counted
 * @param strength for cards how sure it is; {@link CardNumber#CERTAIN} for all other kinds
 */
public record Sighting(String path, PersonalDataKind kind, String shape, CardNumber strength) {}
