package io.github.recsyseval.metric;

import io.github.recsyseval.text.DidYouMean;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which outcomes make an item relevant, and how much. An item with several outcomes counts once, with the largest gain.
 *
 * @param click gain of a clicked item; 0 when clicks do not make an item relevant
 * @param conversion gain of a converted item; 0 likewise
 */
public record Relevance(double click, double conversion) {

    private static final List<String> EVENTS = List.of("click", "conversion");
    /** A click or a conversion makes an item relevant. */
    public static final Relevance DEFAULT = new Relevance(1, 1);

    /**
     * Reads {@code click}, {@code conversion}, {@code click,conversion} or {@code click=1,conversion=3}; what is not named is not
     * relevant.
     *
     * @throws InvalidMetricException for another event, a gain that is no number from 0 to 1e100, or no gain above 0
     */
    public static Relevance parse(String text) {
        Map<String, Double> gains = new TreeMap<>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            String event = (equals < 0 ? part : part.substring(0, equals)).strip();
            if (!EVENTS.contains(event)) {
                throw new InvalidMetricException("relevance \"" + text + "\": there is no event \"" + event
                        + "\", only click and conversion" + DidYouMean.hint(event, EVENTS));
            }
            double gain = equals < 0 ? 1 : gain(text, part.substring(equals + 1).strip());
            if (gains.put(event, gain) != null) {
                throw new InvalidMetricException("relevance \"" + text + "\": " + event + " is given twice");
            }
        }
        Relevance relevance = new Relevance(gains.getOrDefault("click", 0.0), gains.getOrDefault("conversion", 0.0));
        if (relevance.click == 0 && relevance.conversion == 0) {
            throw new InvalidMetricException("relevance \"" + text + "\": nothing would be relevant");
        }
        return relevance;
    }

    private static double gain(String text, String number) {
        if (number.matches("[0-9]{1,15}(\\.[0-9]{1,15})?")) {
            return Double.parseDouble(number);
        }
        throw new InvalidMetricException(
                "relevance \"" + text + "\": a gain is a number from 0 up, as in conversion=3");
    }

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
