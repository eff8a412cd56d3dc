package io.github.recsyseval.cli.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Maps that come with the program. */
public final class MapPresets {
    private static final List<String> NAMES = List.of("minimal", "service_v1");

    private MapPresets() {}

    /** Their names, in alphabetical order. */
    public static List<String> names() {
        return NAMES;
    }

    /** The text of one of them. */
    public static String text(String name) {
        try (InputStream in = MapPresets.class.getResourceAsStream("/recsys-eval/maps/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("map " + name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
