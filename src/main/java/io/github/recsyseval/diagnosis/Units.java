package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Spoiled;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.rows.RowsByKey;
import java.util.List;

/**
 * J14: conversions of one item whose values form two groups with a gap between them: hundredths and whole units, or two currencies. The
 * conversions of each item are taken two by two, and {@link RatioGap} looks at the ratios of all those pairs, of which there are more in
 * larger logs but no larger ones. Share of the pairs.
 */
final class Units implements Detector {
    @Override
    public List<Finding> detect(Evidence evidence) {
        OutcomeIndex outcomes = evidence.outcomes();
        RatioGap ratios = new RatioGap();
        RowsByKey.visit(
                outcomes.size(),
                outcomes::item,
                row -> outcomes.isKeptConversion(row) && outcomes.value(row) > 0,
                (order, from, to) -> {
                    // rows lie in the order of the hashes of their requests, so neighbours are pairs at random
                    for (int i = from; i + 1 < to; i += 2) {
                        ratios.add(outcomes.value(order[i]), outcomes.value(order[i + 1]));
                    }
                });
        return ratios
                .find()
                .map(gap -> Finding.of(
                                FindingCode.J14,
                                gap.beyond(),
                                ratios.pairs(),
                                "pairs of conversions of one item",
                                "in " + Words.percent(gap.beyond(), ratios.pairs()) + " of "
                                        + Words.count(ratios.pairs())
                                        + " pairs of conversions of one item the larger value is about "
                                        + Words.about(gap.factor()) + " times the other, and in hardly any less")
                        .spoiling(Spoiled.VALUES))
                .stream()
                .toList();
    }
}
