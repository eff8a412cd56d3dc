package io.github.recsyseval.validation;

import io.github.recsyseval.text.Counted;
import io.github.recsyseval.text.PrintableText;
import io.github.recsyseval.text.WordWrap;
import io.github.recsyseval.validation.ValidationReport.PlaceRow;
import io.github.recsyseval.validation.ValidationReport.WhenRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where and when something was seen, in as few words as tell it. */
final class Sightings {
    private static final int LONGEST_NAME = 300;

    private final List<String> files;
    private final int sharedFolder;

    /** @param files all that were read */
    Sightings(List<String> files) {
        this.files = files;
        sharedFolder = sharedFolder(files);
    }

    /** {@code first: line 7, since 2026-11-20 07:12 UTC}. */
    String of(PlaceRow first, @Nullable WhenRow when, long count) {
        String times = Words.when(when, count);
        return "first: " + place(first) + (times.isEmpty() ? "" : ", " + times);
    }

    /** The lines of a sentence and, behind it or below it, a sighting. */
    static List<String> behind(String sentence, String sighting, int width) {
        List<String> lines = new ArrayList<>(WordWrap.lines(sentence, width));
        String last = lines.get(lines.size() - 1) + "; " + sighting;
        if (last.length() <= width) {
            lines.set(lines.size() - 1, last);
        } else {
            lines.addAll(WordWrap.lines(sighting, width));
        }
        return lines;
    }

    /** Behind "in": the only file, or how many there are and the folder of all. */
    String inputs() {
        if (files.size() == 1) {
            return name(files.get(0));
        }
        return Counted.of(files.size(), "file", "files")
                + (sharedFolder == 0 ? "" : " below " + name(files.get(0).substring(0, sharedFolder)));
    }

    /** Only the line when there is one file, else the file below the folder of all. */
    private String place(PlaceRow place) {
        return files.size() == 1
                ? "line " + place.line()
                : name(place.file().substring(sharedFolder) + ":" + place.line());
    }

    /** File names are data, too. */
    private static String name(String text) {
        return PrintableText.text(text, LONGEST_NAME);
    }

    private static int sharedFolder(List<String> files) {
        String shared = files.isEmpty() ? "" : files.get(0);
        for (String file : files) {
            int same = 0;
            while (same < Math.min(shared.length(), file.length()) && shared.charAt(same) == file.charAt(same)) {
                same++;
            }
            shared = shared.substring(0, same);
        }
        return shared.lastIndexOf('/') + 1;
    }
}
