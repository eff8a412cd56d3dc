package io.github.recsyseval.evaluation;

import io.github.recsyseval.report.BaselineSection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader should know before using a comparison. */
final class BaselineWarnings {
    /** With fewer pairs than this share of the run, the comparison is about another population. */
    private static final double MIN_PAIRED = 0.9;

    private BaselineWarnings() {}

    /** Why a baseline cannot carry a comparison. */
    static String untrusted(BaselineSection baseline) {
        String sentence = "the data of the baseline " + baseline.source() + " is not trusted";
        return baseline.untrustedBecause().isEmpty()
                ? sentence
                : sentence + ": " + String.join("; ", baseline.untrustedBecause());
    }

    static List<String> of(@Nullable BaselineSection baseline) {
        List<String> warnings = new ArrayList<>();
        if (baseline == null) {
            return warnings;
        }
        if (!baseline.trusted()) {
            warnings.add(untrusted(baseline));
        }
        Long pairs = baseline.pairs();
        Long onlyAfter = baseline.onlyAfter();
        if (pairs != null && onlyAfter != null && pairs < MIN_PAIRED * (pairs + onlyAfter)) {
            warnings.add("only " + pairs + " of " + (pairs + onlyAfter) + " found their pair in the baseline "
                    + baseline.source());
        }
        return warnings;
    }
}
