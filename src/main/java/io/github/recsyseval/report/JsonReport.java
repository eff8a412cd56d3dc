package io.github.recsyseval.report;

import io.github.recsyseval.text.RecordJson;
import java.io.IOException;
import java.io.OutputStream;

/** The canonical form: the records as JSON, field by field in their order, absent values as null. */
public final class JsonReport {
    private JsonReport() {}

    /** Writes a record, and a newline. */
    public static void write(Record report, OutputStream out) throws IOException {
        out.write(RecordJson.bytes(report));
    }

    /** The same without the fields that are null. */
    public static void writePresent(Record report, OutputStream out) throws IOException {
        out.write(RecordJson.presentBytes(report));
    }
}
