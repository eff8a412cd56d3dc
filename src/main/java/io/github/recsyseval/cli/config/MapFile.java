package io.github.recsyseval.cli.config;

import io.github.recsyseval.event.Contract;
import io.github.recsyseval.mapping.FieldPath;
import io.github.recsyseval.mapping.InvalidMapException;
import io.github.recsyseval.mapping.LogMap;
import io.github.recsyseval.mapping.MapChecks;
import io.github.recsyseval.mapping.RecordMap;
import io.github.recsyseval.mapping.Rule;
import io.github.recsyseval.source.InputException;
import io.github.recsyseval.text.DidYouMean;
import io.github.recsyseval.yaml.Dialect;
import io.github.recsyseval.yaml.Node;
import io.github.recsyseval.yaml.YamlReader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads maps: a preset by name, a file of its own, or what stands below {@code map} in a configuration. */
public final class MapFile {
    static final String KEY = "map";
    private static final String BEGINNING = "version: 1";
    private static final String PRESET = "preset";
    private static final String VERSION = "version";
    private static final String DROP = "drop";
    private static final String REST = "rest";
    private static final String ITEMS = "items";

    private final String name;

    private MapFile(String name) {
        this.name = name;
    }

    /**
     * Reads a map.
     *
     * @param nameOrPath the name of a preset, or a path
     * @throws ConfigException if it is wrong in any way that shows without data
     * @throws io.github.recsyseval.source.InputException if there is no such file or it cannot be read
     */
    public static LogMap read(String nameOrPath) {
        if (MapPresets.names().contains(nameOrPath)) {
            return preset(nameOrPath);
        }
        Path path = path(nameOrPath);
        Node.Fields root = YamlReader.read(path, Dialect.PLAIN, BEGINNING);
        MapFile file = new MapFile(nameOrPath);
        for (Node.Field field : root.fields()) {
            if (field.name().equals(KEY)) {
                return file.ofConfiguration(field);
            }
        }
        return file.map(root, true);
    }

    /** The map of a configuration: its rules, or the preset that it names. */
    private LogMap ofConfiguration(Node.Field map) {
        if (map.value() instanceof Node.Fields inline) {
            return map(inline, false);
        }
        if (map.value() instanceof Node.Scalar scalar && MapPresets.names().contains(scalar.text())) {
            return preset(scalar.text());
        }
        throw wrong(
                map.line(), "the map of this configuration is " + map.value().shown() + "; give that");
    }

    private static Path path(String text) {
        try {
            Path path = Path.of(text);
            if (!java.nio.file.Files.exists(path) && !text.contains(".") && !text.contains("/")) {
                throw new InputException("--map " + YamlReader.printable(text) + " is neither a file nor a preset"
                        + DidYouMean.suggest(text, MapPresets.names())
                                .map(close -> "; did you mean " + close + "?")
                                .orElse("; presets are " + String.join(", ", MapPresets.names())));
            }
            return path;
        } catch (InvalidPathException no) {
            throw new ConfigException("--map " + YamlReader.printable(text) + " is no path");
        }
    }

    private static LogMap preset(String preset) {
        LogMap map = new MapFile(preset)
                .map(YamlReader.read(Path.of(preset), MapPresets.text(preset), Dialect.PLAIN, BEGINNING), true);
        Map<Contract, RecordMap> sections = new EnumMap<>(Contract.class);
        map.sections().forEach((contract, section) -> sections.put(contract, section.asOptional()));
        return new LogMap(sections);
    }

    private LogMap map(Node.Fields root, boolean ownFile) {
        Map<Contract, RecordMap> sections = new EnumMap<>(Contract.class);
        boolean versioned = !ownFile;
        for (Node.Field field : root.fields()) {
            if (field.name().equals(PRESET)) {
                sections.putAll(preset(presetName(field)).sections());
            } else if (field.name().equals(VERSION)) {
                requireVersion(field);
                versioned = true;
            }
        }
        if (!versioned) {
            throw wrong(root.line(), "version: 1 is missing");
        }
        for (Node.Field field : root.fields()) {
            if (!field.name().equals(PRESET) && !field.name().equals(VERSION)) {
                Contract contract = contract(field);
                sections.put(contract, section(contract, field, sections.get(contract)));
            }
        }
        if (sections.isEmpty()) {
            throw wrong(
                    root.line(),
                    "the map says nothing; it has a preset, or rules below exposures, outcomes or assignments");
        }
        return new LogMap(sections);
    }

    private String presetName(Node.Field field) {
        if (field.value() instanceof Node.Scalar scalar && MapPresets.names().contains(scalar.text())) {
            return scalar.text();
        }
        String shown = field.value().shown();
        throw wrong(
                field.line(), "no preset " + shown + DidYouMean.hintOrAll(shown.replace("\"", ""), MapPresets.names()));
    }

    private void requireVersion(Node.Field version) {
        FileVersion.mistake(version).ifPresent(mistake -> {
            throw wrong(version.line(), mistake);
        });
    }

    private Contract contract(Node.Field field) {
        List<String> names = new ArrayList<>();
        for (Contract contract : Contract.values()) {
            if (contract.plural().equals(field.name())) {
                return contract;
            }
            names.add(contract.plural());
        }
        names.add(PRESET);
        throw wrong(
                field.line(),
                "no key " + YamlReader.printable(field.name()) + DidYouMean.hintOrAll(field.name(), names));
    }

    private RecordMap section(Contract contract, Node.Field section, @Nullable RecordMap base) {
        if (!(section.value() instanceof Node.Fields fields)) {
            throw wrong(
                    section.line(),
                    section.name() + " takes rules, not " + section.value().shown());
        }
        RuleReader reader = new RuleReader(name);
        Map<String, Rule> rules = new LinkedHashMap<>();
        List<Rule> elements = new ArrayList<>();
        List<FieldPath> drop = new ArrayList<>();
        boolean dropRest = false;
        if (base != null) {
            base.rules().forEach(rule -> rules.put(rule.target(), rule));
            elements.addAll(base.elements());
            drop.addAll(base.drop());
            dropRest = base.dropRest();
        }
        for (Node.Field field : fields.fields()) {
            if (field.name().equals(DROP)) {
                dropRest |= isRest(field);
                drop.addAll(isRest(field) ? List.of() : reader.paths(field));
            } else if (field.name().equals(ITEMS) && field.value() instanceof Node.Fields) {
                rules.put(ITEMS, reader.list(field));
                elements.clear();
                elements.addAll(reader.elements(field));
            } else {
                rules.put(field.name(), reader.rule(field));
            }
        }
        return checked(new RecordMap(contract, name, List.copyOf(rules.values()), elements, drop, dropRest), section);
    }

    private RecordMap checked(RecordMap map, Node.Field section) {
        try {
            return MapChecks.check(map);
        } catch (InvalidMapException mistake) {
            throw wrong(mistake.line() == 0 ? section.line() : mistake.line(), String.valueOf(mistake.getMessage()));
        }
    }

    private static boolean isRest(Node.Field drop) {
        return drop.value() instanceof Node.Scalar scalar && scalar.text().equals(REST);
    }

    private ConfigException wrong(int line, String what) {
        return new ConfigException(name + ":" + line + ": " + what);
    }
}
