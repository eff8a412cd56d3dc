package io.github.recsyseval.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {

    /** As programs print a double in full. */
    @Test
    void takesNumbersOfAllTheirDigits() {
        assertThat(Gate.parse("ndcg@10: min=0.5414147890517419").get(0).limit()).isEqualTo(0.5414147890517419);
        assertThat(Gate.parse("ndcg@10: min=0.05414147890517419").get(0).limit())
                .isEqualTo(0.05414147890517419);
    }

    @Test
    void readsAMetricAndARule() {
        List<Gate> gates = Gate.parse("ndcg@10: max_drop=0.01");
        assertThat(gates)
                .containsExactly(
                        new Gate("ndcg@10: max_drop=0.01", "ndcg@10", null, Gate.Rule.MAX_DROP, 0.01, Gate.Mode.POINT));
    }

    @Test
    void readsASliceSeveralRulesAndAMode() {
        List<Gate> gates = Gate.parse("ndcg@10[tenant_id=t1|surface=a:b]: min=0.3, max_relative_drop=2%, mode=ci");
        assertThat(gates).extracting(Gate::rule).containsExactly(Gate.Rule.MIN, Gate.Rule.MAX_RELATIVE_DROP);
        assertThat(gates).extracting(Gate::limit).containsExactly(0.3, 0.02);
        assertThat(gates).allSatisfy(gate -> {
            assertThat(gate.mode()).isEqualTo(Gate.Mode.CI);
            assertThat(gate.slice().name()).isEqualTo("surface=a:b|tenant_id=t1");
        });
    }

    @Test
    void everyMistakeIsNamed() {
        assertMistake("ndcg@10 max_drop=0.01", "a gate is written METRIC: RULE=NUMBER, as in ndcg@10: max_drop=0.01");
        assertMistake("ndcg@10: max_dorp=0.01", "no rule \"max_dorp\"; did you mean max_drop?");
        assertMistake("ndcg@10: min=0.3, mode=sometimes", "no mode \"sometimes\"; there are point, ci, ci_strict");
        assertMistake("ndcg@10: max_drop=little", "max_drop takes a number, as in max_drop=0.01, not \"little\"");
        assertMistake("ndcg@10: max_drop=-0.1", "max_drop takes a number from 0 up");
        assertMistake("ndcg@10: mode=ci", "a rule is missing: max_drop, max_relative_drop, min or max");
        assertMistake("ndcg@10[surface]: min=0.3", "a slice is written key=value, or key=value|key=value, not surface");
        assertMistake(
                "ndcg@10 surface=home]: min=0.3",
                "write the slice in brackets after the metric, as in ndcg@10[surface=home]: min=0.3");
    }

    private static void assertMistake(String gate, String sentence) {
        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> Gate.parse(gate))
                .withMessage("gate \"" + gate + "\": " + sentence);
    }
}
