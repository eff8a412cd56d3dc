package io.github.recsyseval.reference;

import io.github.recsyseval.stat.SampleSize;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The size that {@code experiment.power} plans for, in the form of the Go tool. */
final class PowerReport {
    /** Why a plan is none. */
    static final String IMPOSSIBLE =
            "power: no size is planned: baseline_rate and mde have to be above 0, and their sum below 1";

    private PowerReport() {}

    /** The plan; null for one that is impossible. */
    static RunExperiment.@Nullable Power of(Settings asked) {
        double baseline = asked.number("baseline_rate");
        double mde = asked.number("mde");
        if (!(baseline > 0 && mde > 0 && baseline + mde < 1)) {
            return null;
        }
        double alpha = share(asked.number("alpha"), 0.05);
        double power = share(asked.number("power"), 0.8);
        long size = SampleSize.ofProportions(baseline, baseline + mde, alpha, power);
        long daily = asked.whole("daily_samples");
        String metric = asked.text("metric").isEmpty() ? "ctr" : asked.text("metric");
        Double days = daily > 0 ? (Double) (2.0 * size / daily) : null;
        return new RunExperiment.Power(metric.toLowerCase(Locale.ROOT), baseline, mde, alpha, power, size, days);
    }

    private static double share(double asked, double fallback) {
        return asked > 0 && asked < 1 ? asked : fallback;
    }
}
