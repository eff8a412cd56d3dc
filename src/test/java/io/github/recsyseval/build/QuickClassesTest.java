package io.github.recsyseval.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
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
        String beginning = Shapes.class.getName().replace('.', '/');
        quick = QuickJar.of(folder, List.of(new QuickJar.Sample(Shapes.class, beginning)));
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
