package io.github.recsyseval.reference;

import io.github.recsyseval.text.Decimals;
import io.github.recsyseval.text.DidYouMean;
import io.github.recsyseval.yaml.Node;
import io.github.recsyseval.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gives every value of a file the type that its {@link Shape} demands, and refuses keys that there are not. */
final class SettingsReader {
    private static final Set<String> YES = Set.of("true", "True", "TRUE", "y", "Y", "yes", "on");
    private static final Set<String> NO = Set.of("false", "False", "FALSE", "n", "N", "no", "off");
    private static final double LARGEST_WHOLE = 1L << 53;

    private final Path file;
    private final Shape.Section root;

    SettingsReader(Path file, Shape.Section root) {
        this.file = file;
        this.root = root;
    }

    Settings read(Node.Fields fields) {
        return section("", root, fields);
    }

    private Settings section(String path, Shape.Section shape, Node.@Nullable Fields fields) {
        Map<String, Node.Field> given = new HashMap<>();
        if (fields != null) {
            fields.fields().forEach(field -> given.put(field.name(), field));
            requireKnown(path, shape, fields);
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        Set<String> present = new HashSet<>();
        Map<String, String> places = new HashMap<>();
        places.put("", file + (fields == null ? "" : ":" + fields.line()));
        for (Shape.Key key : shape.keys()) {
            Node.Field field = given.get(key.name());
            Node node = field == null || field.value() instanceof Node.Nothing ? null : field.value();
            if (field != null) {
                places.put(key.name(), file + ":" + field.line());
            }
            if (node != null) {
                present.add(key.name());
            }
            values.put(key.name(), node == null ? absent(path, key) : value(path + key.name(), key.shape(), node));
        }
        return new Settings(path, shape, values, present, places);
    }

    private @Nullable Object absent(String path, Shape.Key key) {
        if (key.shape() instanceof Shape.Text text) {
            return text.fallback();
        } else if (key.shape() instanceof Shape.Whole whole) {
            return whole.fallback();
        } else if (key.shape() instanceof Shape.Decimal decimal) {
            return decimal.fallback();
        } else if (key.shape() instanceof Shape.Truth) {
            return false;
        } else if (key.shape() instanceof Shape.Section section && !section.optional()) {
            return section(path + key.name() + ".", section, null);
        }
        return null;
    }

    private Object value(String path, Shape shape, Node node) {
        if (shape instanceof Shape.Section section) {
            return section(path + ".", section, fields(path, node));
        }
        if (shape instanceof Shape.Several several) {
            return items(path, several.of(), node);
        }
        if (shape instanceof Shape.Numbers) {
            Map<String, Double> numbers = new LinkedHashMap<>();
            fields(path, node)
                    .fields()
                    .forEach(field -> numbers.put(
                            field.name(), number(path + "." + YamlReader.printable(field.name()), field.value())));
            return numbers;
        }
        if (shape instanceof Shape.Truth) {
            String text = scalar(path, node, "true or false");
            if (YES.contains(text) || NO.contains(text)) {
                return YES.contains(text);
            }
            throw wrong(path, node, "true or false");
        }
        if (shape instanceof Shape.Decimal decimal) {
            double number = number(path, node);
            return number == 0 ? decimal.fallback() : number;
        }
        if (shape instanceof Shape.Whole whole) {
            double number = number(path, node);
            if (number != Math.rint(number) || Math.abs(number) > LARGEST_WHOLE) {
                throw wrong(path, node, "a whole number");
            }
            return number == 0 ? whole.fallback() : (long) number;
        }
        return scalar(path, node, "a text");
    }

    private List<Object> items(String path, Shape of, Node node) {
        if (!(node instanceof Node.Items items)) {
            throw wrong(path, node, "a list");
        }
        List<Object> values = new ArrayList<>();
        for (Node item : items.nodes()) {
            values.add(value(path + "[" + values.size() + "]", of, item));
        }
        return values;
    }

    private Node.Fields fields(String path, Node node) {
        if (node instanceof Node.Fields fields) {
            return fields;
        }
        throw wrong(path, node, "keys with values");
    }

    private double number(String path, Node node) {
        String text = scalar(path, node, "a number").replace("_", "");
        if (!Decimals.isDecimal(text) || Double.isInfinite(Double.parseDouble(text))) {
            throw wrong(path, node, "a number");
        }
        return Double.parseDouble(text);
    }

    private String scalar(String path, Node node, String wanted) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.text();
        }
        throw wrong(path, node, wanted);
    }

    private ReferenceException wrong(String path, Node node, String wanted) {
        return new ReferenceException(
                file + ":" + node.line() + ": " + path + " takes " + wanted + ", not " + node.shown());
    }

    private void requireKnown(String path, Shape.Section shape, Node.Fields fields) {
        List<String> known = shape.keys().stream().map(Shape.Key::name).toList();
        for (Node.Field field : fields.fields()) {
            if (!known.contains(field.name())) {
                String hint = DidYouMean.suggest(field.name(), known)
                        .map(close -> "; did you mean " + path + close + "?")
                        .orElseGet(() -> elsewhere(field.name(), known));
                throw new ReferenceException(
                        file + ":" + field.line() + ": no key " + path + YamlReader.printable(field.name()) + hint);
            }
        }
    }

    private String elsewhere(String name, List<String> known) {
        Set<String> places = new TreeSet<>();
        find(name, "", root, places);
        return places.isEmpty()
                ? "; there are " + String.join(", ", known)
                : "; did you mean " + String.join(" or ", places) + "?";
    }

    /** Where else a key of that name would be known. */
    private static void find(String name, String path, Shape.Section in, Set<String> places) {
        for (Shape.Key key : in.keys()) {
            if (key.name().equals(name)) {
                places.add(path + name);
            }
            Shape shape = key.shape() instanceof Shape.Several several ? several.of() : key.shape();
            if (shape instanceof Shape.Section section) {
                find(name, path + key.name() + ".", section, places);
            }
        }
    }
}
