package io.github.recsyseval.comparison;

import io.github.recsyseval.evaluation.Deltas;
import io.github.recsyseval.report.DeltaRow;
import io.github.recsyseval.report.MetricRow;

/** How figures of a section of two reports compare. */
enum Moves {
    /** Figures that rest on the data: better or worse only where that is trusted on both sides. */
    OF_FIGURES,
    /** Figures of the data itself, which is what an untrusted report is about. */
    OF_DATA_QUALITY;

    private static final String DATA_QUALITY = "data_quality";

    static Moves of(String section) {
        return section.equals(DATA_QUALITY) ? OF_DATA_QUALITY : OF_FIGURES;
    }

    DeltaRow change(MetricRow after, MetricRow before) {
        DeltaRow change = Deltas.unpaired(after, before);
        boolean carries = this == OF_DATA_QUALITY || after.trusted() && before.trusted();
        return carries ? change : change.untrusted();
    }
}
