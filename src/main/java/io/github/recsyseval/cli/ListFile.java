package io.github.recsyseval.cli;

import io.github.recsyseval.source.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A text file in UTF-8 with an entry on each line. Blank lines, blanks around an entry and the byte order mark that editors put at the
 * beginning are no part of it.
 */
final class ListFile {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** Takes an entry; lines are numbered from 1. */
    interface Taker {
        void take(String entry, long line);
    }

    private ListFile() {}

    /**
     * Reads entries in their order.
     *
     * @param name the file as messages call it
     * @throws InputException if it cannot be read as text
     */
    static void read(String name, Path file, Taker taker) {
        if (Files.isDirectory(file)) {
            throw new InputException(name + ": a directory, not a file");
        }
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                boolean marked = number == 1 && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK;
                String entry = (marked ? line.substring(1) : line).strip();
                if (!entry.isEmpty()) {
                    taker.take(entry, number);
                }
            }
        } catch (NoSuchFileException absent) {
            throw new InputException(name + ": no such file", absent);
        } catch (IOException failed) {
            throw new InputException(name + ": cannot be read as UTF-8 text", failed);
        }
    }
}
