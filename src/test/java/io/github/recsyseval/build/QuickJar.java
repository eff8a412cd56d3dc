package io.github.recsyseval.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.objectweb.asm.ClassReader;

/** Classes of the class path as {@code src/build} makes them, which is compiled for the purpose. */
final class QuickJar {
    /** Classes in a jar or folder: one of them, and how the names of all begin. */
    record Sample(Class<?> one, String beginning) {}

    private QuickJar() {}

    /** The jar of quick classes, made in an empty folder. */
    static Path of(Path folder, List<Sample> classes) throws Exception {
        Path plain = folder.resolve("plain.jar");
        try (OutputStream file = Files.newOutputStream(plain);
                ZipOutputStream jar = new ZipOutputStream(file)) {
            for (Sample sample : classes) {
                Path place = place(sample.one());
                if (Files.isDirectory(place)) {
                    add(place, sample.beginning(), jar);
                } else {
                    try (FileSystem zip = FileSystems.newFileSystem(place)) {
                        add(zip.getPath("/"), sample.beginning(), jar);
                    }
                }
            }
        }
        Path quick = folder.resolve("quick.jar");
        URL[] build = {compiledBuild(folder).toUri().toURL()};
        try (URLClassLoader program = new URLClassLoader(build)) {
            Method main = program.loadClass("QuickClasses").getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[] {plain.toString(), quick.toString()});
        }
        return quick;
    }

    private static void add(Path root, String beginning, ZipOutputStream jar) throws Exception {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (name.startsWith(beginning) && name.endsWith(".class")) {
                    jar.putNextEntry(new ZipEntry(name));
                    Files.copy(file, jar);
                }
            }
        }
    }

    private static Path compiledBuild(Path folder) throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        String asm = place(ClassReader.class).toString();
        List<String> arguments =
                new ArrayList<>(List.of("-d", classes.toString(), "-cp", asm, "-Xlint:all", "-Werror"));
        try (Stream<Path> sources = Files.walk(Path.of("src/build/java"))) {
            sources.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .sorted()
                    .forEach(arguments::add);
        }
        int state = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(state).isZero();
        return classes;
    }

    /** The jar or folder that a class is from. */
    private static Path place(Class<?> loaded) throws URISyntaxException {
        URI place = loaded.getProtectionDomain().getCodeSource().getLocation().toURI();
        return Path.of(place);
    }
}
