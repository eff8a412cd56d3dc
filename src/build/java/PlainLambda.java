import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * One lambda.
 *
 * @param type the interface that it implements
 * @param method the name of the interface's only method
 * @param captured what it takes along
 * @param erased the method as the interface declares it
 * @param body what it calls, with what it took along in front of the arguments
 * @param meant the method with the types that it is used with
 */
record PlainLambda(Type type, String method, List<Type> captured, Type erased, Handle body, Type meant) {
    /** Whether values go in and out as they are, cast, boxed or unboxed. */
    boolean isPlain() {
        List<Type> parameters = parameters();
        for (int i = 0; i < erased.getArgumentTypes().length; i++) {
            Type known = meant.getArgumentTypes()[i];
            if (!Conversion.exists(erased.getArgumentTypes()[i], known, parameters.get(captured.size() + i))) {
                return false;
            }
        }
        Type wanted = erased.getReturnType();
        return wanted == Type.VOID_TYPE || Conversion.exists(result(), returned(), wanted);
    }

    /**
     * The class whose objects it becomes; its static method {@code of} takes what is captured and returns one.
     *
     * @param host the class whose private methods it may call
     */
    byte[] classFile(String name, String host, int version) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String[] interfaces = {type.getInternalName()};
        int flags = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        writer.visit(version, flags, name, null, "java/lang/Object", interfaces);
        writer.visitNestHost(host);
        for (int i = 0; i < captured.size(); i++) {
            int hidden = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
            writer.visitField(hidden, "captured" + i, captured.get(i).getDescriptor(), null, null);
        }
        String constructor = Type.getMethodDescriptor(Type.VOID_TYPE, captured.toArray(new Type[0]));
        constructor(writer.visitMethod(Opcodes.ACC_PRIVATE, "<init>", constructor, null, null), name);
        String factory = Type.getMethodDescriptor(type, captured.toArray(new Type[0]));
        factory(writer.visitMethod(Opcodes.ACC_STATIC, "of", factory, null, null), name, constructor);
        call(writer.visitMethod(Opcodes.ACC_PUBLIC, method, erased.getDescriptor(), null, null), name);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void constructor(MethodVisitor code, String name) {
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        int variable = 1;
        for (int i = 0; i < captured.size(); i++) {
            Type field = captured.get(i);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(field.getOpcode(Opcodes.ILOAD), variable);
            code.visitFieldInsn(Opcodes.PUTFIELD, name, "captured" + i, field.getDescriptor());
            variable += field.getSize();
        }
        end(code, Type.VOID_TYPE);
    }

    private void factory(MethodVisitor code, String name, String constructor) {
        code.visitCode();
        code.visitTypeInsn(Opcodes.NEW, name);
        code.visitInsn(Opcodes.DUP);
        int variable = 0;
        for (Type argument : captured) {
            code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), variable);
            variable += argument.getSize();
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", constructor, false);
        end(code, type);
    }

    private void call(MethodVisitor code, String name) {
        code.visitCode();
        if (body.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            code.visitTypeInsn(Opcodes.NEW, body.getOwner());
            code.visitInsn(Opcodes.DUP);
        }
        for (int i = 0; i < captured.size(); i++) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, name, "captured" + i, captured.get(i).getDescriptor());
        }
        List<Type> parameters = parameters();
        int variable = 1;
        for (int i = 0; i < erased.getArgumentTypes().length; i++) {
            Type argument = erased.getArgumentTypes()[i];
            code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), variable);
            variable += argument.getSize();
            Conversion.write(code, argument, meant.getArgumentTypes()[i], parameters.get(captured.size() + i));
        }
        code.visitMethodInsn(opcode(), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
        Type wanted = erased.getReturnType();
        if (wanted == Type.VOID_TYPE && result() != Type.VOID_TYPE) {
            code.visitInsn(result().getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
        } else if (wanted != Type.VOID_TYPE) {
            Conversion.write(code, result(), returned(), wanted);
        }
        end(code, wanted);
    }

    private static void end(MethodVisitor code, Type result) {
        code.visitInsn(result.getOpcode(Opcodes.IRETURN));
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private int opcode() {
        return switch (body.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            // A private method of a nestmate.
            case Opcodes.H_INVOKESPECIAL -> body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
            default -> Opcodes.INVOKEVIRTUAL;
        };
    }

    /** What is returned, before a number in an object is taken out of it. */
    private Type returned() {
        return Conversion.isObject(erased.getReturnType()) ? erased.getReturnType() : result();
    }

    private Type result() {
        boolean makes = body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        return makes ? Type.getObjectType(body.getOwner()) : Type.getReturnType(body.getDesc());
    }

    /** What the body takes, from the object it is called on. */
    private List<Type> parameters() {
        List<Type> parameters = new ArrayList<>(List.of(Type.getArgumentTypes(body.getDesc())));
        if (body.getTag() != Opcodes.H_INVOKESTATIC && body.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
            parameters.add(0, Type.getObjectType(body.getOwner()));
        }
        return parameters;
    }
}
