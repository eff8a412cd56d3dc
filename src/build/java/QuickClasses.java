import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Makes the classes of a jar quicker to start with; what they do stays as it is.
 *
 * <ul>
 *   <li>Classes compiled for Java 5 (picocli, commons-math) become class files of Java 17, with stack maps. Without those the JVM
 *       has to infer types when it verifies them, in every run anew, and keeps them out of its archives.
 *   <li>{@code equals}, {@code hashCode} and {@code toString} of records become plain code ({@link PlainRecord}), lambdas plain
 *       classes ({@link PlainLambdas}). As the compiler writes them they are put together at run time.
 *   <li>picocli looks the annotations of options up in a table instead of having them parsed ({@link PlainAnnotations}).
 * </ul>
 *
 * <p>{@code java QuickClasses IN.jar OUT.jar}, with ASM; the build runs it on the shaded jar.
 */
final class QuickClasses {
    private static final String CLASS = ".class";
    private static final String PICOCLI = "picocli/";

    private final ClassLoader classes;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Map<String, LocalDateTime> times = new LinkedHashMap<>();
    private final Map<String, Set<String>> nests = new TreeMap<>();
    private final PlainAnnotations annotations = new PlainAnnotations();

    private QuickClasses(ClassLoader classes) {
        this.classes = classes;
    }

    public static void main(String[] args) throws IOException, ClassNotFoundException {
        Path jar = Path.of(args[0]);
        try (URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                InputStream file = new BufferedInputStream(Files.newInputStream(jar));
                ZipInputStream in = new ZipInputStream(file);
                OutputStream target = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])));
                ZipOutputStream out = new ZipOutputStream(target)) {
            QuickClasses quick = new QuickClasses(classes);
            quick.read(in);
            quick.write(out);
        }
    }

    private void read(ZipInputStream in) throws IOException, ClassNotFoundException {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            byte[] content = in.readAllBytes();
            times.put(entry.getName(), entry.getTimeLocal());
            entries.put(entry.getName(), content);
            if (entry.getName().endsWith(CLASS)) {
                quicken(entry.getName(), content);
            }
        }
        annotations.made().forEach((made, file) -> {
            entries.put(made + CLASS, file);
            times.put(made + CLASS, times.get(PICOCLI + "CommandLine" + CLASS));
        });
        nests.forEach((host, members) -> entries.computeIfPresent(host + CLASS, (name, file) -> hosting(file, members)));
    }

    private void write(ZipOutputStream out) throws IOException {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            ZipEntry written = new ZipEntry(entry.getKey());
            written.setTimeLocal(times.get(entry.getKey()));
            out.putNextEntry(written);
            out.write(entry.getValue());
            out.closeEntry();
        }
    }

    private void quicken(String name, byte[] classFile) throws ClassNotFoundException {
        ClassReader reader = new ClassReader(classFile);
        if (new String(classFile, StandardCharsets.ISO_8859_1).contains("L" + PICOCLI)) {
            annotations.add(classes.loadClass(reader.getClassName().replace('/', '.')));
        }
        int version = reader.readUnsignedShort(6);
        if (version < Opcodes.V1_6) {
            ClassWriter writer = withFrames();
            ClassVisitor modern = new Modern(writer);
            reader.accept(name.startsWith(PICOCLI) ? PlainAnnotations.asking(modern) : modern, ClassReader.SKIP_FRAMES);
            entries.put(name, writer.toByteArray());
        } else if (version >= Opcodes.V11) {
            boolean record = "java/lang/Record".equals(reader.getSuperName());
            ClassWriter writer = record ? withFrames() : new ClassWriter(0);
            PlainLambdas lambdas = new PlainLambdas(writer);
            reader.accept(record ? new PlainRecord(lambdas) : lambdas, record ? ClassReader.SKIP_FRAMES : 0);
            if (record || !lambdas.made().isEmpty()) {
                entries.put(name, writer.toByteArray());
            }
            lambdas.made().forEach((made, file) -> {
                entries.put(made + CLASS, file);
                times.put(made + CLASS, times.get(name));
                nests.computeIfAbsent(lambdas.host(), host -> new TreeSet<>()).add(made);
            });
        }
    }

    private ClassWriter withFrames() {
        return new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return classes;
            }
        };
    }

    /** A class file of Java 17. */
    private static final class Modern extends ClassVisitor {
        Modern(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            super.visit(Opcodes.V17, access, name, signature, parent, interfaces);
        }
    }

    /** A class that lets more classes call its private methods. */
    private static byte[] hosting(byte[] classFile, Set<String> members) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public void visitEnd() {
                                members.forEach(this::visitNestMember);
                                super.visitEnd();
                            }
                        },
                        0);
        return writer.toByteArray();
    }
}
