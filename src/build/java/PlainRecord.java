import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A record that calls methods of its own where the compiler left linking to the run time; they do what java.lang.Record asks for. */
final class PlainRecord extends ClassVisitor {
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
                    call(code, Conversion.wrapper(field.type()).getInternalName(), "compare", "(" + twice + ")I");
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
            if (Conversion.isObject(field.type())) {
                call(code, "java/util/Objects", "hashCode", "(Ljava/lang/Object;)I");
            } else {
                call(code, Conversion.wrapper(field.type()).getInternalName(), "hashCode", "(" + field.type().getDescriptor() + ")I");
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
}
