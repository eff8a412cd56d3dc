package io.github.recsyseval.view;

import io.github.recsyseval.text.Hidden;
import io.github.recsyseval.view.page.Text;
import io.github.recsyseval.view.page.Text.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Text in lines of a width, broken between words. Nothing from data acts on a terminal. */
final class TextLines {
    private static final int LONGEST = 1000;
    /** They stay with their number. */
    private static final Set<String> UNITS = Set.of("%", "pp", "ms");

    /** Where names end in which others go on. */
    private static final Pattern PIECES = Pattern.compile("(?<=[_|/])(?=.)");

    private final StringBuilder out = new StringBuilder();
    private final int width;
    private final boolean colour;

    /** @param colour whether what is good, bad or strong is coloured */
    TextLines(int width, boolean colour) {
        this.width = width;
        this.colour = colour;
    }

    /** A text as it is shown, without colour. */
    static String plain(Text text) {
        StringBuilder plain = new StringBuilder();
        text.spans().forEach(span -> plain.append(shown(span.text())));
        return plain.toString();
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String shown(String text) {
        return Hidden.shown(text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text);
    }

    /** Text behind a beginning of the line; further lines are indented by as much as the beginning is long. */
    void paragraph(String beginning, Text text) {
        int indent = length(beginning);
        out.append(beginning);
        int column = indent;
        boolean first = true;
        for (Word word : words(text)) {
            boolean fits = column + 1 + word.length <= width;
            if (!first && fits) {
                out.append(' ');
                column++;
            } else if (!first) {
                out.append('\n').append(" ".repeat(indent));
                column = indent;
            }
            out.append(word.inked);
            column += word.length;
            first = false;
        }
        newLine();
    }

    /** One line of a text: with its colours, and how many columns it takes. */
    record Line(String inked, int length) {
        static final Line EMPTY = new Line("", 0);
    }

    /**
     * A text in lines of a width.
     *
     * @param indent in front of all lines but the first
     */
    List<Line> broken(Text text, int width, String indent) {
        int length = length(plain(text));
        if (length <= width) {
            return List.of(new Line(inked(text), length)); // as it is, blanks of names included
        }
        List<Line> broken = new ArrayList<>();
        Line line = Line.EMPTY;
        for (Word word : words(text)) {
            String space = line.equals(Line.EMPTY) ? "" : " ";
            boolean fits = word.length <= width - length(indent);
            for (Word piece : fits ? List.of(word) : word.pieces()) {
                if (!line.equals(Line.EMPTY) && line.length + space.length() + piece.length > width) {
                    broken.add(line);
                    line = new Line(indent + piece.inked, length(indent) + piece.length);
                } else {
                    line = new Line(line.inked + space + piece.inked, line.length + space.length() + piece.length);
                }
                space = "";
            }
        }
        broken.add(line);
        return broken;
    }

    /**
     * The length of what stays in one line however narrow it is.
     *
     * @param inWords whether long names may be broken, too
     */
    int longest(Text text, boolean inWords) {
        return words(text).stream()
                .flatMap(word -> inWords ? word.pieces().stream() : Stream.of(word))
                .mapToInt(word -> word.length)
                .max()
                .orElse(0);
    }

    /** What stands between spaces, of one style or several. */
    private final class Word {
        private final List<Text.Span> spans = new ArrayList<>();
        private final StringBuilder inked = new StringBuilder();
        private int length;

        void append(Style style, String part) {
            spans.add(new Text.Span(style, part));
            inked.append(TextLines.this.inked(style, part));
            length += TextLines.length(part);
        }

        /** A name where it may be broken: {@code latency_} and {@code p99_} and {@code ms}. */
        List<Word> pieces() {
            List<Word> pieces = new ArrayList<>();
            boolean ended = true;
            for (Text.Span span : spans) {
                for (String part : PIECES.split(span.text(), -1)) {
                    if (ended) {
                        pieces.add(new Word());
                    }
                    pieces.get(pieces.size() - 1).append(span.style(), part);
                    ended = PIECES.matcher(part + " ").find();
                }
            }
            return pieces;
        }
    }

    private List<Word> words(Text text) {
        List<Word> words = new ArrayList<>();
        boolean spaced = true;
        for (Text.Span span : text.spans()) {
            String[] parts = shown(span.text()).split(" ", -1);
            for (int i = 0; i < parts.length; i++) {
                spaced |= i > 0;
                if (parts[i].isEmpty()) {
                    continue;
                }
                if (spaced && UNITS.contains(parts[i].replaceFirst("[,;.)]+$", "")) && !words.isEmpty()) {
                    words.get(words.size() - 1).append(Style.PLAIN, " ");
                } else if (spaced) {
                    words.add(new Word());
                }
                words.get(words.size() - 1).append(span.style(), parts[i]);
                spaced = false;
            }
        }
        return words;
    }

    /** A line as it is, cut nowhere. */
    void line(String text) {
        out.append(text.stripTrailing());
        newLine();
    }

    void newLine() {
        out.append('\n');
    }

    /** A text in the colours of its styles, if there are colours. */
    String inked(Text text) {
        StringBuilder inked = new StringBuilder();
        text.spans().forEach(span -> inked.append(inked(span.style(), shown(span.text()))));
        return inked.toString();
    }

    /** A word in the colour of its style, if there are colours. */
    String inked(Style style, String word) {
        String code = switch (style) {
            case GOOD -> "32";
            case BAD -> "1;31";
            case STRONG -> "1";
            case PLAIN, CODE -> "";
        };
        return !colour || code.isEmpty() || word.isEmpty() ? word : "\u001B[" + code + "m" + word + "\u001B[0m";
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
