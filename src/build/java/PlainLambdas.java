import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A class whose lambdas and method references are objects of small classes beside it, as if they had been written as inner
 * classes. The compiler leaves it to the run time to make these classes, and even if an archive holds them, each one costs every
 * run a tenth of a millisecond to look up.
 *
 * <p>The classes are nestmates, so that they may call the private methods that hold the bodies. Rare forms (serializable ones, ones
 * that widen a number) stay as they are.
 */
final class PlainLambdas extends ClassVisitor {
    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

    private final Map<String, byte[]> made = new LinkedHashMap<>();
    private String owner = "";
    private String host = "";
    private int version;

    PlainLambdas(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /** The classes that were made, by their names. */
    Map<String, byte[]> made() {
        return made;
    }

    /** The name of the class that has to declare them as members of its nest. */
    String host() {
        return host;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
        this.version = version;
        owner = name;
        host = name;
        super.visit(version, access, name, signature, parent, interfaces);
    }

    @Override
    public void visitNestHost(String host) {
        this.host = host;
        super.visitNestHost(host);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
        return new MethodVisitor(Opcodes.ASM9, next) {
            @Override
            public void visitInvokeDynamicInsn(String method, String factory, Handle bootstrap, Object... arguments) {
                if (bootstrap.getOwner().equals(METAFACTORY)
                        && bootstrap.getName().equals("metafactory")) {
                    PlainLambda lambda = new PlainLambda(
                            Type.getReturnType(factory),
                            method,
                            List.of(Type.getArgumentTypes(factory)),
                            (Type) arguments[0],
                            (Handle) arguments[1],
                            (Type) arguments[2]);
                    if (lambda.isPlain()) {
                        String lambdaName = owner + "$Lambda" + (made.size() + 1);
                        made.put(lambdaName, lambda.classFile(lambdaName, host, version));
                        visitMethodInsn(Opcodes.INVOKESTATIC, lambdaName, "of", factory, false);
                        return;
                    }
                }
                super.visitInvokeDynamicInsn(method, factory, bootstrap, arguments);
            }
        };
    }
}
