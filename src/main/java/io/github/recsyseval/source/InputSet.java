package io.github.recsyseval.source;

import io.github.recsyseval.text.PathNotation;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that an option's arguments mean, in the order in which they are read: arguments as given, the files of a directory or
 * glob in path order.
 *
 * @param files at least one, unless no argument was given
 * @param skipped paths inside directories, or met by {@code **}, that hold no log lines: hidden files, {@code _SUCCESS}, {@code .crc} and {@code .tmp}; and
 *     links that lead back to a directory above them, or to nothing
 */
public record InputSet(List<LogFile> files, List<String> skipped) {
    public static final InputSet NONE = new InputSet(List.of(), List.of());

    public InputSet {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
    }

    /**
     * Resolves paths, patterns ({@link InputPattern}), directories (recursively) and {@code -} for standard input.
     *
     * @throws InputException for an argument that means no readable file
     */
    public static InputSet resolve(List<String> arguments) {
        List<LogFile> files = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.isBlank()) {
                throw new InputException("an input path is empty; is a variable unset?");
            }
            if (argument.equals("-")) {
                files.add(LogFile.STANDARD_INPUT);
            } else {
                resolve(argument, files, skipped);
            }
        }
        return new InputSet(files, skipped);
    }

    /** The size of all files on disk in bytes; standard input counts as 0. */
    public long bytes() {
        return files.stream().mapToLong(LogFile::bytes).sum();
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    private static void resolve(String argument, List<LogFile> files, List<String> skipped) {
        try {
            Path path = Path.of(argument);
            if (Files.isDirectory(path)) {
                int before = files.size();
                directory(path, files, skipped);
                if (files.size() == before) {
                    throw new InputException(argument + ": the directory holds no log files");
                }
            } else if (Files.exists(path)) {
                files.add(file(path));
            } else if (InputPattern.isPattern(argument)) {
                glob(new InputPattern(argument), files, skipped);
            } else {
                throw new InputException(argument + ": no such file");
            }
        } catch (InvalidPathException invalid) {
            if (!InputPattern.isPattern(argument)) {
                throw new InputException(argument + ": not a path", invalid);
            }
            glob(new InputPattern(argument), files, skipped);
        }
    }

    private static void directory(Path directory, List<LogFile> files, List<String> skipped) {
        DirectoryWalk walk = DirectoryWalk.of(directory, Integer.MAX_VALUE);
        walk.deadEnds().forEach(end -> skipped.add(end.words()));
        List<Path> found = new ArrayList<>(walk.files());
        found.sort(PathNotation.HERE.order());
        for (Path path : found) {
            if (holdsLines(directory.relativize(path))) {
                files.add(file(path));
            } else {
                skipped.add(path.toString());
            }
        }
    }

    private static boolean holdsLines(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return isNameOfLines(relative.getFileName().toString());
    }

    /** Whether a file of this name holds lines as far as that tells. */
    static boolean isNameOfLines(String name) {
        return !name.equals("_SUCCESS") && !name.endsWith(".crc") && !name.endsWith(".tmp");
    }

    private static void glob(InputPattern pattern, List<LogFile> files, List<String> skipped) {
        Path base = pattern.base();
        if (!Files.isDirectory(base)) {
            throw new InputException(pattern + ": no file matches");
        }
        DirectoryWalk walk = DirectoryWalk.of(base, pattern.depth());
        walk.deadEnds().stream().filter(end -> pattern.matches(end.path())).forEach(end -> skipped.add(end.words()));
        int before = files.size();
        walk.files().stream()
                .filter(pattern::matches)
                .sorted(PathNotation.HERE.order())
                .forEach(path -> {
                    if (pattern.passesOverOthers() && !holdsLines(base.relativize(path))) {
                        skipped.add(path.toString());
                    } else {
                        files.add(file(pattern.named(path)));
                    }
                });
        if (files.size() == before) {
            throw new InputException(pattern + ": no file matches");
        }
    }

    private static LogFile file(Path path) {
        if (!Files.isReadable(path)) {
            throw new InputException(path + (Files.exists(path) ? ": permission denied" : ": no such file"));
        }
        try {
            return new LogFile(path.toString(), path, Files.isRegularFile(path) ? Files.size(path) : 0);
        } catch (IOException failed) {
            throw new InputException(path + ": " + reason(failed), failed);
        }
    }

    /** What went wrong, in a few words without the path. */
    static String reason(Exception failed) {
        if (failed instanceof NoSuchFileException) {
            return "no such file";
        }
        if (failed instanceof java.nio.file.AccessDeniedException) {
            return "permission denied";
        }
        if (failed instanceof java.io.EOFException) {
            return "it ends too early";
        }
        String message = failed instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : failed.getMessage();
        return message == null ? failed.getClass().getSimpleName() : message;
    }
}
