package io.github.recsyseval.cli.config;

import io.github.recsyseval.text.PathNotation;
import io.github.recsyseval.yaml.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what stands in the file into what would stand on the command line, and refuses what is of the wrong type. */
final class ValueReader {
    private final Path file;
    private final @Nullable Path folder;

    ValueReader(Path file) {
        this.file = file;
        this.folder = file.getParent();
    }

    /** The values of a key, one for each time that its option is given. */
    List<String> values(ConfigKey key, Node node) {
        List<String> values = new ArrayList<>();
        if (node instanceof Node.Items list && (key.isRepeatable() || key.hasCommas())) {
            if (list.nodes().isEmpty()) {
                throw new ConfigException(
                        file + ":" + node.line() + ": " + key.path() + " is an empty list; leave the key out instead");
            }
            list.nodes().forEach(item -> add(key, item, values));
        } else {
            add(key, node, values);
        }
        return key.isRepeatable() || values.size() == 1 ? values : List.of(String.join(",", values));
    }

    /** Adds one item, or all pairs that a mapping says. */
    private void add(ConfigKey key, Node node, List<String> values) {
        if (node instanceof Node.Scalar scalar) {
            values.add(text(key, scalar));
        } else if (node instanceof Node.Fields parts && key.isDefinition()) {
            values.add(definition(key, parts));
        } else if (node instanceof Node.Fields && key.mayStandInline()) {
            values.add(file.toString());
        } else if (node instanceof Node.Fields pairs && key.isPair() && (key.isRepeatable() || key.hasCommas())) {
            pairs.fields().forEach(pair -> addPairs(key, pair, values));
        } else if (node instanceof Node.Items list && key.isRepeatable() && key.hasCommas()) {
            values.add(String.join(
                    ",", list.nodes().stream().map(item -> plain(key, item)).toList()));
        } else {
            throw wrong(key, node, node.shown());
        }
    }

    private void addPairs(ConfigKey key, Node.Field pair, List<String> values) {
        List<Node> several = pair.value() instanceof Node.Items list ? list.nodes() : List.of(pair.value());
        for (Node one : several) {
            if (!(one instanceof Node.Scalar scalar)) {
                throw wrong(key, one, one.shown());
            }
            values.add(pair.name() + "=" + scalar.text());
        }
    }

    /** {@code {name: n, event: [click, conversion]}} is {@code n: event=click+conversion}. */
    private String definition(ConfigKey key, Node.Fields parts) {
        String name = "";
        List<String> clauses = new ArrayList<>();
        for (Node.Field part : parts.fields()) {
            List<Node> several = part.value() instanceof Node.Items list ? list.nodes() : List.of(part.value());
            List<String> texts = several.stream().map(item -> plain(key, item)).toList();
            if (part.name().equals("name")) {
                name = String.join("+", texts);
            } else {
                clauses.add(part.name() + "=" + String.join("+", texts));
            }
        }
        if (name.isEmpty()) {
            throw new ConfigException(file + ":" + parts.line() + ": " + key.path() + ": name is missing");
        }
        return name + ": " + String.join(", ", clauses);
    }

    private String plain(ConfigKey key, Node node) {
        if (!(node instanceof Node.Scalar scalar)) {
            throw wrong(key, node, node.shown());
        }
        return text(key, scalar);
    }

    private String text(ConfigKey key, Node.Scalar scalar) {
        boolean fits = switch (key.type()) {
            case FLAG -> scalar.type() == Node.Type.TRUTH;
            case INTEGER -> scalar.type() == Node.Type.INTEGER;
            case NUMBER -> scalar.type() == Node.Type.INTEGER || scalar.type() == Node.Type.NUMBER;
            case TEXT, PATH -> scalar.type() != Node.Type.TRUTH;
        };
        if (!fits) {
            throw wrong(key, scalar, scalar.shown());
        }
        return key.type() == ConfigKey.Type.PATH ? located(key, scalar.text()) : scalar.text();
    }

    /** A path of the file's folder; standard input and what is no path in an option that takes both stay as they are. */
    private String located(ConfigKey key, String value) {
        if (key.label().startsWith("[") && value.matches("[A-Za-z]+=.*")) {
            int path = value.indexOf('=') + 1;
            return value.substring(0, path) + located(value.substring(path));
        }
        boolean number = key.label().endsWith("|N") && value.matches("[0-9]+");
        boolean preset = key.mayStandInline() && MapPresets.names().contains(value);
        return number || preset ? value : located(value);
    }

    private String located(String path) {
        return folder == null || path.equals("-") || PathNotation.HERE.isRooted(path)
                ? path
                : folder + String.valueOf(PathNotation.HERE.separator()) + path;
    }

    private ConfigException wrong(ConfigKey key, Node node, String found) {
        boolean lists = key.isRepeatable() || key.hasCommas();
        String forms = key.isDefinition()
                ? ", keys with values, or a list"
                : lists && key.isPair() ? ", a list, or keys with values" : lists ? " or a list" : "";
        String what = lists && node instanceof Node.Items ? "a list within a list" : found;
        return new ConfigException(
                file + ":" + node.line() + ": " + key.path() + " takes " + key.type().words + forms + ", not " + what);
    }
}
