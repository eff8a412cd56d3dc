package io.github.recsyseval.report;

/** A file that was given as a report and is none that can be read. The message is a sentence for the user. */
public final class UnreadableReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableReportException(String message) {
        super(message);
    }

    UnreadableReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
