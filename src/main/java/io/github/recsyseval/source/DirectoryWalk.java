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
    private final List<String> skipped;

    private DirectoryWalk(List<String> skipped) {
        this.skipped = skipped;
    }

    /**
     * The files below a directory, in no particular order.
     *
     * @param skipped is told of links that lead back to a directory above them
     * @throws InputException naming what cannot be listed
     */
    static List<Path> files(Path directory, List<String> skipped) {
        DirectoryWalk walk = new DirectoryWalk(skipped);
        try {
            Files.walkFileTree(directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        } catch (IOException failed) {
            throw new InputException(directory + ": cannot list the directory: " + InputSet.reason(failed), failed);
        }
        return walk.files;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        files.add(file);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failed) {
        if (!(failed instanceof FileSystemLoopException)) {
            throw new InputException(path + ": cannot list the directory: " + InputSet.reason(failed), failed);
        }
        skipped.add(path + " (a link to a directory above it)");
        return FileVisitResult.CONTINUE;
    }
}
