package io.github.recsyseval.comparison;

import io.github.recsyseval.evaluation.Deltas;
import io.github.recsyseval.report.DeltaRow;
import io.github.recsyseval.report.MetricRow;
import java.util.Set;

/**
 * How figures of a section of two reports compare. Better or worse is only what rests on data that is trusted on both sides and on outcomes
 * that have come as far on both; figures of the data quality itself are what an untrusted report is about.
 *
 * @param incomplete figures whose outcomes are still to come on one side
 */
record Moves(String section, Set<String> incomplete) {
    private static final String DATA_QUALITY = "data_quality";

    DeltaRow change(MetricRow after, MetricRow before) {
        DeltaRow change = Deltas.unpaired(after, before);
        boolean trusted = section.equals(DATA_QUALITY) || after.trusted() && before.trusted();
        return trusted && !incomplete.contains(after.name()) ? change : change.untrusted();
    }
}
