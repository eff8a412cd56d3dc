package io.github.recsyseval.cli.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * A command line completed by its configuration file. What the file says is put in as if it had been typed, except where the
 * option was typed: so a flag beats the file and the file beats the default, and every check of the options holds for both.
 */
public final class Configuration {
    private final ConfigFile file;
    private final List<String> arguments;
    private final List<Setting> used;

    private Configuration(ConfigFile file, List<String> arguments, List<Setting> used) {
        this.file = file;
        this.arguments = arguments;
        this.used = used;
    }

    /** The configuration that a command line asks for, if any. */
    public static Optional<Configuration> of(ParseResult parsed) {
        if (!parsed.hasSubcommand()) {
            return Optional.empty();
        }
        ParseResult command = parsed.subcommand();
        boolean configurable = command.commandSpec().userObject() instanceof Configurable;
        if (!configurable || !command.hasMatchedOption(ConfigKeys.OPTION) || command.isUsageHelpRequested()) {
            return Optional.empty();
        }
        Path path = command.matchedOptionValue(ConfigKeys.OPTION, Path.of(""));
        CommandSpec program = parsed.commandSpec();
        return Optional.of(complete(ConfigFile.read(path, ConfigKeys.of(program)), parsed.expandedArgs(), command));
    }

    private static Configuration complete(ConfigFile file, List<String> typed, ParseResult command) {
        String name = command.commandSpec().name();
        List<String> arguments = new ArrayList<>(typed);
        List<Setting> used = new ArrayList<>();
        int at = arguments.indexOf(name) + 1;
        for (Setting setting : file.settings(name).values()) {
            if (!command.hasMatchedOption(setting.key().option().longestName())) {
                used.add(setting);
                arguments.addAll(at, setting.arguments());
                at += setting.values().size();
            }
        }
        return new Configuration(file, arguments, used);
    }

    /** The whole command line. */
    public String[] arguments() {
        return arguments.toArray(String[]::new);
    }

    /** An error message about options, with the line of the file where the option or value that it names was set. */
    public String withPlace(String sentence) {
        return withPlace(sentence, file.path(), used);
    }

    static String withPlace(String sentence, Path path, List<Setting> settings) {
        for (Setting setting : settings) {
            String option = Pattern.quote(setting.key().option().longestName());
            if (Pattern.compile(option + "(?![-\\w])").matcher(sentence).find()) {
                return place(sentence, path, setting);
            }
        }
        for (Setting setting : settings) {
            boolean quoted = setting.values().stream()
                    .flatMap(value -> List.of(value.split(",", -1)).stream())
                    .anyMatch(value -> sentence.contains('"' + value.strip() + '"'));
            if (quoted) {
                return place(sentence, path, setting);
            }
        }
        return sentence;
    }

    private static String place(String sentence, Path path, Setting setting) {
        return sentence + " (" + setting.key().path() + " in " + path + ":" + setting.line() + ")";
    }
}
