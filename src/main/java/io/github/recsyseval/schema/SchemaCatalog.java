package io.github.recsyseval.schema;

import io.github.recsyseval.schema.UnusableSchemaException.Reason;
import io.github.recsyseval.text.DidYouMean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Finds schemas: the published ones by name, a user's own by the path of its file. */
public final class SchemaCatalog {
    /** The contracts of the logs and of the report, which come with the program. */
    private static final List<String> NAMES =
            List.of("exposure.v1", "outcome.v1", "assignment.v1", "ranklist.v1", "report.v1");

    private static final long MAX_BYTES = 10L << 20;

    private SchemaCatalog() {}

    /** The names of the published schemas, such as {@code exposure.v1}. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The schema of a published name, or in a file. Whatever is neither a published name nor ends in {@code .json} nor
     * contains a slash is taken for a misspelled name.
     *
     * @throws UnusableSchemaException when there is none, or it is not usable
     */
    public static LoadedSchema load(String nameOrPath) {
        if (NAMES.contains(nameOrPath)) {
            return new LoadedSchema(nameOrPath, () -> published(nameOrPath));
        }
        boolean path = nameOrPath.endsWith(".json") || nameOrPath.contains("/") || nameOrPath.contains("\\");
        if (!path) {
            throw new UnusableSchemaException(Reason.UNKNOWN, "no schema \"" + nameOrPath + "\"" + known(nameOrPath));
        }
        byte[] text = read(nameOrPath);
        LoadedSchema schema = new LoadedSchema(nameOrPath, () -> text);
        schema.library();
        return schema;
    }

    private static byte[] published(String name) {
        try (InputStream in = SchemaCatalog.class.getResourceAsStream("/schemas/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("schema " + name + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String path) {
        try {
            Path file = Path.of(path);
            if (Files.isDirectory(file)) {
                throw unreadable(path, "it is a directory");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw unreadable(path, "it is larger than 10 MiB");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw unreadable(path, "there is no such file" + meant(path));
        } catch (AccessDeniedException e) {
            throw unreadable(path, "access is denied");
        } catch (InvalidPathException e) {
            throw unreadable(path, "that is no path");
        } catch (IOException e) {
            throw unreadable(path, String.valueOf(e.getMessage()));
        }
    }

    private static UnusableSchemaException unreadable(String path, String why) {
        return new UnusableSchemaException(Reason.UNREADABLE, "cannot read schema " + path + ": " + why);
    }

    private static String meant(String path) {
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String name = file.endsWith(".json") ? file.substring(0, file.length() - ".json".length()) : file;
        return NAMES.contains(name) ? " (the published schema is named " + name + ")" : "";
    }

    private static String known(String unknown) {
        String names = "; there are " + String.join(", ", NAMES) + ", or the path of a .json file";
        return DidYouMean.hint(unknown.contains(".") ? unknown : unknown + ".v1", NAMES) + names;
    }
}
