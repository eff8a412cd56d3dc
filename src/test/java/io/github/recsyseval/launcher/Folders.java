package io.github.recsyseval.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Lays out what the launcher may find itself in. Tests run in the project's folder, where {@code bin/} is. */
final class Folders {

    private static final Path LAUNCHER = Path.of("bin", "recsys-eval").toAbsolutePath();
    private static final List<String> TOOLS = List.of(
            "bash",
            "cat",
            "cp",
            "env",
            "find",
            "kill",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "rmdir",
            "sleep",
            "sync",
            "tail",
            "touch");

    private Folders() {}

    /**
     * {@code bin/} and {@code lib/}, as unpacked from the distribution; returns the launcher. Without the checksum of the jar no archive
     * is made, which would still be written when the test is over and its folder is deleted.
     */
    static Path installation(Path home, Path jar) throws IOException {
        Files.createDirectories(home.resolve("lib"));
        Files.copy(jar, home.resolve("lib/recsys-eval.jar"));
        return launcher(home);
    }

    /** The same with the checksum, by which an archive is made behind the first run. */
    static Path installationWithArchive(Path home, Path jar) throws IOException {
        Path launcher = installation(home, jar);
        Files.copy(Path.of(jar + ".sha256"), home.resolve("lib/recsys-eval.jar.sha256"));
        return launcher;
    }

    /** The sources of a project that a stand-in for Maven can build; returns the launcher. */
    static Path checkout(Path home) throws IOException {
        Files.createDirectories(home.resolve("src/main"));
        Files.createDirectories(home.resolve("schemas"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.writeString(home.resolve("src/main/Source.java"), "class Source {}");
        return launcher(home);
    }

    /** A folder for PATH in which {@code mvn} is this shell script; {@code $build} is where it has to put the jar. */
    static Path maven(Path folder, String script) throws IOException {
        Files.createDirectories(folder);
        String findBuild =
                "for a in \"$@\"; do case $a in -Drecsys-eval.build.directory=*) build=${a#*=} ;; esac; done\n";
        script(folder.resolve("mvn"), findBuild + script);
        return folder;
    }

    /** A folder for PATH with the tools that the launcher needs, but neither Java nor Maven. */
    static Path toolsOnly(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String tool : TOOLS) {
            for (Path place : List.of(Path.of("/bin", tool), Path.of("/usr/bin", tool))) {
                if (Files.exists(place)) {
                    Files.writeString(folder.resolve(tool), "#!/bin/sh\nexec " + place + " \"$@\"\n");
                    executable(folder.resolve(tool));
                }
            }
        }
        return folder;
    }

    static Path script(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + body + "\n");
        return executable(file);
    }

    private static Path launcher(Path home) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Path launcher = home.resolve("bin/recsys-eval");
        Files.copy(LAUNCHER, launcher, StandardCopyOption.REPLACE_EXISTING);
        return executable(launcher);
    }

    private static Path executable(Path file) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
