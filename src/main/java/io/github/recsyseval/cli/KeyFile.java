package io.github.recsyseval.cli;

import io.github.recsyseval.source.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A file with a secret key, which is its content without the line end that editors put behind it. The key itself is never part of a
 * message.
 *
 * @param warnings what somebody should know about the file, a sentence each
 */
record KeyFile(byte[] key, List<String> warnings) {
    private static final int MOST_BYTES = 4096;
    private static final int SHORT = 16;

    /** Reads a key from a file, or from a pipe such as {@code /dev/fd/3}. */
    static KeyFile read(Path file) {
        byte[] content = content(file);
        if (content.length > MOST_BYTES) {
            throw new UsageException(
                    "--key-file " + file + ": longer than " + MOST_BYTES + " bytes, so it is hardly a key");
        }
        int end = content.length;
        if (end > 0 && content[end - 1] == '\n') {
            end--;
        }
        if (end > 0 && content[end - 1] == '\r') {
            end--;
        }
        byte[] key = Arrays.copyOf(content, end);
        Arrays.fill(content, (byte) 0);
        if (isBlank(key)) {
            throw new UsageException("--key-file " + file + ": holds no key");
        }
        for (byte b : key) {
            if (b == '\n') {
                throw new UsageException("--key-file " + file + ": holds several lines; a key is one line");
            }
        }
        return new KeyFile(key, warnings(file, key));
    }

    private static byte[] content(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES + 1);
        } catch (NoSuchFileException absent) {
            throw new InputException("--key-file " + file + ": no such file", absent);
        } catch (AccessDeniedException denied) {
            throw new InputException("--key-file " + file + ": permission denied", denied);
        } catch (IOException failed) {
            throw new InputException("--key-file " + file + ": cannot be read", failed);
        }
    }

    private static boolean isBlank(byte[] key) {
        for (byte b : key) {
            if (!isSpace(b)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    private static List<String> warnings(Path file, byte[] key) {
        List<String> warnings = new ArrayList<>();
        if (key.length < SHORT) {
            warnings.add("the key in " + file + " is shorter than " + SHORT + " bytes, so it can be found by trying");
        }
        if (isSpace(key[0]) || isSpace(key[key.length - 1])) {
            warnings.add("the key in " + file + " begins or ends with a blank, which counts as part of it");
        }
        othersMayRead(file, warnings);
        return warnings;
    }

    private static void othersMayRead(Path file, List<String> warnings) {
        try {
            if (!Files.isRegularFile(file) || !Files.getFileStore(file).supportsFileAttributeView("posix")) {
                return;
            }
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.contains(PosixFilePermission.OTHERS_READ)
                    || permissions.contains(PosixFilePermission.GROUP_READ)) {
                warnings.add("others may read the key in " + file + " (" + PosixFilePermissions.toString(permissions)
                        + "); chmod 600 " + file);
            }
        } catch (IOException unknown) {
            // Without permissions to look at there is nothing to warn about.
        }
    }
}
