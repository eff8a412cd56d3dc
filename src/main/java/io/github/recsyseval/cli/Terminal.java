package io.github.recsyseval.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The three standard streams, so that tests can bring their own. Results go to {@code out}, messages to {@code err}. */
record Terminal(InputStream in, OutputStream out, PrintStream err) {
    /** The streams of this process. */
    static Terminal standard() {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new Terminal(System.in, new FileOutputStream(FileDescriptor.out), err);
    }
}
