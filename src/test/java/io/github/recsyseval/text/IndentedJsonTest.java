package io.github.recsyseval.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

class IndentedJsonTest {
    @Test
    void writesWhatTheLibrarysOwnPrinterWrites() {
        DefaultPrettyPrinter library = new DefaultPrettyPrinter();
        library.indentObjectsWith(new DefaultIndenter("  ", "\n"));

        String json = document(new IndentedJson());

        assertThat(json).isEqualTo(document(library));
        assertThat(json)
                .startsWith("{\n  \"empty\" : { },\n  \"none\" : [ ],\n  \"list\" : [ 1, [ 2 ], {\n    \"a\" : ");
    }

    private static String document(PrettyPrinter printer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ObjectWriteContext context = new ObjectWriteContext.Base() {
            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }

            @Override
            public PrettyPrinter getPrettyPrinter() {
                return printer;
            }
        };
        try (JsonGenerator out = JsonFactory.builder().build().createGenerator(context, bytes)) {
            out.writeStartObject();
            out.writeName("empty");
            out.writeStartObject();
            out.writeEndObject();
            out.writeName("none");
            out.writeStartArray();
            out.writeEndArray();
            out.writeName("list");
            out.writeStartArray();
            out.writeNumber(1);
            out.writeStartArray();
            out.writeNumber(2);
            out.writeEndArray();
            out.writeStartObject();
            out.writeName("a");
            out.writeNull();
            out.writeName("b");
            out.writeString("x");
            out.writeEndObject();
            out.writeEndArray();
            out.writeName("last");
            out.writeBoolean(true);
            out.writeEndObject();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
