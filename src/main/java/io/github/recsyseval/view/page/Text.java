package io.github.recsyseval.view.page;

import java.util.ArrayList;
import java.util.List;

/** A line of text with emphasis. It may hold anything that was found in data: whoever writes it escapes it. */
public record Text(List<Span> spans) {
    /** Text of one style. */
    public record Span(Style style, String text) {}

    /** How a span looks. */
    public enum Style {
        PLAIN,
        STRONG,
        CODE,
        /** What holds. */
        GOOD,
        /** What failed. */
        BAD
    }

    public static final Text EMPTY = new Text(List.of());

    public static Text of(String plain) {
        return EMPTY.and(Style.PLAIN, plain);
    }

    public static Text ofCode(String code) {
        return EMPTY.code(code);
    }

    public static Text good(String word) {
        return EMPTY.and(Style.GOOD, word);
    }

    public static Text bad(String word) {
        return EMPTY.and(Style.BAD, word);
    }

    public Text plain(String more) {
        return and(Style.PLAIN, more);
    }

    public Text code(String more) {
        return and(Style.CODE, more);
    }

    public Text strong(String more) {
        return and(Style.STRONG, more);
    }

    public Text and(Text more) {
        List<Span> all = new ArrayList<>(spans);
        all.addAll(more.spans);
        return new Text(List.copyOf(all));
    }

    private Text and(Style style, String more) {
        List<Span> all = new ArrayList<>(spans);
        all.add(new Span(style, more));
        return new Text(List.copyOf(all));
    }
}
