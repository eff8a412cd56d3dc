package io.github.recsyseval.experiment;

import io.github.recsyseval.engine.JoinRun;
import io.github.recsyseval.metric.SliceSums;
import io.github.recsyseval.metric.UserGrouping;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.stat.Estimate;
import io.github.recsyseval.stat.RatioMoments;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The KPIs of the candidate against the control's among users who came first on the same day (UTC): where the split moved, what the days
 * differ by is no difference between the arms. Days are {@link Strata}, weighted by exposures; those on which an arm has fewer than two users
 * are left out.
 */
final class SameDayRates {
    private static final long DAY = 86_400_000_000L;

    private final Horizon horizon;
    private final List<ArmSums> control;
    private final List<ArmSums> candidate;

    private SameDayRates(Horizon horizon, List<ArmSums> control, List<ArmSums> candidate) {
        this.horizon = horizon;
        this.control = control;
        this.candidate = candidate;
    }

    /** Reads the rows of a run again, which is worth it where the split moved only. */
    static SameDayRates of(Arms arms, JoinRun run, ArmHours hours, ExperimentPlan plan) {
        Map<Long, Integer> days = common(hours);
        ArmUsers users = new ArmUsers(arms, plan.crossover());
        UserGrouping byDay = new UserGrouping() {
            @Override
            public int[] breakdowns() {
                return users.breakdowns();
            }

            @Override
            public void group(UserRows rows, int[] groups) {
                users.group(rows, groups);
                long first = Long.MAX_VALUE;
                for (int i = 0; i < rows.size(); i++) {
                    first = groups[i] < 0 ? first : Math.min(first, rows.time(i));
                }
                int day = days.getOrDefault(Math.floorDiv(first, DAY), Arms.NONE);
                for (int i = 0; i < rows.size(); i++) {
                    boolean isCompared = day >= 0 && (groups[i] == 0 || groups[i] == 1);
                    groups[i] = isCompared ? groups[i] * days.size() + day : Arms.NONE;
                }
            }
        };
        List<SliceSums> sums = run.sums().sums(run.sums().group(2 * days.size(), byDay));
        List<ArmSums> all = sums.stream()
                .map(day -> new ArmSums(day, run.metrics().metrics()))
                .toList();
        return new SameDayRates(plan.horizon(), all.subList(0, days.size()), all.subList(days.size(), all.size()));
    }

    /** Days on which both arms were shown, numbered from 0 on. */
    private static Map<Long, Integer> common(ArmHours hours) {
        Map<Long, Integer> days = new TreeMap<>();
        for (long day : new TreeSet<>(hours.days(0).keySet())) {
            if (hours.days(1).containsKey(day)) {
                days.put(day, days.size());
            }
        }
        return days;
    }

    /** Null where nothing can be compared. */
    @Nullable Contrast contrast(RequestRates rate) {
        Strata strata = new Strata();
        IntStream.range(0, control.size()).forEach(day -> {
            RatioMoments here = control.get(day).of(rate);
            RatioMoments there = candidate.get(day).of(rate);
            if (isKnown(here) && isKnown(there)) {
                strata.add(Estimate.of(here), here.denominator(), Estimate.of(there), there.denominator());
            }
        });
        return strata.contrast(horizon);
    }

    private static boolean isKnown(RatioMoments moments) {
        return moments.clusters() >= 2 && Double.isFinite(moments.ratio()) && !moments.isTooLarge();
    }
}
