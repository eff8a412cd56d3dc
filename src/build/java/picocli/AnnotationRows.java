package picocli;

import java.lang.annotation.Annotation;
import java.util.Map;

/** What stands in the {@link AnnotationTable}. Nothing in the sources; the build writes this class (see PlainAnnotations). */
final class AnnotationRows {
    private AnnotationRows() {}

    static Map<String, Map<String, Annotation[]>> all() {
        return Map.of();
    }
}
