package io.github.recsyseval.cli;

import io.github.recsyseval.engine.ExperimentColumns;
import io.github.recsyseval.engine.ExposureFilter;
import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.experiment.Covariate;
import io.github.recsyseval.metric.MetricGroup;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.source.InputSet;
import io.github.recsyseval.source.ReadOnce;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is known of users from before the experiment. */
final class CovariateOptions {
    private static final List<MetricGroup> METRICS = List.of(RequestRates.group(RequestRates.KPIS));

    @Option(
            names = "--pre-until",
            paramLabel = "TIME",
            description =
                    "When the experiment began. What users did before is the covariate (CUPED); exposures from then on are the experiment.")
    private @Nullable String until;

    @Option(
            names = "--pre-exposures",
            paramLabel = "PATH",
            description = "Exposures of the period before, in files of their own (repeatable).")
    private List<String> exposures = List.of();

    @Option(names = "--pre-outcomes", paramLabel = "PATH", description = "Outcomes of that period (repeatable).")
    private List<String> outcomes = List.of();

    @Option(
            names = "--cuped-covariate",
            paramLabel = "KEY",
            description =
                    "A context key with a number known of users before the experiment, such as last month's clicks. The value of a user's first exposure counts.")
    private @Nullable String key;

    /** The context key whose number is kept of each request; null for none. */
    @Nullable String key() {
        return key;
    }

    boolean isGiven() {
        return until != null || !exposures.isEmpty() || !outcomes.isEmpty();
    }

    /** The filter of the experiment itself: from where the period before ends. */
    ExposureFilter after(ExposureFilter filter, FilterOptions times) {
        return until == null
                ? filter
                : new ExposureFilter(
                        Math.max(filter.sinceMicros(), start(filter, times)),
                        filter.untilMicros(),
                        filter.where(),
                        filter.excludedUsers());
    }

    /** What is said about it among the filters. */
    List<String> words() {
        return until == null ? List.of() : List.of("before the experiment, until " + until);
    }

    private long start(ExposureFilter filter, FilterOptions times) {
        long start = times.moment("--pre-until", until, Long.MIN_VALUE);
        if (exposures.isEmpty() && start <= filter.sinceMicros() || start >= filter.untilMicros()) {
            throw new UsageException("--pre-until " + until + " is not between --since and --until: one of the periods"
                    + " would be empty");
        }
        return start;
    }

    /**
     * What CUPED adjusts by; null where it is not asked for.
     *
     * @param filter the user's, without the cut
     */
    @Nullable Covariate covariate(JoinPlan experiment, ExposureFilter filter, FilterOptions times) {
        if (key != null) {
            if (key.isEmpty()) {
                throw new UsageException("--cuped-covariate takes a context key, not an empty text");
            }
            if (isGiven()) {
                throw new UsageException("--cuped-covariate adjusts by a context value, --pre-until and --pre-exposures"
                        + " by the period before: give one of them");
            }
            return new Covariate.InContext(key);
        }
        return isGiven() ? new Covariate.Before(before(experiment, filter, times)) : null;
    }

    private JoinPlan before(JoinPlan experiment, ExposureFilter filter, FilterOptions times) {
        if (exposures.isEmpty() != outcomes.isEmpty()) {
            throw new UsageException("--pre-exposures and --pre-outcomes belong together");
        }
        boolean own = !exposures.isEmpty();
        if (exposures.contains("-") || outcomes.contains("-")) {
            throw new UsageException("the period before cannot come from standard input (-): name files");
        }
        if (!own) {
            ReadOnce.of(experiment.exposures())
                    .or(() -> ReadOnce.of(experiment.outcomes()))
                    .ifPresent(once -> {
                        throw new UsageException(once + " cannot be used with --pre-until, which reads the logs twice");
                    });
        }
        long end = until == null ? Long.MAX_VALUE : start(filter, times);
        return new JoinPlan(
                own ? InputSet.resolve(exposures) : experiment.exposures(),
                own ? InputSet.resolve(outcomes) : experiment.outcomes(),
                InputSet.NONE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                METRICS,
                new ExposureFilter(
                        own ? Long.MIN_VALUE : filter.sinceMicros(), end, filter.where(), filter.excludedUsers()),
                experiment.attribution(),
                experiment.read(),
                new ExperimentColumns(false, experiment.forExperiment().armsFromContext(), null, null));
    }
}
