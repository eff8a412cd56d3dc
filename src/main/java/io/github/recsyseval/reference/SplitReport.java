package io.github.recsyseval.reference;

import io.github.recsyseval.experiment.ArmsInSlices.SplitInSlice;
import io.github.recsyseval.report.SampleRatioRow;
import io.github.recsyseval.stat.BenjaminiHochberg;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The split of the users in the form of the Go tool. */
final class SplitReport {
    private final SplitSettings settings;
    private final Settings asked;
    private final SplitInSlice total;

    /** @param asked the section of the file */
    SplitReport(SplitSettings settings, Settings asked, SplitInSlice total) {
        this.settings = settings;
        this.asked = asked;
        this.total = total;
    }

    /** @param slices by name; empty where the file does not ask for them */
    RunExperiment.Srm srm(Map<String, SplitInSlice> slices) {
        List<Map.Entry<String, SplitInSlice>> sorted = List.copyOf(new TreeMap<>(slices).entrySet());
        double[] p =
                sorted.stream().mapToDouble(slice -> pValue(slice.getValue())).toArray();
        double[] adjusted = BenjaminiHochberg.adjusted(p);
        Map<String, RunExperiment.SrmResult> bySegment = new TreeMap<>();
        for (int i = 0; i < adjusted.length; i++) {
            bySegment.put(sorted.get(i).getKey(), result(sorted.get(i).getValue(), adjusted[i]));
        }
        return new RunExperiment.Srm(
                settings.expected().alpha(),
                settings.expected().fewestUsers(),
                result(total, null),
                bySegment.isEmpty() ? null : bySegment);
    }

    private static double pValue(SplitInSlice split) {
        Double p = split.test().pValue();
        return p == null ? 1 : p;
    }

    /** A segment is off by its adjusted p-value, since there may be many of them. */
    private RunExperiment.SrmResult result(SplitInSlice split, @Nullable Double adjusted) {
        SampleRatioRow test = split.test();
        boolean detected = adjusted == null
                ? test.failed()
                : test.failed()
                        && (adjusted < test.alpha() || !test.unexpected().isEmpty());
        Map<String, Double> expected = new TreeMap<>(asked.numbers("expected"));
        if (expected.isEmpty()) {
            split.users().keySet().forEach(variant -> expected.put(variant, 1.0));
        }
        return new RunExperiment.SrmResult(pValue(split), adjusted, split.users(), expected, detected, test.users());
    }
}
