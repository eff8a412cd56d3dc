package io.github.recsyseval.metric;

/**
 * Which outcomes make an item relevant, and how much. An item with several outcomes counts once, with the largest gain.
 *
 * @param click gain of a clicked item; 0 when clicks do not make an item relevant
 * @param conversion gain of a converted item; 0 likewise
 */
public record Relevance(double click, double conversion) {
    /** A click or a conversion makes an item relevant. */
    public static final Relevance DEFAULT = new Relevance(1, 1);

    double gain(boolean isClick) {
        return isClick ? click : conversion;
    }

    /** As on the command line: {@code click=1,conversion=3}. */
    public String words() {
        return "click=" + number(click) + ",conversion=" + number(conversion);
    }

    private static String number(double gain) {
        return gain == Math.rint(gain) ? Long.toString((long) gain) : Double.toString(gain);
    }
}
