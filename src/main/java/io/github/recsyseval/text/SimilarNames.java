package io.github.recsyseval.text;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/**
 * Names that a reader takes for the same: they differ in case, in spaces, in characters without a shape of their own, or in letters of
 * other alphabets that look Latin.
 */
public final class SimilarNames {
    /** Cyrillic and Greek letters, each with the Latin one that it looks like at the same place. */
    private static final String ALIKE =
            "\u0410\u0412\u0421\u0415\u041D\u0406\u0408\u041A\u041C\u041E\u0420\u0405\u0422\u0425\u0423\u0430\u0441\u0435\u0456\u0458\u043E\u0440\u0455\u0445\u0443\u04BB"
                    + "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03BF\u03BD";

    private static final String LATIN = "ABCEHIJKMOPSTXYaceijopsxyh" + "ABEZHIKMNOPTYXov";

    private SimilarNames() {}

    /** Whether two different names look the same. */
    public static boolean alike(String name, String other) {
        return !name.equals(other) && form(name).equals(form(other));
    }

    /**
     * A name from data, fit to be shown: where another one looks the same, with every space and every character beyond ASCII as
     * {@code \\u0410}.
     *
     * @param all names among which it stands
     */
    public static String shown(String name, Collection<String> all) {
        boolean ambiguous = all.stream().anyMatch(other -> alike(name, other));
        return PrintableText.name(ambiguous ? spelled(name) : name);
    }

    private static String spelled(String name) {
        StringBuilder out = new StringBuilder();
        name.codePoints().forEach(character -> {
            if (character > ' ' && character < 0x7F) {
                out.appendCodePoint(character);
            } else {
                out.append(String.format(Locale.ROOT, "\\u%04X", character));
            }
        });
        return out.toString();
    }

    private static String form(String name) {
        StringBuilder out = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKC).codePoints().forEach(character -> {
            boolean shapeless = Character.isWhitespace(character)
                    || Character.isISOControl(character)
                    || Character.getType(character) == Character.FORMAT;
            if (!shapeless) {
                int place = ALIKE.indexOf(character);
                out.appendCodePoint(place < 0 ? character : LATIN.charAt(place));
            }
        });
        return out.toString().toLowerCase(Locale.ROOT);
    }
}
