package io.github.recsyseval.cli.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Checks a configuration for every command as the command itself would before it reads a log, and explains it. */
public final class ConfigCheck {
    /** Runs the checks of a command whose options are set. */
    public interface Verification {
        /** @param command the object behind the command */
        Optional<String> complaint(Object command);
    }

    private ConfigCheck() {}

    /**
     * What is in force, as text.
     *
     * @param program makes the program anew; options are set in it
     * @param verification says what is wrong with options that cannot be carried out
     * @throws ConfigException for a wrong file
     */
    public static String explain(Path path, Supplier<CommandLine> program, Verification verification) {
        ConfigKeys keys = ConfigKeys.of(program.get().getCommandSpec());
        ConfigFile file = ConfigFile.read(path, keys);
        EffectiveValues values = new EffectiveValues(keys);
        for (String command : keys.commands()) {
            Map<String, Setting> settings = file.settings(command);
            values.add(command, parsed(file, command, settings, program.get(), verification), settings);
        }
        return path + ": good for " + String.join(", ", keys.commands()) + "\n" + values.tables();
    }

    private static ParseResult parsed(
            ConfigFile file,
            String command,
            Map<String, Setting> settings,
            CommandLine program,
            Verification verification) {
        List<String> arguments = new ArrayList<>(List.of(command));
        settings.values().forEach(setting -> arguments.addAll(setting.arguments()));
        UnaryOperator<String> withPlace =
                sentence -> Configuration.withPlace(sentence, file.path(), List.copyOf(settings.values()));
        ParseResult parsed;
        try {
            parsed = program.parseArgs(arguments.toArray(String[]::new)).subcommand();
        } catch (ParameterException wrong) {
            throw new ConfigException(
                    withPlace.apply(WrongNumber.sentence(wrong).orElse(String.valueOf(wrong.getMessage()))));
        }
        verification.complaint(parsed.commandSpec().userObject()).ifPresent(complaint -> {
            throw new ConfigException(withPlace.apply(complaint));
        });
        return parsed;
    }
}
