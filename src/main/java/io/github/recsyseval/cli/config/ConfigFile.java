package io.github.recsyseval.cli.config;

import io.github.recsyseval.text.DidYouMean;
import io.github.recsyseval.yaml.Dialect;
import io.github.recsyseval.yaml.Node;
import io.github.recsyseval.yaml.YamlReader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A configuration that has been read: every key is known and every value has its type. A key at the top holds for every command
 * that has such an option; below the name of a command it holds for that command, and wins.
 */
final class ConfigFile {
    private static final String VERSION = "version";

    private final Path path;
    private final ConfigKeys keys;
    private final ValueReader reader;
    private final Map<String, Setting> shared = new LinkedHashMap<>();
    private final Map<String, Map<String, Setting>> byCommand = new LinkedHashMap<>();

    private ConfigFile(Path path, ConfigKeys keys) {
        this.path = path;
        this.keys = keys;
        this.reader = new ValueReader(path);
    }

    /**
     * Reads a file.
     *
     * @throws ConfigException if anything in it is wrong
     * @throws io.github.recsyseval.source.InputException if there is no such file or it cannot be read
     */
    static ConfigFile read(Path path, ConfigKeys keys) {
        ConfigFile file = new ConfigFile(path, keys);
        file.take(YamlReader.read(path, Dialect.PLAIN, "version: 1"));
        return file;
    }

    Path path() {
        return path;
    }

    /** What the file says to one command, by path. */
    Map<String, Setting> settings(String command) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        Map<String, Setting> own = byCommand.getOrDefault(command, Map.of());
        for (Map.Entry<String, ConfigKey> known : keys.of(command).entrySet()) {
            Setting setting = own.getOrDefault(known.getKey(), shared.get(known.getKey()));
            if (setting != null) {
                settings.put(known.getKey(), setting);
            }
        }
        return settings;
    }

    private void take(Node.Fields root) {
        requireVersion(root);
        Collection<ConfigKey> all = keys.all().values();
        for (Node.Field field : root.fields()) {
            if (keys.commands().contains(field.name())) {
                Map<String, Setting> settings = new LinkedHashMap<>();
                Collection<ConfigKey> own = keys.of(field.name()).values();
                for (Node.Field inner : fields(field)) {
                    take(inner, own, names(own), field.name() + ".", settings);
                }
                byCommand.put(field.name(), settings);
            } else if (!field.name().equals(VERSION)) {
                Set<String> names = names(all);
                names.addAll(keys.commands());
                names.add(VERSION);
                take(field, all, names, "", shared);
            }
        }
    }

    private void requireVersion(Node.Fields root) {
        Node.Field version = root.fields().stream()
                .filter(field -> field.name().equals(VERSION))
                .findFirst()
                .orElseThrow(() -> wrong(root.line(), "version: 1 is missing"));
        FileVersion.mistake(version).ifPresent(mistake -> {
            throw wrong(version.line(), mistake);
        });
    }

    /** Takes a section, or a key outside of sections. */
    private void take(
            Node.Field field,
            Collection<ConfigKey> known,
            Set<String> names,
            String prefix,
            Map<String, Setting> settings) {
        if (!names.contains(field.name())) {
            throw unknown(field, prefix, names);
        }
        List<ConfigKey> section = ConfigKeys.in(field.name(), known);
        if (section.isEmpty()) {
            ConfigKeys.in("", known).stream()
                    .filter(key -> key.name().equals(field.name()))
                    .forEach(key -> put(key, field, settings));
            return;
        }
        boolean isShort = !(field.value() instanceof Node.Fields);
        if (isShort && section.stream().anyMatch(ConfigKey::standsForSection)) {
            section.stream().filter(ConfigKey::standsForSection).forEach(key -> put(key, field, settings));
            return;
        }
        Set<String> inner = new LinkedHashSet<>();
        section.forEach(key -> inner.add(key.name()));
        for (Node.Field value : fields(field)) {
            if (!inner.contains(value.name())) {
                throw unknown(value, prefix + field.name() + ".", inner);
            }
            section.stream().filter(key -> key.name().equals(value.name())).forEach(key -> put(key, value, settings));
        }
    }

    private void put(ConfigKey key, Node.Field field, Map<String, Setting> settings) {
        if (key.mayStandInline() && field.value() instanceof Node.Fields && settings != shared) {
            throw wrong(
                    field.line(),
                    "here " + key.name() + " takes a path or a preset; rules belong at the top of the file");
        }
        settings.put(key.path(), new Setting(key, reader.values(key, field.value()), field.line()));
    }

    private List<Node.Field> fields(Node.Field section) {
        if (section.value() instanceof Node.Fields fields) {
            return fields.fields();
        }
        throw wrong(
                section.value().line(),
                section.name() + " takes keys with values, not "
                        + section.value().shown());
    }

    /** Names at the top of the file, or of a command's part of it. */
    private static Set<String> names(Collection<ConfigKey> keys) {
        Set<String> names = new LinkedHashSet<>(ConfigKeys.sections(keys));
        ConfigKeys.in("", keys).forEach(key -> names.add(key.name()));
        return names;
    }

    /** An unknown key, with the one that was probably meant: a similar one in its place, or the same in another place. */
    private ConfigException unknown(Node.Field field, String prefix, Set<String> here) {
        Set<String> elsewhere = new TreeSet<>();
        keys.all().values().stream()
                .filter(key -> key.name().equals(field.name()) || key.path().equals(field.name()))
                .forEach(key -> elsewhere.add(key.path()));
        String hint = elsewhere.isEmpty()
                ? DidYouMean.suggest(field.name(), here)
                        .map(close -> "; did you mean " + prefix + close + "?")
                        .orElse("; there are " + String.join(", ", here))
                : "; did you mean " + String.join(" or ", elsewhere) + "?";
        return wrong(field.line(), "no key " + YamlReader.printable(prefix + field.name()) + hint);
    }

    private ConfigException wrong(int line, String what) {
        return new ConfigException(path + ":" + line + ": " + what);
    }
}
