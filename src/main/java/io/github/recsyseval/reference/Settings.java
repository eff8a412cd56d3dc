package io.github.recsyseval.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of a section, those that the file leaves out included, each of the type that its {@link Shape} demands. */
final class Settings {
    private static final String MASKED = "***";

    private final String path;
    private final Shape.Section shape;
    private final Map<String, @Nullable Object> values;
    private final Set<String> given;
    private final Map<String, String> places;

    /**
     * @param path the way to this section, {@code offline.bootstrap.}; empty at the top
     * @param values by key: String, Long, Double, Boolean, Settings, List, Map; null for an absent list or optional section
     * @param given the keys that the file gives a value
     * @param places where a key stands, {@code eval.yaml:12}; the file alone for those left out
     */
    Settings(
            String path,
            Shape.Section shape,
            Map<String, @Nullable Object> values,
            Set<String> given,
            Map<String, String> places) {
        this.path = path;
        this.shape = shape;
        this.values = values;
        this.given = given;
        this.places = places;
    }

    /** Whether the file gives the key a value, be it 0. */
    boolean has(String key) {
        return given.contains(key);
    }

    String text(String key) {
        return value(key, String.class);
    }

    long whole(String key) {
        return value(key, Long.class);
    }

    double number(String key) {
        return value(key, Double.class);
    }

    boolean truth(String key) {
        return value(key, Boolean.class);
    }

    Settings section(String key) {
        return value(key, Settings.class);
    }

    Optional<Settings> optional(String key) {
        return Optional.ofNullable(values.get(key)).map(Settings.class::cast);
    }

    List<String> texts(String key) {
        return several(key, String.class);
    }

    List<Double> decimals(String key) {
        return several(key, Double.class);
    }

    List<Settings> sections(String key) {
        return several(key, Settings.class);
    }

    /** Numbers by the user's own names, in the order of the file. */
    Map<String, Double> numbers(String key) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        if (values.get(key) instanceof Map<?, ?> map) {
            map.forEach((name, number) -> numbers.put(String.valueOf(name), (Double) number));
        }
        return numbers;
    }

    private <T> List<T> several(String key, Class<T> type) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(type::cast).toList()
                : List.of();
    }

    private <T> T value(String key, Class<T> type) {
        Object value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("no such key: " + path + key);
        }
        return type.cast(value);
    }

    /** A complaint about a key: {@code eval.yaml:12: offline.metrics is missing}. */
    ReferenceException wrong(String key, String complaint) {
        return new ReferenceException(
                places.getOrDefault(key, places.getOrDefault("", "")) + ": " + path + key + " " + complaint);
    }

    /** All values under the names that the Go tool's reports use, secrets masked. */
    Map<String, @Nullable Object> effective() {
        Map<String, @Nullable Object> effective = new LinkedHashMap<>();
        for (Shape.Key key : shape.keys()) {
            Object value = values.get(key.name());
            boolean secret = key.shape() instanceof Shape.Text text && text.secret() && !"".equals(value);
            effective.put(key.field(), secret ? MASKED : effective(value));
        }
        return effective;
    }

    private static @Nullable Object effective(@Nullable Object value) {
        if (value instanceof Settings section) {
            return section.effective();
        }
        return value instanceof List<?> list
                ? list.stream().map(Settings::effective).toList()
                : value;
    }
}
