package io.github.recsyseval.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Users who were served by more than one arm.
 *
 * @param policy {@code exclude}: they are left out. {@code first}: everything they did in the experiment counts for the arm that
 *     served them first.
 * @param users number of such users
 * @param of users in the experiment
 * @param share users / of; null without users
 * @param exposures their exposures in the experiment, which {@code exclude} leaves out, too. If they are more than a tenth of
 *     all, the decision is hold.
 * @param ofExposures all exposures in the experiment
 * @param exposureShare exposures / of_exposures; null without exposures
 * @param byFirstVariant number of these users by the arm that served them first. Users with contradicting variants only are in
 *     none.
 * @param pValue p-value (chi-square) of users crossing over from all arms at the same rate; null if there are too few. Below
 *     0.001 the data is not trusted.
 * @param contradictingExposures exposures for which several variants are logged
 * @param unassignedExposures exposures outside the experiment, which are not analysed
 */
public record CrossoverRow(
        String policy,
        long users,
        long of,
        @Nullable Double share,
        long exposures,
        long ofExposures,
        @Nullable Double exposureShare,
        Map<String, Long> byFirstVariant,
        @Nullable Double pValue,
        long contradictingExposures,
        long unassignedExposures) {}
