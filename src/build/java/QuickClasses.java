import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes the classes of a jar quicker to start with; what they do stays as it is.
 *
 * <ul>
 *   <li>Classes compiled for Java 5 (picocli, commons-math) become class files of Java 17, with stack maps. Without those the JVM has to
 *       infer types when it verifies them, in every run anew, and keeps them out of its archives.
 *   <li>{@code equals}, {@code hashCode} and {@code toString} of records become plain code. As the compiler writes them they are put
 *       together at run time, by some twenty classes that are made for it and that no archive keeps.
 * </ul>
 *
 * <p>{@code java -cp asm.jar QuickClasses.java IN.jar OUT.jar}; the build runs it on the shaded jar.
 */
final class QuickClasses {
    private QuickClasses() {}

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
                out.write(entry.getName().endsWith(".class") ? quick(content, classes) : content);
                out.closeEntry();
            }
        }
    }

    private static byte[] quick(byte[] classFile, ClassLoader classes) {
        ClassReader reader = new ClassReader(classFile);
        boolean old = reader.readUnsignedShort(6) < Opcodes.V1_6;
        if (!old && !"java/lang/Record".equals(reader.getSuperName())) {
            return classFile;
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return classes;
            }
        };
        reader.accept(old ? new Modern(writer) : new PlainRecord(writer), ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
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

    /** A record that calls methods of its own where the compiler left linking to the run time; they say what its documentation says. */
    private static final class PlainRecord extends ClassVisitor {
        private record Field(String name, Type type) {}

        private final List<Field> fields = new ArrayList<>();
        private String owner = "";

        PlainRecord(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            owner = name;
            super.visit(version, access, name, signature, parent, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
            return new MethodVisitor(Opcodes.ASM9, next) {
                @Override
                public void visitInvokeDynamicInsn(String called, String type, Handle bootstrap, Object... arguments) {
                    if (!bootstrap.getOwner().equals("java/lang/runtime/ObjectMethods")) {
                        super.visitInvokeDynamicInsn(called, type, bootstrap, arguments);
                        return;
                    }
                    fields.clear();
                    for (int i = 2; i < arguments.length; i++) {
                        Handle getter = (Handle) arguments[i];
                        fields.add(new Field(getter.getName(), Type.getType(getter.getDesc())));
                    }
                    visitMethodInsn(Opcodes.INVOKESTATIC, owner, plain(called, type), type, false);
                }
            };
        }

        /** Adds the method that takes the place of a call; its name. */
        private String plain(String called, String type) {
            int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
            MethodVisitor code = super.visitMethod(access, "record$" + called, type, null, null);
            code.visitCode();
            switch (called) {
                case "equals" -> equals(code);
                case "hashCode" -> hashCode(code);
                case "toString" -> toString(code);
                default -> throw new IllegalArgumentException(called);
            }
            code.visitMaxs(0, 0);
            code.visitEnd();
            return "record$" + called;
        }

        private void equals(MethodVisitor code) {
            Label different = new Label();
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitTypeInsn(Opcodes.INSTANCEOF, owner);
            code.visitJumpInsn(Opcodes.IFEQ, different);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitTypeInsn(Opcodes.CHECKCAST, owner);
            code.visitVarInsn(Opcodes.ASTORE, 2);
            for (Field field : fields) {
                get(code, 0, field);
                get(code, 2, field);
                switch (field.type().getSort()) {
                    case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT ->
                        code.visitJumpInsn(Opcodes.IF_ICMPNE, different);
                    case Type.LONG -> {
                        code.visitInsn(Opcodes.LCMP);
                        code.visitJumpInsn(Opcodes.IFNE, different);
                    }
                    case Type.FLOAT, Type.DOUBLE -> {
                        String twice = field.type().getDescriptor().repeat(2);
                        call(code, box(field.type()), "compare", "(" + twice + ")I");
                        code.visitJumpInsn(Opcodes.IFNE, different);
                    }
                    default -> {
                        call(code, "java/util/Objects", "equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z");
                        code.visitJumpInsn(Opcodes.IFEQ, different);
                    }
                }
            }
            code.visitInsn(Opcodes.ICONST_1);
            code.visitInsn(Opcodes.IRETURN);
            code.visitLabel(different);
            code.visitInsn(Opcodes.ICONST_0);
            code.visitInsn(Opcodes.IRETURN);
        }

        private void hashCode(MethodVisitor code) {
            code.visitInsn(Opcodes.ICONST_0);
            for (Field field : fields) {
                code.visitIntInsn(Opcodes.BIPUSH, 31);
                code.visitInsn(Opcodes.IMUL);
                get(code, 0, field);
                if (isObject(field.type())) {
                    call(code, "java/util/Objects", "hashCode", "(Ljava/lang/Object;)I");
                } else {
                    call(code, box(field.type()), "hashCode", "(" + field.type().getDescriptor() + ")I");
                }
                code.visitInsn(Opcodes.IADD);
            }
            code.visitInsn(Opcodes.IRETURN);
        }

        private void toString(MethodVisitor code) {
            String builder = "java/lang/StringBuilder";
            code.visitTypeInsn(Opcodes.NEW, builder);
            code.visitInsn(Opcodes.DUP);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, builder, "<init>", "()V", false);
            code.visitLdcInsn(Type.getObjectType(owner));
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, "java/lang/Class", "getSimpleName", "()Ljava/lang/String;", false);
            append(code, "Ljava/lang/String;");
            String before = "[";
            for (Field field : fields) {
                code.visitLdcInsn(before + field.name() + "=");
                append(code, "Ljava/lang/String;");
                get(code, 0, field);
                append(code, switch (field.type().getSort()) {
                    case Type.BYTE, Type.SHORT -> "I";
                    case Type.ARRAY, Type.OBJECT -> "Ljava/lang/Object;";
                    default -> field.type().getDescriptor();
                });
                before = ", ";
            }
            code.visitLdcInsn(fields.isEmpty() ? "[]" : "]");
            append(code, "Ljava/lang/String;");
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, builder, "toString", "()Ljava/lang/String;", false);
            code.visitInsn(Opcodes.ARETURN);
        }

        private static void append(MethodVisitor code, String type) {
            String builder = "java/lang/StringBuilder";
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, builder, "append", "(" + type + ")L" + builder + ";", false);
        }

        private static void call(MethodVisitor code, String owner, String name, String type) {
            code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, type, false);
        }

        private void get(MethodVisitor code, int variable, Field field) {
            code.visitVarInsn(Opcodes.ALOAD, variable);
            code.visitFieldInsn(Opcodes.GETFIELD, owner, field.name(), field.type().getDescriptor());
        }

        private static boolean isObject(Type type) {
            return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
        }

        private static String box(Type type) {
            return switch (type.getSort()) {
                case Type.BOOLEAN -> "java/lang/Boolean";
                case Type.BYTE -> "java/lang/Byte";
                case Type.CHAR -> "java/lang/Character";
                case Type.SHORT -> "java/lang/Short";
                case Type.INT -> "java/lang/Integer";
                case Type.LONG -> "java/lang/Long";
                case Type.FLOAT -> "java/lang/Float";
                default -> "java/lang/Double";
            };
        }
    }
}
