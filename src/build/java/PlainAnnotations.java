import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The annotations of picocli on classes and their fields as plain objects in a table, {@code picocli.AnnotationTable}, which
 * picocli asks instead of the class. Everything else stays with picocli: it reads the same values from them.
 */
final class PlainAnnotations {
    private static final String TABLE = "picocli/AnnotationTable";
    private static final String ROWS = "picocli/AnnotationRows";
    private static final Set<String> REFLECTION = Set.of(
            "java/lang/Class",
            "java/lang/reflect/AnnotatedElement",
            "java/lang/reflect/AccessibleObject",
            "java/lang/reflect/Method");

    /** By the name of the class, then by the name of the field. */
    private final Map<String, Map<String, List<Annotation>>> rows = new TreeMap<>();

    private final Map<String, Class<? extends Annotation>> types = new TreeMap<>();

    /** Takes the annotations of a class and its fields; of one with annotations on methods at least the name. */
    void add(Class<?> annotated) {
        add(annotated, annotated, "");
        for (Field field : annotated.getDeclaredFields()) {
            add(field, annotated, field.getName());
        }
        for (Method method : annotated.getDeclaredMethods()) {
            if (!ofPicocli(method).isEmpty()) {
                members(annotated);
            }
        }
    }

    private void add(AnnotatedElement element, Class<?> owner, String member) {
        List<Annotation> annotations = ofPicocli(element);
        if (!annotations.isEmpty()) {
            members(owner).put(member, annotations);
            annotations.stream().map(Annotation::annotationType).forEach(type -> types.put(plainName(type), type));
        }
    }

    private Map<String, List<Annotation>> members(Class<?> owner) {
        return rows.computeIfAbsent(owner.getName(), name -> new LinkedHashMap<>());
    }

    private static List<Annotation> ofPicocli(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .filter(annotation -> annotation.annotationType().getName().startsWith("picocli."))
                .toList();
    }

    /** A class of picocli that asks the table. */
    static ClassVisitor asking(ClassVisitor next) {
        return new ClassVisitor(Opcodes.ASM9, next) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
                return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, type, signature, thrown)) {
                    @Override
                    public void visitMethodInsn(int opcode, String owner, String called, String type, boolean inInterface) {
                        boolean asks = called.equals("getAnnotation") || called.equals("isAnnotationPresent");
                        if (asks && REFLECTION.contains(owner)) {
                            String asked = type.replace("(", "(Ljava/lang/reflect/AnnotatedElement;");
                            super.visitMethodInsn(Opcodes.INVOKESTATIC, TABLE, called, asked, false);
                        } else {
                            super.visitMethodInsn(opcode, owner, called, type, inInterface);
                        }
                    }
                };
            }
        };
    }

    /** The table, the class that makes its rows and those of the annotations in them, by their names; none without annotations. */
    Map<String, byte[]> made() throws IOException {
        Map<String, byte[]> made = new LinkedHashMap<>();
        if (!rows.isEmpty()) {
            try (InputStream table = PlainAnnotations.class.getResourceAsStream(TABLE + ".class")) {
                made.put(TABLE, table.readAllBytes());
            }
            made.put(ROWS, rows());
            types.forEach((name, type) -> made.put(name, plain(name, type)));
        }
        return made;
    }

    private static String plainName(Class<? extends Annotation> type) {
        return Type.getInternalName(type) + "$Plain";
    }

    private static Method[] elements(Class<? extends Annotation> type) {
        Method[] elements = type.getDeclaredMethods();
        Arrays.sort(elements, Comparator.comparing(Method::getName));
        return elements;
    }

    private static String constructor(Class<? extends Annotation> type) {
        Type[] values = Arrays.stream(elements(type))
                .map(element -> Type.getType(element.getReturnType()))
                .toArray(Type[]::new);
        return Type.getMethodDescriptor(Type.VOID_TYPE, values);
    }

    /** A class with a field for each element of an annotation. */
    private static byte[] plain(String name, Class<? extends Annotation> type) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String[] interfaces = {Type.getInternalName(type)};
        writer.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, name, null, "java/lang/Object", interfaces);
        MethodVisitor init = writer.visitMethod(0, "<init>", constructor(type), null, null);
        init.visitVarInsn(Opcodes.ALOAD, 0);
        init.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        int variable = 1;
        for (Method element : elements(type)) {
            Type value = Type.getType(element.getReturnType());
            int hidden = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
            writer.visitField(hidden, element.getName(), value.getDescriptor(), null, null);
            init.visitVarInsn(Opcodes.ALOAD, 0);
            init.visitVarInsn(value.getOpcode(Opcodes.ILOAD), variable);
            init.visitFieldInsn(Opcodes.PUTFIELD, name, element.getName(), value.getDescriptor());
            variable += value.getSize();

            String getter = Type.getMethodDescriptor(element);
            MethodVisitor get = writer.visitMethod(Opcodes.ACC_PUBLIC, element.getName(), getter, null, null);
            get.visitVarInsn(Opcodes.ALOAD, 0);
            get.visitFieldInsn(Opcodes.GETFIELD, name, element.getName(), value.getDescriptor());
            end(get, value);
        }
        end(init, Type.VOID_TYPE);
        MethodVisitor kind = writer.visitMethod(Opcodes.ACC_PUBLIC, "annotationType", "()Ljava/lang/Class;", null, null);
        kind.visitLdcInsn(Type.getType(type));
        end(kind, Type.getType(Class.class));
        return writer.toByteArray();
    }

    /** The class that makes all annotations, with a method for each class that bears some. */
    private byte[] rows() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, ROWS, null, "java/lang/Object", null);
        MethodVisitor all = writer.visitMethod(Opcodes.ACC_STATIC, "all", "()Ljava/util/Map;", null, null);
        newMap(all);
        int number = 0;
        for (Map.Entry<String, Map<String, List<Annotation>>> row : rows.entrySet()) {
            String method = "row" + ++number;
            MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, method, "()Ljava/util/Map;", null, null);
            newMap(code);
            row.getValue().forEach((member, annotations) -> {
                Annotation[] several = annotations.toArray(Annotation[]::new);
                put(code, member, () -> push(code, several));
            });
            end(code, Type.getType(Map.class));
            String map = "()Ljava/util/Map;";
            put(all, row.getKey(), () -> all.visitMethodInsn(Opcodes.INVOKESTATIC, ROWS, method, map, false));
        }
        end(all, Type.getType(Map.class));
        return writer.toByteArray();
    }

    private static void newMap(MethodVisitor code) {
        code.visitTypeInsn(Opcodes.NEW, "java/util/HashMap");
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/util/HashMap", "<init>", "()V", false);
    }

    private static void put(MethodVisitor code, String key, Runnable value) {
        code.visitInsn(Opcodes.DUP);
        code.visitLdcInsn(key);
        value.run();
        String put = "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;";
        code.visitMethodInsn(Opcodes.INVOKEINTERFACE, "java/util/Map", "put", put, true);
        code.visitInsn(Opcodes.POP);
    }

    /** Writes code that makes a value of an annotation's element, or an annotation. */
    private static void push(MethodVisitor code, Object value) {
        if (value instanceof Annotation annotation) {
            String name = plainName(annotation.annotationType());
            code.visitTypeInsn(Opcodes.NEW, name);
            code.visitInsn(Opcodes.DUP);
            for (Method element : elements(annotation.annotationType())) {
                push(code, value(annotation, element));
            }
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", constructor(annotation.annotationType()), false);
        } else if (value.getClass().isArray()) {
            code.visitLdcInsn(Array.getLength(value));
            code.visitTypeInsn(Opcodes.ANEWARRAY, Type.getInternalName(value.getClass().getComponentType()));
            for (int i = 0; i < Array.getLength(value); i++) {
                code.visitInsn(Opcodes.DUP);
                code.visitLdcInsn(i);
                push(code, Array.get(value, i));
                code.visitInsn(Opcodes.AASTORE);
            }
        } else if (value instanceof Enum<?> constant) {
            String type = Type.getInternalName(constant.getDeclaringClass());
            code.visitFieldInsn(Opcodes.GETSTATIC, type, constant.name(), "L" + type + ";");
        } else if (value instanceof Class<?> type) {
            if (!Modifier.isPublic(type.getModifiers()) && !type.getName().startsWith("picocli.")) {
                throw new IllegalStateException("an annotation of picocli names " + type.getName()
                        + ", which has to be public: the table of annotations is in the package picocli");
            }
            code.visitLdcInsn(Type.getType(type));
        } else if (value instanceof Boolean truth) {
            code.visitInsn(truth ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
        } else {
            code.visitLdcInsn(value);
        }
    }

    private static Object value(Annotation annotation, Method element) {
        try {
            element.setAccessible(true);
            return element.invoke(annotation);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(annotation + " has no " + element, impossible);
        }
    }

    private static void end(MethodVisitor code, Type result) {
        code.visitInsn(result.getOpcode(Opcodes.IRETURN));
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
