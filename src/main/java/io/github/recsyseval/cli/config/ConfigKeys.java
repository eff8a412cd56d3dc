package io.github.recsyseval.cli.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * All keys that a configuration may have: the options of the commands that take {@code --config}.
 *
 * @param byCommand the keys of each command by path, in the order of its help
 */
record ConfigKeys(Map<String, Map<String, ConfigKey>> byCommand) {
    static final String OPTION = "--config";

    /** @param program the program itself, with its commands */
    static ConfigKeys of(CommandSpec program) {
        Map<String, Map<String, ConfigKey>> byCommand = new LinkedHashMap<>();
        for (Map.Entry<String, CommandLine> command : program.subcommands().entrySet()) {
            CommandSpec spec = command.getValue().getCommandSpec();
            if (spec.userObject() instanceof Configurable) {
                byCommand.put(command.getKey(), keys(spec));
            }
        }
        return new ConfigKeys(byCommand);
    }

    private static Map<String, ConfigKey> keys(CommandSpec command) {
        Map<String, ConfigKey> keys = new LinkedHashMap<>();
        Set<OptionSpec> grouped = new LinkedHashSet<>();
        for (ArgGroupSpec group : command.argGroups()) {
            String section = ConfigKey.section(String.valueOf(group.heading()));
            for (OptionSpec option : group.allOptionsNested()) {
                grouped.add(option);
                add(ConfigKey.of(section, option), keys);
            }
        }
        for (OptionSpec option : command.options()) {
            boolean ofTheProgram = option.inherited() || option.usageHelp() || option.versionHelp();
            if (!ofTheProgram
                    && !grouped.contains(option)
                    && !option.longestName().equals(OPTION)) {
                add(ConfigKey.of("", option), keys);
            }
        }
        return keys;
    }

    private static void add(ConfigKey key, Map<String, ConfigKey> keys) {
        if (!key.option().hidden()) {
            keys.put(key.path(), key);
        }
    }

    Set<String> commands() {
        return byCommand.keySet();
    }

    /** The keys of one command. */
    Map<String, ConfigKey> of(String command) {
        return byCommand.getOrDefault(command, Map.of());
    }

    /** The keys of all commands, each path once. */
    Map<String, ConfigKey> all() {
        Map<String, ConfigKey> all = new LinkedHashMap<>();
        byCommand.values().forEach(keys -> keys.forEach(all::putIfAbsent));
        return all;
    }

    /** The sections among some keys, without the nameless one. */
    static Set<String> sections(Collection<ConfigKey> keys) {
        Set<String> sections = new LinkedHashSet<>();
        keys.stream()
                .map(ConfigKey::section)
                .filter(section -> !section.isEmpty())
                .forEach(sections::add);
        return sections;
    }

    /** The keys of one section; those outside of sections for the empty name. */
    static List<ConfigKey> in(String section, Collection<ConfigKey> keys) {
        List<ConfigKey> found = new ArrayList<>(keys);
        found.removeIf(key -> !key.section().equals(section));
        return found;
    }
}
