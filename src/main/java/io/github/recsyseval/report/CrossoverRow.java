package io.github.recsyseval.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Users who were served by more than one arm.
 *
 * @param policy {@code exclude}, or {@code first}: they count for the arm that served them first
 * @param users how many there are
 * @param of users in the experiment
 * @param share users / of; null without users
 * @param exposures of these users in the experiment; under {@code exclude} they are left out with them
 * @param ofExposures all exposures in the experiment
 * @param exposureShare exposures / ofExposures; null without exposures
 * @param byFirstVariant those users by the arm that served them first
 * @param pValue of "users cross over from each arm alike"; null where too few do
 * @param contradictingExposures exposures for which several variants are logged
 * @param unassignedExposures exposures outside of the experiment
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
