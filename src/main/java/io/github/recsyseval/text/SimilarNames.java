package io.github.recsyseval.text;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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

    /** The names by the form in which a reader sees them, in the order in which they came. */
    private final Map<String, Set<String>> byForm = new LinkedHashMap<>();

    private SimilarNames() {}

    /** Names that stand together, such as those of all arms of an experiment. */
    public static SimilarNames among(Collection<String> names) {
        SimilarNames all = new SimilarNames();
        names.forEach(name -> all.byForm
                .computeIfAbsent(form(name), added -> new LinkedHashSet<>())
                .add(name));
        return all;
    }

    /** Whether another one of the names looks like this one, which need not be one of them. */
    public boolean isAmbiguous(String name) {
        Set<String> same = byForm.getOrDefault(form(name), Set.of());
        return same.size() > (same.contains(name) ? 1 : 0);
    }

    /** A name from data, fit to be shown: where another one looks the same, with every space and every character beyond ASCII as {@code \\u0410}. */
    public String shown(String name) {
        return PrintableText.name(isAmbiguous(name) ? spelled(name) : name);
    }

    /** Names that look the same, at least two together; nothing where all can be told apart. */
    public List<List<String>> alike() {
        return byForm.values().stream()
                .filter(same -> same.size() > 1)
                .<List<String>>map(List::copyOf)
                .toList();
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

    /** What a reader sees of a name. */
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
