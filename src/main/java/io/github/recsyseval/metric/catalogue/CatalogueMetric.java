package io.github.recsyseval.metric.catalogue;

import io.github.recsyseval.metric.ranking.Cutoff;
import java.util.Locale;

/**
 * A metric of all lists together, over their first k positions. c_i is how often item i stands there, S = sum c_i.
 *
 * @param kind which one
 * @param cutoff how far down the lists it looks
 */
public record CatalogueMetric(Kind kind, Cutoff cutoff) {

    /** The metrics; their names on the command line are those of the constants, in small letters. */
    public enum Kind {
        /** Share of the items that are shown at all. */
        COVERAGE,
        /** Gini coefficient: 0 if all items are shown equally often, near 1 if one item is shown always. */
        GINI,
        /** Entropy of the shares c_i / S relative to that of showing all items equally often, in [0, 1]. */
        ENTROPY,
        /** The same relative to showing equally often what is shown (Pielou 1966), in [0, 1]. */
        EVENNESS,
        /** exp(entropy): as many items, shown equally often, would have the same entropy. */
        EFFECTIVE_CATALOGUE,
        /** Mean self-information of what is shown, in bits. */
        NOVELTY,
        /** Share of the slots outside the popular head. */
        LONG_TAIL_SHARE,
        /** 1 - the share of its items that a list has in common with another one, on average. */
        PERSONALISATION
    }

    /** As in reports: {@code gini@10}; coverage without a catalogue is {@code observed_coverage@10}. */
    public String name(Catalogue catalogue) {
        String base = kind.name().toLowerCase(Locale.ROOT);
        String prefix = kind == Kind.COVERAGE && !catalogue.isGiven() ? "observed_" : "";
        return prefix + base + (cutoff.equals(Cutoff.NONE) ? "" : "@" + cutoff.k());
    }

    /** Which way is an improvement. */
    public boolean higherIsBetter() {
        return kind != Kind.GINI;
    }

    /** Whether the value lies in [0, 1]. */
    public boolean isShare() {
        return kind != Kind.EFFECTIVE_CATALOGUE && kind != Kind.NOVELTY;
    }

    /** What exactly is computed, to be printed beside the number. */
    public String definition(Catalogue catalogue, Popularity popularity) {
        String where = cutoff.equals(Cutoff.NONE) ? "the lists" : "the first " + cutoff.k();
        String counts = "c = how often an item is in " + where;
        return switch (kind) {
            case COVERAGE -> "items in " + where + " of any list / " + catalogue.words();
            case GINI -> "sum (2 j - m - 1) c_(j) / (m sum c) over " + catalogue.words() + ", " + counts;
            case ENTROPY -> "entropy of c / ln m, m = " + catalogue.words() + ", " + counts;
            case EVENNESS -> "entropy of c / ln of the number of items shown, " + counts;
            case EFFECTIVE_CATALOGUE -> "exp(entropy of c), " + counts;
            case NOVELTY -> "mean of -log2 popularity over " + where + "; " + popularity.words();
            case LONG_TAIL_SHARE ->
                "share of " + where + " on items outside the most popular ones that hold 80 % of popularity; "
                        + popularity.words();
            case PERSONALISATION ->
                "1 - mean number of items that two lists share in " + where + " / mean number of items there";
        };
    }

    /** The value, or why there is none. */
    public CatalogueFigure figure(CatalogueTally tally, Catalogue catalogue, Popularity popularity) {
        String name = name(catalogue);
        String definition = definition(catalogue, popularity);
        if (tally.hasTooManyItems()) {
            return CatalogueFigure.none(name, definition, "too many items");
        }
        ItemCounts counts = new ItemCounts(tally, cutoff, catalogue);
        if (tally.slots(cutoff) == 0) {
            return CatalogueFigure.none(name, definition, "no items shown");
        }
        if (counts.slots() == 0 && isOfDistribution()) {
            return CatalogueFigure.none(name, definition, "no items of the catalogue shown");
        }
        if (kind == Kind.PERSONALISATION && tally.lists() < 2) {
            return CatalogueFigure.none(name, definition, "one list");
        }
        if (catalogue instanceof Catalogue.Size size && counts.distinct() > size.items()) {
            return CatalogueFigure.none(name, definition, "more items shown than the catalogue has");
        }
        double value = switch (kind) {
            case COVERAGE -> counts.coverage();
            case GINI -> counts.gini();
            case ENTROPY -> counts.relativeEntropy();
            case EVENNESS -> counts.evenness();
            case EFFECTIVE_CATALOGUE -> StrictMath.exp(counts.entropy());
            case NOVELTY -> SlotMeans.novelty(tally, cutoff, popularity);
            case LONG_TAIL_SHARE -> SlotMeans.longTailShare(tally, cutoff, popularity);
            case PERSONALISATION -> SlotMeans.personalisation(tally, cutoff);
        };
        return CatalogueFigure.of(name, definition, value);
    }

    private boolean isOfDistribution() {
        return kind == Kind.GINI || kind == Kind.ENTROPY || kind == Kind.EVENNESS || kind == Kind.EFFECTIVE_CATALOGUE;
    }
}
