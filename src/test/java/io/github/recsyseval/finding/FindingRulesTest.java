package io.github.recsyseval.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingRulesTest {
    @Test
    void takesCodesAndNamesInAnyCaseAndTheLastCounts() {
        FindingRules rules = FindingRules.parse(List.of("j15=off", "DUP-ITEM=fail", "J15=Fail"));

        assertThat(rules.of(FindingCode.J15)).isEqualTo(Rule.FAIL);
        assertThat(rules.of(FindingCode.J16)).isEqualTo(Rule.FAIL);
        assertThat(rules.of(FindingCode.J04)).isEqualTo(Rule.WARN);
        assertThat(rules.with(FindingCode.J15, Rule.OFF).isOff(FindingCode.J15)).isTrue();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> FindingRules.parse(List.of("J99=off"))).hasMessageContaining("no finding \"J99\"");
        assertThatThrownBy(() -> FindingRules.parse(List.of("rank=off"))).hasMessageContaining("did you mean ranks?");
        assertThatThrownBy(() -> FindingRules.parse(List.of("J15=no"))).hasMessageContaining("off, warn or fail");
        assertThatThrownBy(() -> FindingRules.parse(List.of("J15"))).hasMessageContaining("no rule");
    }

    /** J15 warns from 0.1 % and fails from 1 %. */
    @Test
    void severityFollowsTheShare() {
        assertThat(FindingCode.J15.severity(9, 10_000)).isEqualTo(Severity.INFO);
        assertThat(FindingCode.J15.severity(10, 10_000)).isEqualTo(Severity.WARN);
        assertThat(FindingCode.J15.severity(100, 10_000)).isEqualTo(Severity.FAIL);
        assertThat(FindingCode.J06.severity(1, 1)).isEqualTo(Severity.WARN);
    }
}
