package io.github.recsyseval.text;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;

/**
 * Records as indented JSON: field by field in their order, names in snake case, absent values as null, hidden characters escaped.
 * Jackson's databind would do the same, but looking a hundred records over for its annotations takes it longer than a whole run on
 * a short log.
 */
public final class RecordJson {
    private static final JsonFactory JSON =
            JsonFactory.builder().characterEscapes(new HiddenEscapes()).build();

    /** A record's fields: their names in JSON and how to get their values. */
    private record Shape(String[] names, Method[] accessors) {}

    private final Map<Class<?>, Shape> shapes = new HashMap<>();
    private final JsonGenerator out;
    private final boolean withAbsent;

    /** @param withAbsent whether fields of records that are null are written */
    private RecordJson(JsonGenerator out, boolean withAbsent) {
        this.out = out;
        this.withAbsent = withAbsent;
    }

    /**
     * A record and a newline. Its fields, and what lists and maps in them hold, are records, texts, numbers, booleans and enums.
     *
     * @throws IllegalArgumentException for values of other types
     */
    public static byte[] bytes(Record json) {
        return bytes(json, true);
    }

    /** The same without the fields of records that are null. */
    public static byte[] presentBytes(Record json) {
        return bytes(json, false);
    }

    private static byte[] bytes(Record json, boolean withAbsent) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(new Indented(), bytes)) {
            new RecordJson(out, withAbsent).value(json);
            out.writeRaw('\n');
        }
        return bytes.toByteArray();
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof CharSequence || value instanceof Enum<?>) {
            out.writeString(value.toString());
        } else if (value instanceof Record json) {
            object(json);
        } else if (value instanceof Iterable<?> elements) {
            out.writeStartArray();
            elements.forEach(this::value);
            out.writeEndArray();
        } else if (value instanceof Map<?, ?> entries) {
            out.writeStartObject();
            entries.forEach((key, element) -> {
                out.writeName(String.valueOf(key));
                value(element);
            });
            out.writeEndObject();
        } else {
            scalar(value);
        }
    }

    private void scalar(Object value) {
        if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value instanceof Long || value instanceof Integer) {
            out.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else {
            throw new IllegalArgumentException(
                    "no JSON for a " + value.getClass().getName());
        }
    }

    private void object(Record json) {
        Shape shape = shapes.computeIfAbsent(json.getClass(), RecordJson::shape);
        out.writeStartObject();
        for (int i = 0; i < shape.names.length; i++) {
            try {
                Object value = shape.accessors[i].invoke(json);
                if (value != null || withAbsent) {
                    out.writeName(shape.names[i]);
                    value(value);
                }
            } catch (ReflectiveOperationException never) {
                throw new IllegalStateException(never);
            }
        }
        out.writeEndObject();
    }

    private static Shape shape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        String[] names = new String[components.length];
        Method[] accessors = new Method[components.length];
        for (int i = 0; i < components.length; i++) {
            names[i] = snakeCase(components[i].getName());
            accessors[i] = components[i].getAccessor();
            accessors[i].setAccessible(true);
        }
        return new Shape(names, accessors);
    }

    private static String snakeCase(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                out.append('_').append(Character.toLowerCase(c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new IndentedJson();
        }
    }
}
