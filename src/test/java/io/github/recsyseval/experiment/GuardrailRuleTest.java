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
    @CsvSource(
            delimiter = '|',
            value = {
                "error_rate | a guardrail is written METRIC: RULE=NUMBER",
                "eror_rate: max=1 | did you mean error_rate?",
                "ctr: max_dorp=1% | did you mean max_drop?",
                "ctr: max_drop=some | max_drop takes a number",
                "ctr: max_drop=-1% | max_drop takes a number from 0 up",
                "ctr: max_drop=NaN | max_drop takes a number"
            })
    void whatCannotBeReadIsSaid(String text, String sentence) {
        assertThatThrownBy(() -> GuardrailRule.parse(text))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(sentence);
    }
}
