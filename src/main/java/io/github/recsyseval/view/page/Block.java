package io.github.recsyseval.view.page;

import java.util.List;

/** A piece of a section. */
public sealed interface Block permits Block.Paragraph, Block.Bullets, Block.Entries, Block.Figures, Table, Chart {
    /** A paragraph. */
    record Paragraph(Text text) implements Block {}

    /** A list. */
    record Bullets(List<Text> items) implements Block {}

    /**
     * A list whose entries have something to say below them.
     *
     * @param caption what it lists; empty where the heading says it
     */
    record Entries(String caption, List<Entry> entries) implements Block {}

    /** What it is about, and a line for each thing that is to be said about it. */
    record Entry(Text head, List<Text> below) {}

    /**
     * The main figures of a section, each with what belongs to it.
     *
     * @param unit what {@code n} counts
     */
    record Figures(String caption, String unit, List<Figure> figures) implements Block {
        /** Whether any of them has a limit. */
        public boolean hasLimits() {
            return figures.stream().anyMatch(figure -> !figure.limits().isEmpty());
        }
    }

    /**
     * One figure, as text.
     *
     * @param interval the interval, or the reason why there is none
     * @param users empty where users play no part
     * @param notes what the user declared about it, and what its interval lacks
     * @param limits the limits on it; empty when there are none
     */
    record Figure(
            String name,
            String value,
            String interval,
            boolean hasInterval,
            String n,
            String users,
            List<String> notes,
            List<Limit> limits) {}

    /** A limit and whether it holds. */
    record Limit(String demand, boolean holds) {}
}
