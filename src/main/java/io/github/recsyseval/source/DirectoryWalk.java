package io.github.recsyseval.source;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Collects the files below a directory, through links too, but never round in circles. */
final class DirectoryWalk extends SimpleFileVisitor<Path> {
    private final List<Path> files = new ArrayList<>();
    private final List<DeadEnd> deadEnds = new ArrayList<>();

    private DirectoryWalk() {}

    /** What is no file and leads to none. */
    record DeadEnd(Path path, String what) {
        String words() {
            return path + " (" + what + ")";
        }
    }

    /**
     * What is below a directory, in no particular order.
     *
     * @param depth 1 for what lies in the directory itself
     * @throws InputException naming what cannot be listed
     */
    static DirectoryWalk of(Path directory, int depth) {
        DirectoryWalk walk = new DirectoryWalk();
        try {
            Files.walkFileTree(directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, walk);
        } catch (IOException failed) {
            throw new InputException(directory + ": cannot list the directory: " + InputSet.reason(failed), failed);
        }
        return walk;
    }

    List<Path> files() {
        return files;
    }

    /** Links that lead back to a directory above them, or to nothing; pipes and the like. */
    List<DeadEnd> deadEnds() {
        return deadEnds;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            // Links are followed, so one that is still a link leads to nothing.
            deadEnds.add(new DeadEnd(file, "a link to nothing"));
        } else if (attributes.isOther()) {
            // Opening a pipe would wait for whoever writes to it.
            deadEnds.add(new DeadEnd(file, "a pipe, socket or device"));
        } else if (!attributes.isDirectory()) { // as the folders at the greatest depth are
            files.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failed) {
        if (!(failed instanceof FileSystemLoopException)) {
            throw new InputException(path + ": cannot list the directory: " + InputSet.reason(failed), failed);
        }
        deadEnds.add(new DeadEnd(path, "a link to a directory above it"));
        return FileVisitResult.CONTINUE;
    }
}
