package io.github.recsyseval.sample.fault;

import java.util.List;

/** Files that a reader must cope with. They change no record; the files are written accordingly and counted there. */
public final class FileFaults {
    public static final String CRLF = "crlf";
    public static final String BOM = "bom";
    public static final String BLANK_LINES = "blank-lines";
    public static final String CUT_LAST_LINE = "cut-last-line";

    private FileFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(CRLF, "a file went through Windows", "lines", "lines that end in CR LF", Base.LINES),
                fault(
                        BOM,
                        "an editor or a spreadsheet put a byte order mark in front",
                        "files",
                        "files that begin with a byte order mark",
                        Base.FILES),
                fault(
                        BLANK_LINES,
                        "files are joined by a script that adds empty lines",
                        "lines: a blank one follows",
                        "blank lines",
                        Base.LINES),
                fault(
                        CUT_LAST_LINE,
                        "the log is still being written: behind the last line stands the beginning of another one",
                        "files",
                        "unfinished last lines",
                        Base.FILES));
    }

    private static Fault fault(String name, String imitates, String rateOf, String counts, Base base) {
        return new Fault(name, "", imitates, rateOf, counts, Census.of(base), (log, chance) -> {});
    }
}
