package io.github.recsyseval.view.page;

import java.util.List;

/**
 * A report laid out: verdicts first, then sections in the order in which people need them.
 *
 * @param verdicts the answers in one line each
 * @param remarks what a reader should know before using the numbers
 */
public record Page(String title, List<Verdict> verdicts, List<Text> remarks, List<Section> sections) {

    /**
     * One answer.
     *
     * @param mood how it bodes
     * @param word the answer in a word or two, such as {@code Trusted.}
     * @param detail what it rests on
     * @param because what failed, one text each; empty when nothing did
     */
    public record Verdict(Mood mood, String word, Text detail, List<Text> because) {}

    /** How a verdict bodes. */
    public enum Mood {
        GOOD,
        BAD,
        NEUTRAL
    }

    /**
     * A part of the page under a heading.
     *
     * @param id names it in links
     */
    public record Section(String id, String title, List<Block> blocks) {
        /** Whether tables need their captions, because they are not all that stands under the heading. */
        public boolean namesTables() {
            return blocks.stream()
                            .filter(block -> block instanceof Table
                                    || block instanceof Block.Figures
                                    || block instanceof Block.Entries)
                            .count()
                    > 1;
        }
    }
}
