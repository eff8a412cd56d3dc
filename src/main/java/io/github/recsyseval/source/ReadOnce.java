package io.github.recsyseval.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Standard input, pipes and devices: what has been read from them is gone, and a second reading finds nothing or waits for ever. */
public final class ReadOnce {
    private static final String STANDARD_INPUT = "-";

    /** Where people who have no log read from. */
    private static final Path NOTHING = Path.of("/dev/null");

    private ReadOnce() {}

    /** The first of some arguments that can be read once only, in words. */
    public static Optional<String> of(List<String> arguments) {
        return arguments.stream().filter(ReadOnce::isOne).findFirst().map(ReadOnce::words);
    }

    /** The first of some files that can be read once only, in words. */
    public static Optional<String> of(InputSet inputs) {
        return of(inputs.files().stream()
                .map(file -> file.path() == null ? STANDARD_INPUT : file.path().toString())
                .toList());
    }

    /** The first of some arguments that can be read once only and is given again, by whatever name; in words. */
    public static Optional<String> repeated(List<String> arguments) {
        List<Object> met = new ArrayList<>();
        for (String argument : arguments) {
            if (isOne(argument)) {
                Object identity = identity(argument);
                if (met.contains(identity)) {
                    return Optional.of(words(argument) + " can serve one input only, and is given more than once");
                }
                met.add(identity);
            }
        }
        return Optional.empty();
    }

    private static boolean isOne(String argument) {
        if (argument.equals(STANDARD_INPUT)) {
            return true;
        }
        try {
            Path path = Path.of(argument);
            return Files.exists(path)
                    && !Files.isRegularFile(path)
                    && !Files.isDirectory(path)
                    && !path.equals(NOTHING);
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    private static String words(String argument) {
        return argument.equals(STANDARD_INPUT) ? "standard input (-)" : argument + ", a pipe or a device,";
    }

    /** Equal for names of one thing. */
    private static Object identity(String argument) {
        Path path = Path.of(argument.equals(STANDARD_INPUT) ? "/dev/stdin" : argument);
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null ? argument : key;
        } catch (IOException unknown) {
            return argument;
        }
    }
}
