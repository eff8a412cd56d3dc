package io.github.recsyseval.join;

/**
 * When two outcomes on the same request, user, item and event type count once: never, when they also agree in time and value
 * ({@code exact}), or when the later comes at most a given time after one that counts ({@code window:2s}).
 *
 * @param windowMicros -1 for never, 0 for exact, otherwise the window in microseconds
 */
public record OutcomeDedupe(long windowMicros) {
    public static final OutcomeDedupe NONE = new OutcomeDedupe(-1);
    public static final OutcomeDedupe EXACT = new OutcomeDedupe(0);

    /** The window that reports try out: a double click or a retried request comes within it. */
    public static final OutcomeDedupe TWO_SECONDS = new OutcomeDedupe(2_000_000);

    /** Every repetition, however late. */
    public static final OutcomeDedupe AT_ANY_TIME = new OutcomeDedupe(Long.MAX_VALUE);

    boolean isOn() {
        return windowMicros >= 0;
    }

    /** {@code none}, {@code exact} or for example {@code window:2s}, as on the command line. */
    public String words() {
        if (!isOn()) {
            return "none";
        }
        return windowMicros == 0 ? "exact" : "window:" + Attribution.duration(windowMicros);
    }
}
