package io.github.recsyseval.cli;

import io.github.recsyseval.evaluation.GuardrailLimits;
import io.github.recsyseval.experiment.ExperimentException;
import io.github.recsyseval.experiment.GuardrailRule;
import io.github.recsyseval.experiment.GuardrailRule.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What an experiment must not do. */
final class HarmOptions {
    @Option(
            names = "--guardrail",
            paramLabel = "RULE",
            description = {
                "Ship only if this rule is shown to hold, and roll back if it is broken (repeatable), such as",
                "\"latency_p95_ms: max_relative_increase=10%%\",",
                "\"ctr: max_relative_drop=2%%\" or",
                "\"error_rate: max=0.01\".",
                "Rules: max, min, max_increase, max_relative_increase, max_drop, max_relative_drop."
            })
    private List<String> guardrails = List.of();

    @Option(
            names = "--no-default-guardrails",
            description =
                    "Drop the default rules. They stop only established harm: errors up by more than 0.5 points, empty lists by more than 1 point, latency p95 by more than 20 %%.")
    private boolean withoutDefaults;

    @ArgGroup(validate = false, exclusive = false)
    private CapOptions caps = new CapOptions();

    boolean withDefaults() {
        return !withoutDefaults;
    }

    /** The rules of the user, checked. */
    List<GuardrailRule> rules() {
        List<GuardrailRule> rules = new ArrayList<>();
        for (String text : guardrails) {
            try {
                rules.addAll(GuardrailRule.parse(text));
            } catch (ExperimentException wrong) {
                throw new UsageException(String.valueOf(wrong.getMessage()));
            }
        }
        GuardrailLimits set = caps.limits();
        limit("empty_rate", set.maxEmptyRate(), rules);
        limit("error_rate", set.maxErrorRate(), rules);
        limit("latency_p95_ms", set.maxLatencyP95Ms(), rules);
        limit("latency_p99_ms", set.maxLatencyP99Ms(), rules);
        return rules;
    }

    private static void limit(String metric, @Nullable Double limit, List<GuardrailRule> rules) {
        if (limit != null) {
            rules.add(GuardrailRule.of(metric, Rule.MAX, limit));
        }
    }
}
