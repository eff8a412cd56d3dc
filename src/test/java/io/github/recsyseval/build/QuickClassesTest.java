package io.github.recsyseval.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class QuickClassesTest {
    /** By hand from {@link Shapes}. */
    private static final List<String> WORDS = List.of(
            "initializer",
            "constructor of shapes",
            "bodies of shapes and secret",
            "true 1c234 5.5 6.5 object[7]",
            "1.5,3,bound,constructor,unbound",
            "2 4 3 4 5 6.5",
            "good day, hi world",
            "oi you",
            "secret of innermost",
            "highlow",
            "serializable",
            "Values[b=1, c=c, i=2, l=3, f=4.5, d=-0.0, truth=true, word=word]",
            "true",
            "false",
            "0",
            "Empty[]",
            "I am n");

    @TempDir
    private Path folder;

    private Path quick = Path.of("");

    @BeforeEach
    void makesClassesQuick() throws Exception {
        Path plain = jarOfShapes();
        quick = folder.resolve("quick.jar");
        URL[] program = {compiledBuild().toUri().toURL()};
        try (URLClassLoader classes = new URLClassLoader(program)) {
            Method main = classes.loadClass("QuickClasses").getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[] {plain.toString(), quick.toString()});
        }
    }

    @Test
    void quickClassesDoWhatTheyDid() throws Exception {
        assertThat(Shapes.words()).isEqualTo(WORDS);

        URL[] jar = {quick.toUri().toURL()};
        try (URLClassLoader classes = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader())) {
            assertThat(classes.loadClass(Shapes.class.getName())
                            .getMethod("words")
                            .invoke(null))
                    .isEqualTo(WORDS);
        }
    }

    @Test
    void nothingIsLinkedAtRunTimeButTheRareForms() throws IOException {
        List<String> linked = new ArrayList<>();
        try (JarFile jar = new JarFile(quick.toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                new ClassReader(jar.getInputStream(entry)).accept(new Links(linked), 0);
            }
        }
        // The widened number; the serializable lambda and what would read it.
        assertThat(linked).containsExactlyInAnyOrder("metafactory", "altMetafactory", "altMetafactory");
    }

    private Path compiledBuild() throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        String asm = place(ClassReader.class).toString();
        List<String> arguments =
                new ArrayList<>(List.of("-d", classes.toString(), "-cp", asm, "-Xlint:all", "-Werror"));
        try (Stream<Path> sources = Files.list(Path.of("src/build/java"))) {
            sources.map(Path::toString).sorted().forEach(arguments::add);
        }
        int state = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(state).isZero();
        return classes;
    }

    private Path jarOfShapes() throws Exception {
        Path jar = folder.resolve("plain.jar");
        Path root = place(Shapes.class);
        Path home = root.resolve(Shapes.class.getPackageName().replace('.', '/'));
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file);
                DirectoryStream<Path> shapes = Files.newDirectoryStream(home, "Shapes*.class")) {
            for (Path shape : shapes) {
                out.putNextEntry(new ZipEntry(root.relativize(shape).toString().replace('\\', '/')));
                Files.copy(shape, out);
            }
        }
        return jar;
    }

    /** The jar or folder that a class is from. */
    private static Path place(Class<?> loaded) throws URISyntaxException {
        return Path.of(
                loaded.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Notes by which methods calls are linked. */
    private static final class Links extends ClassVisitor {
        private final List<String> linked;

        Links(List<String> linked) {
            super(Opcodes.ASM9);
            this.linked = linked;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitInvokeDynamicInsn(String called, String factory, Handle bootstrap, Object... given) {
                    linked.add(bootstrap.getName());
                }
            };
        }
    }
}
