package io.github.recsyseval.experiment;

import io.github.recsyseval.metric.UserGrouping;
import io.github.recsyseval.report.CrossoverRow;
import io.github.recsyseval.stat.ChiSquare;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Puts every user into the arm that served them, and counts those whom several arms did. */
final class ArmUsers implements UserGrouping {

    private final Arms arms;
    private final Crossover policy;
    private final long[] firstServed;
    private final long[] crossed;
    private long onlyContradicting;
    private long contradicting;
    private long unassigned;
    private long exposures;
    private long exposuresOfSeveral;
    private long analysed;

    ArmUsers(Arms arms, Crossover policy) {
        this.arms = arms;
        this.policy = policy;
        firstServed = new long[arms.count()];
        crossed = new long[arms.count()];
    }

    @Override
    public int[] breakdowns() {
        return new int[] {arms.column()};
    }

    @Override
    public void group(UserRows rows, int[] groups) {
        int first = Arms.NONE;
        long firstTime = Long.MAX_VALUE;
        boolean several = false;
        int served = 0;
        for (int i = 0; i < rows.size(); i++) {
            int arm = arms.arm(rows.slice(arms.column(), i));
            if (arm == Arms.NONE) {
                continue;
            }
            served++;
            if (arm == Arms.CONTRADICTING) {
                contradicting++;
                several = true;
                continue;
            }
            several |= first != Arms.NONE && arm != first;
            long time = rows.time(i);
            if (time < firstTime || time == firstTime && arm < first) {
                first = arm;
                firstTime = time;
            }
        }
        unassigned += rows.size() - served;
        exposures += served;
        exposuresOfSeveral += several ? served : 0;
        if (served == 0) {
            return;
        }
        count(first, several);
        if (first != Arms.NONE && (!several || policy == Crossover.FIRST)) {
            analysed++;
            for (int i = 0; i < rows.size(); i++) {
                groups[i] = arms.arm(rows.slice(arms.column(), i)) == Arms.NONE ? Arms.NONE : first;
            }
        }
    }

    private void count(int first, boolean several) {
        if (first == Arms.NONE) {
            onlyContradicting++;
            return;
        }
        firstServed[first]++;
        crossed[first] += several ? 1 : 0;
    }

    /** How many users are in an arm. */
    long analysed() {
        return analysed;
    }

    CrossoverRow row() {
        long users = LongStream.of(crossed).sum() + onlyContradicting;
        long of = LongStream.of(firstServed).sum() + onlyContradicting;
        Map<String, Long> byFirst = new TreeMap<>();
        for (int arm = 0; arm < crossed.length; arm++) {
            byFirst.put(arms.name(arm), crossed[arm]);
        }
        return new CrossoverRow(
                policy.words(),
                users,
                of,
                of == 0 ? null : (double) users / of,
                exposuresOfSeveral,
                exposures,
                exposures == 0 ? null : (double) exposuresOfSeveral / exposures,
                byFirst,
                pValue(),
                contradicting,
                unassigned);
    }

    /** Chi-square test of "users cross over from each arm alike"; null where it would be rough. */
    private @Nullable Double pValue() {
        double all = LongStream.of(firstServed).sum();
        double share = LongStream.of(crossed).sum() / all;
        double statistic = 0;
        int tested = 0;
        for (int arm = 0; arm < crossed.length; arm++) {
            if (firstServed[arm] == 0) {
                continue;
            }
            double expected = share * firstServed[arm];
            double staying = firstServed[arm] - expected;
            if (!(expected >= ChiSquare.FEWEST_EXPECTED && staying >= ChiSquare.FEWEST_EXPECTED)) {
                return null;
            }
            double deviation = crossed[arm] - expected;
            statistic += deviation * deviation * (1 / expected + 1 / staying);
            tested++;
        }
        return tested < 2
                ? null
                : (Double) ChiSquare.upperTail(statistic, tested - 1.0).value();
    }
}
