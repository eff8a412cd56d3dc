package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.kpi.RequestRates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every KPI of every arm against the control. */
final class Comparisons {
    private final ExperimentPlan plan;
    private final Arms arms;
    private final List<ArmSums> sums;
    private final @Nullable Adjustments adjustments;
    private final Map<String, String> spoiled;
    private final ValueLogging values;
    private final int claims;

    /**
     * All comparisons of an experiment.
     *
     * @param adjustments null without CUPED
     * @param spoiled why figures of a unit cannot be relied on
     */
    Comparisons(
            ExperimentPlan plan,
            Arms arms,
            List<ArmSums> sums,
            @Nullable Adjustments adjustments,
            Map<String, String> spoiled,
            ValueLogging values) {
        this.values = values;
        this.spoiled = spoiled;
        this.plan = plan;
        this.arms = arms;
        this.sums = sums;
        this.adjustments = adjustments;
        claims = plan.primaries().size() * (arms.count() - 1);
    }

    /** How many primary metrics times arms share alpha. */
    int claims() {
        return claims;
    }

    /** The primary metrics in the order of the plan, then the other KPIs; within each the candidate first. */
    List<Compared> all() {
        List<Compared> all = new ArrayList<>();
        plan.primaries().forEach(primary -> each(primary.rate(), primary, all));
        RequestRates.KPIS.stream()
                .filter(rate -> plan.primaries().stream().noneMatch(primary -> primary.rate() == rate))
                .forEach(rate -> each(rate, null, all));
        return all;
    }

    private void each(RequestRates rate, @Nullable Primary primary, List<Compared> all) {
        for (int arm = 1; arm < arms.count(); arm++) {
            Contrast plain =
                    Contrast.between(sums.get(0).of(rate), sums.get(arm).of(rate), plan.horizon());
            TooFew few = ArmSums.few(sums.get(0), sums.get(arm), rate);
            all.add(new Compared(
                    rate,
                    arm,
                    primary,
                    plain,
                    plain == null || adjustments == null ? plain : adjustments.adjusted(rate, arm, plain),
                    few,
                    Contrast.whyNot(sums.get(0).of(rate), sums.get(arm).of(rate)),
                    spoiled.getOrDefault(Rows.unit(rate.metric()), values.whyNot(rate, arm))));
        }
    }
}
