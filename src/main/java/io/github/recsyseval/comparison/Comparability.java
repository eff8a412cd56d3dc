package io.github.recsyseval.comparison;

import io.github.recsyseval.evaluation.Definitions;
import io.github.recsyseval.evaluation.Definitions.Difference;
import io.github.recsyseval.report.BaselineReport;
import io.github.recsyseval.report.MetricRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Whether the figures of two reports mean the same. */
public final class Comparability {
    private Comparability() {}

    /** The definitions that differ and make a comparison meaningless; empty if there is none. */
    public static List<Difference> incompatible(
            BaselineReport before, BaselineReport after, Definitions ofBefore, Definitions ofAfter) {
        List<Difference> differences = new ArrayList<>(Definitions.incompatible(ofBefore, ofAfter));
        if (!new TreeSet<>(before.breakdowns()).equals(new TreeSet<>(after.breakdowns()))) {
            differences.add(new Difference("--slice", breakdowns(before), breakdowns(after)));
        }
        if (before.run().version().equals(after.run().version())) {
            differences.addAll(otherMetrics(before, after));
        }
        return differences;
    }

    /**
     * What differs without making figures incomparable. Two releases may put the same definition in other words, so between them it is
     * for the reader to judge.
     */
    static List<Difference> worthKnowing(
            BaselineReport before, BaselineReport after, Definitions ofBefore, Definitions ofAfter) {
        List<Difference> differences = new ArrayList<>(Definitions.worthKnowing(ofBefore, ofAfter));
        if (!before.run().version().equals(after.run().version())) {
            differences.add(new Difference(
                    "version of recsys-eval",
                    before.run().version(),
                    after.run().version()));
            differences.addAll(otherMetrics(before, after));
        }
        return differences;
    }

    private static String breakdowns(BaselineReport report) {
        return report.breakdowns().isEmpty() ? "none" : String.join(" ", new TreeSet<>(report.breakdowns()));
    }

    /** Metrics of the same name that are computed otherwise. */
    private static List<Difference> otherMetrics(BaselineReport before, BaselineReport after) {
        List<Difference> differences = new ArrayList<>();
        Map<String, MetricRow> old = before.metrics();
        for (MetricRow now : after.metrics().values()) {
            MetricRow then = old.get(now.name());
            if (then == null) {
                continue;
            }
            if (!then.unit().equals(now.unit())) {
                differences.add(new Difference("unit of " + now.name(), then.unit(), now.unit()));
            }
            String was = then.definition();
            String is = now.definition();
            if (was != null && is != null && !was.equals(is)) {
                differences.add(new Difference("definition of " + now.name(), was, is));
            }
        }
        return differences;
    }
}
