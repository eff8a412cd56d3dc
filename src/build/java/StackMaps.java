import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Brings the classes of a jar that were compiled for Java 5 (picocli, commons-math) to the class files of Java 17, with stack maps.
 * Without those the JVM has to infer types when it verifies the classes, in every run anew, and keeps them out of its archives:
 * a tenth of the time that a report on ten lines takes. Nothing else about them changes.
 *
 * <p>{@code java -cp asm.jar StackMaps.java IN.jar OUT.jar}; the build runs it on the shaded jar.
 */
final class StackMaps {
    private StackMaps() {}

    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        try (URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                InputStream file = new BufferedInputStream(Files.newInputStream(jar));
                ZipInputStream in = new ZipInputStream(file);
                OutputStream target = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])));
                ZipOutputStream out = new ZipOutputStream(target)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                out.write(entry.getName().endsWith(".class") ? withStackMaps(content, classes) : content);
                out.closeEntry();
            }
        }
    }

    private static byte[] withStackMaps(byte[] classFile, ClassLoader classes) {
        ClassReader reader = new ClassReader(classFile);
        int version = reader.readUnsignedShort(6);
        if (version >= Opcodes.V1_6) {
            return classFile;
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return classes;
            }
        };
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visit(
                            int old, int access, String name, String signature, String superName, String[] interfaces) {
                        super.visit(Opcodes.V17, access, name, signature, superName, interfaces);
                    }
                },
                ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }
}
