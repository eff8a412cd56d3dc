package picocli;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;

/**
 * The annotations of picocli on the classes and fields of the jar, as the build found them. Reflection would parse them and make a
 * class for each kind of annotation at every start. The few on methods and their parameters are left to it.
 */
public final class AnnotationTable {
    /** By the name of the class, then by the name of the field; those of the class itself stand under the empty name. */
    private static final Map<String, Map<String, Annotation[]>> ROWS = AnnotationRows.all();

    private static final Annotation[] NONE = {};

    private AnnotationTable() {}

    /** As {@link AnnotatedElement#isAnnotationPresent}. */
    public static boolean isAnnotationPresent(AnnotatedElement element, Class<? extends Annotation> type) {
        return getAnnotation(element, type) != null;
    }

    /** As {@link AnnotatedElement#getAnnotation}. */
    public static <T extends Annotation> T getAnnotation(AnnotatedElement element, Class<T> type) {
        if (element instanceof Class<?> annotated) {
            return find(annotated.getName(), "", type);
        }
        if (element instanceof Field field) {
            return find(field.getDeclaringClass().getName(), field.getName(), type);
        }
        if (element instanceof Method method && !ROWS.containsKey(method.getDeclaringClass().getName())) {
            return null; // Methods of java.lang.Object have annotations.
        }
        return element.getAnnotation(type);
    }

    private static <T extends Annotation> T find(String owner, String member, Class<T> type) {
        for (Annotation annotation : ROWS.getOrDefault(owner, Map.of()).getOrDefault(member, NONE)) {
            if (type.isInstance(annotation)) {
                return type.cast(annotation);
            }
        }
        return null;
    }
}
