package io.github.recsyseval.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A stand-in for recsys-eval.jar that tells how it was started, so that the launcher can be tested before the jar exists. */
final class ProgramJar {

    private static final String MAIN = "io.github.recsyseval.Main";

    /** Prints process id, JVM options, arguments and standard input, each on a line; exits with the number behind {@code exit}. */
    private static final String PROGRAM = """
            package io.github.recsyseval;
            import java.lang.management.ManagementFactory;
            public class Main {
                public static void main(String[] args) throws Exception {
                    System.out.println("pid " + ProcessHandle.current().pid());
                    System.out.println("options " + ManagementFactory.getRuntimeMXBean().getInputArguments());
                    System.out.println("arguments " + String.join("|", args));
                    System.out.println("input " + new String(System.in.readAllBytes(), "UTF-8"));
                    System.exit(args.length == 2 && args[0].equals("exit") ? Integer.parseInt(args[1]) : 0);
                }
            }
            """;

    private static final String REHEARSAL = """
            package io.github.recsyseval.cli;
            public class StartUpRehearsal {
                public static void main(String[] args) {
                    System.out.println("rehearsed");
                }
            }
            """;

    private ProgramJar() {}

    /** Compiles the program below {@code folder} and returns its jar. */
    static Path build(Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path program = Files.writeString(sources.resolve("Main.java"), PROGRAM);
        Path rehearsal = Files.writeString(sources.resolve("StartUpRehearsal.java"), REHEARSAL);
        List<String> arguments =
                List.of("-proc:none", "-d", classes.toString(), program.toString(), rehearsal.toString());
        int state = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (state != 0) {
            throw new IllegalStateException("javac ended with " + state);
        }
        Path jar = folder.resolve("program.jar");
        write(jar, classes);
        Files.writeString(Path.of(jar + ".sha256"), "0123456789abcdef0123456789abcdef", StandardCharsets.US_ASCII);
        return jar;
    }

    private static void write(Path jar, Path classes) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, MAIN);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
