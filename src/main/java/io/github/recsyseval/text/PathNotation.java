package io.github.recsyseval.text;

import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;

/**
 * How a system writes paths: {@link #HERE} is the one that the program runs on. For texts that are not always paths, such as globs, which
 * {@link Path#of} refuses on Windows.
 *
 * @param separator between the names of a path: a backslash on Windows, where a slash will do as well; a slash elsewhere, where a
 *     backslash is a part of names
 */
public record PathNotation(char separator) {
    public static final PathNotation HERE = new PathNotation(File.separatorChar);
    public static final PathNotation UNIX = new PathNotation('/');
    public static final PathNotation WINDOWS = new PathNotation('\\');

    private static final String FILE_SCHEME = "file://";

    /** The same path with slashes only. */
    public String slashed(String path) {
        return path.replace(separator, '/');
    }

    /** Whether a path, or a glob, means the same in whatever folder it is used; on Windows also within a drive, as {@code \logs}. */
    public boolean isRooted(String path) {
        return slashed(path).startsWith("/") || isWindows() && path.matches("[A-Za-z]:.*");
    }

    /** Orders paths by their names as text, the same on every system. */
    public Comparator<Path> order() {
        return Comparator.comparing(path -> slashed(path.toString()));
    }

    /** Whether a name without folders is one of the devices that are everywhere and lie nowhere, such as {@code NUL} on Windows. */
    public boolean isDevice(String path) {
        String name = path.toUpperCase(Locale.ROOT);
        return isWindows() && (name.equals("NUL") || name.equals("CON"));
    }

    /** The path that a {@code file://} URI names, without decoding; what is no such URI is a path already. */
    public String ofUri(String uri) {
        if (!uri.startsWith(FILE_SCHEME)) {
            return uri;
        }
        String path = uri.substring(FILE_SCHEME.length());
        return isWindows() && path.matches("/[A-Za-z]:.*") ? path.substring(1) : path;
    }

    private boolean isWindows() {
        return separator == WINDOWS.separator;
    }
}
