package io.github.recsyseval.metric.catalogue;

import java.util.Optional;

/**
 * A value of a catalogue metric, or why there is none.
 *
 * @param name as in reports
 * @param definition what was computed
 * @param value NaN exactly when {@code whyNot} is there
 * @param whyNot a few words for the report
 */
public record CatalogueFigure(String name, String definition, double value, Optional<String> whyNot) {

    static CatalogueFigure of(String name, String definition, double value) {
        return new CatalogueFigure(name, definition, value, Optional.empty());
    }

    static CatalogueFigure none(String name, String definition, String whyNot) {
        return new CatalogueFigure(name, definition, Double.NaN, Optional.of(whyNot));
    }
}
