package io.github.recsyseval.sample.log;

/**
 * What a written file consists of.
 *
 * @param lines lines that are not blank, an unfinished last one included
 * @param blank blank lines
 * @param crlf  lines that end in CR LF
 * @param bom   whether it begins with a byte order mark
 * @param cut   whether its last line is unfinished
 */
public record FileCounts(LogStream stream, long lines, long blank, long crlf, boolean bom, boolean cut) {}
