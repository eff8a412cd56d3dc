package io.github.recsyseval.source;

import io.github.recsyseval.text.PathNotation;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * A path with wildcards: {@code *} and {@code ?} stand for characters of a name, {@code [a-c]} for one of several, <code>{a,b}</code> for
 * a or b, and the name {@code **} for any number of folders, none included, so that <code>logs/&#42;&#42;/&#42;.jsonl</code> has those of logs
 * itself. With {@code **} is passed over what is passed over in a directory, unless the pattern names it.
 */
final class InputPattern {
    private static final String ANY_FOLDERS = "**";

    private final String text;
    private final String base;
    private final List<String> parts;
    private final PathMatcher matcher;

    /** @throws InputException where brackets or braces are not closed */
    InputPattern(String text) {
        this.text = text;
        List<String> all = List.of(PathNotation.HERE.slashed(text).split("/", -1));
        int fixed = 0;
        while (fixed < all.size() - 1 && !isPattern(all.get(fixed))) {
            fixed++;
        }
        base = fixed == 0 ? "" : String.join("/", all.subList(0, fixed)) + "/";
        parts = all.subList(fixed, all.size());
        try {
            matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob(parts));
        } catch (PatternSyntaxException broken) {
            String why = broken.getDescription().replaceFirst("^Missing '(.)'?$", "a closing $1 is missing");
            throw new InputException(text + ": no such file, and not a glob: " + why, broken);
        }
    }

    /** Whether a path has wildcards. */
    static boolean isPattern(String path) {
        return path.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    /** In the form of {@link java.nio.file.FileSystem#getPathMatcher}, in which {@code **} and a slash need a folder. */
    private static String glob(List<String> parts) {
        StringBuilder glob = new StringBuilder();
        int braces = 0;
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            boolean isLast = i == parts.size() - 1;
            if (part.equals(ANY_FOLDERS) && !isLast && braces == 0) {
                glob.append("{**/,}");
            } else {
                glob.append(part).append(isLast ? "" : "/");
            }
            braces += count(part, '{') - count(part, '}');
        }
        return glob.toString();
    }

    private static int count(String text, char wanted) {
        return (int) text.chars().filter(c -> c == wanted).count();
    }

    /** The folder below which all matches lie: the longest part without wildcards. */
    Path base() {
        return Path.of(base.isEmpty() ? "." : base);
    }

    /** How far below {@link #base} matches lie at most. */
    int depth() {
        return parts.stream().anyMatch(part -> part.contains(ANY_FOLDERS)) ? Integer.MAX_VALUE : parts.size();
    }

    /** Whether a path below {@link #base} is meant. */
    boolean matches(Path path) {
        return matcher.matches(base().relativize(path));
    }

    /** Whether it reaches into folders that it does not name, and has no name of what a directory holds besides logs. */
    boolean passesOverOthers() {
        String last = parts.get(parts.size() - 1);
        return depth() == Integer.MAX_VALUE
                && parts.stream().noneMatch(part -> part.startsWith("."))
                && InputSet.isNameOfLines(last);
    }

    /** A found path in the terms of the pattern: relative where that is. */
    Path named(Path path) {
        return base.isEmpty() ? base().relativize(path) : path;
    }

    @Override
    public String toString() {
        return text;
    }
}
