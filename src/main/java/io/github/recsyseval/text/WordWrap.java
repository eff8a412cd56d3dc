package io.github.recsyseval.text;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of at most so many characters, broken between words. No word is ever cut; one that is too long stands alone. */
public final class WordWrap {
    /** The columns of a terminal that nobody made wider. */
    public static final int TERMINAL = 80;

    private WordWrap() {}

    /** The lines of a text that is broken at its blanks; one empty line of an empty text. */
    public static List<String> lines(String text, int width) {
        return lines(List.of(text.split(" ", -1)), width);
    }

    /** The lines of words that may hold blanks themselves, at which they are not broken. */
    public static List<String> lines(List<String> words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The lines of a paragraph for a terminal: words behind a beginning, and behind another one on further lines. */
    public static List<String> paragraph(String first, String further, List<String> words) {
        List<String> lines = lines(words, TERMINAL - Math.max(first.length(), further.length()));
        List<String> paragraph = new ArrayList<>(List.of(first + lines.get(0)));
        lines.subList(1, lines.size()).forEach(line -> paragraph.add(further + line));
        return paragraph;
    }
}
