import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** How a value of one type becomes one of another: by a cast, or by being put into an object or taken out of it. */
final class Conversion {
    private static final Type OBJECT = Type.getType(Object.class);

    private Conversion() {}

    /**
     * Whether there is code for it.
     *
     * @param from what is there
     * @param known as what it is known, if it is an object
     * @param to what is wanted
     */
    static boolean exists(Type from, Type known, Type to) {
        if (isObject(from)) {
            return isObject(to) || known.equals(wrapper(to));
        }
        return isObject(to) || from.equals(to);
    }

    /** Writes the code; see {@link #exists}. */
    static void write(MethodVisitor code, Type from, Type known, Type to) {
        if (isObject(from)) {
            if (!known.equals(from) && !known.equals(OBJECT)) {
                code.visitTypeInsn(Opcodes.CHECKCAST, known.getInternalName());
            }
            if (!isObject(to)) {
                String value = Type.getMethodDescriptor(to);
                code.visitMethodInsn(
                        Opcodes.INVOKEVIRTUAL, known.getInternalName(), to.getClassName() + "Value", value, false);
            }
        } else if (isObject(to)) {
            Type wrapper = wrapper(from);
            String valueOf = Type.getMethodDescriptor(wrapper, from);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, wrapper.getInternalName(), "valueOf", valueOf, false);
        }
    }

    static boolean isObject(Type type) {
        return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
    }

    /** The class whose objects hold values of a primitive type. */
    static Type wrapper(Type primitive) {
        return Type.getType(
                switch (primitive.getSort()) {
                    case Type.BOOLEAN -> Boolean.class;
                    case Type.BYTE -> Byte.class;
                    case Type.CHAR -> Character.class;
                    case Type.SHORT -> Short.class;
                    case Type.INT -> Integer.class;
                    case Type.LONG -> Long.class;
                    case Type.FLOAT -> Float.class;
                    case Type.DOUBLE -> Double.class;
                    default -> throw new IllegalArgumentException(primitive.toString());
                });
    }
}
