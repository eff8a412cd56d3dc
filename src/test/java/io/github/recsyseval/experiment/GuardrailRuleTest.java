package io.github.recsyseval.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.recsyseval.experiment.GuardrailRule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guardrails as users write them. */
class GuardrailRuleTest {

    @Test
    void severalRulesForAMetric() {
        List<GuardrailRule> rules = GuardrailRule.parse(" latency_p99_ms : max=500, max_relative_increase = 10% ");
        assertThat(rules).extracting(GuardrailRule::metric).containsOnly("latency_p99_ms");
        assertThat(rules).extracting(GuardrailRule::rule).containsExactly(Rule.MAX, Rule.MAX_RELATIVE_INCREASE);
        assertThat(rules).extracting(GuardrailRule::limit).containsExactly(500.0, 0.1);
    }

    @ParameterizedTest
    @CsvSource({
        "error_rate: max=1%, 0.01",
        "ctr: max_drop=0.5%, 0.005",
        "latency_p95_ms: max_increase=10, 10",
        "error_rate: max_relative_drop=99%, 0.99",
        "error_rate: max=0, 0",
        "latency_p95_ms: max_relative_increase=200%, 2",
        "ctr: max_drop=1, 1",
        "revenue_per_exposure: max_relative_drop=150%, 1.5",
        "revenue_per_exposure: max_relative_drop=5%, 0.05",
        "revenue_per_exposure: min=-2, -2"
    })
    void percentIsForSharesAndForChangesRelativeToTheControl(String text, double limit) {
        assertThat(GuardrailRule.parse(text)).extracting(GuardrailRule::limit).containsExactly(limit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "error_rate | a guardrail is written METRIC: RULE=NUMBER",
                "eror_rate: max=1 | did you mean error_rate?",
                "ctr: max_dorp=1% | did you mean max_drop?",
                "ctr: max_drop=some | max_drop takes a number",
                "ctr: max_drop=-1% | max_drop takes a number from 0 up",
                "ctr: max_drop=NaN | max_drop takes a number",
                "latency_p50_ms: max_increase=10% | did you mean max_relative_increase?",
                "latency_p95_ms: max=10% | did you mean max_relative_increase?",
                "revenue_per_exposure: max_drop=1% | did you mean max_relative_drop?",
                "revenue_per_exposure: min = 1 % | did you mean max_relative_drop?",
                "error_rate: max=-1 | max of error_rate takes a share from 0 to 1",
                "error_rate: max=2 | max of error_rate takes a share from 0 to 1",
                "empty_rate: max_increase=5 | max_increase of empty_rate takes a share from 0 to 1",
                "error_rate: max_relative_drop=200% | max_relative_drop can never fail, because error_rate is always from 0 to 1",
                "latency_p95_ms: max_relative_drop=100% | can never fail, because latency_p95_ms is never below 0",
                "ctr: min=0 | min can never fail, because ctr is never below 0",
                "error_rate: max=100% | max can never fail, because error_rate is always from 0 to 1",
                "click_rate: max_drop=1 | max_drop can never fail",
                "ctr: min=-0.1 | min takes a number from 0 up",
                "latency_p95_ms: max=-1 | max takes a number from 0 up",
                "latency_p95_ms: max_relative_increase=-10% | max_relative_increase takes a number from 0 up"
            })
    void whatCannotBeReadIsSaid(String text, String sentence) {
        assertThatThrownBy(() -> GuardrailRule.parse(text))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(sentence);
    }
}
