package io.github.recsyseval.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.report.BaselineSection;
import io.github.recsyseval.report.DeltaRow;
import io.github.recsyseval.report.GateRow;
import io.github.recsyseval.report.IntervalRow;
import io.github.recsyseval.report.MetricRow;
import io.github.recsyseval.report.OfflineSection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateCheckTest {

    private static final MetricRow NDCG = metric("ndcg@10", 0.5, interval(0.4, 0.6), "higher", 100);
    private static final MetricRow GINI = metric("gini", 0.5, null, "lower", 100);

    @ParameterizedTest
    @CsvSource({
        // the value is 0.5, its interval 0.4 to 0.6
        "min=0.35, pass, pass, pass",
        "min=0.4, pass, pass, pass",
        "min=0.45, pass, pass, fail",
        "min=0.5, pass, pass, fail",
        "min=0.55, fail, pass, fail",
        "min=0.65, fail, fail, fail",
        "max=0.65, pass, pass, pass",
        "max=0.55, pass, pass, fail",
        "max=0.45, fail, pass, fail",
        "max=0.35, fail, fail, fail",
        // it was 0.6: a drop of 0.1, between 0.02 and 0.18
        "max_drop=0.2, pass, pass, pass",
        "max_drop=0.1, pass, pass, fail",
        "max_drop=0.05, fail, pass, fail",
        "max_drop=0.01, fail, fail, fail",
        // relative: a sixth, between 0.03 and 0.3
        "max_relative_drop=0.31, pass, pass, pass",
        "max_relative_drop=0.17, pass, pass, fail",
        "max_relative_drop=0.16, fail, pass, fail",
        "max_relative_drop=0.02, fail, fail, fail",
    })
    void verdictByRuleAndMode(String rule, String point, String ci, String strict) {
        assertThat(verdict("ndcg@10: " + rule)).isEqualTo(point);
        assertThat(verdict("ndcg@10: " + rule + ", mode=ci")).isEqualTo(ci);
        assertThat(verdict("ndcg@10: " + rule + ", mode=ci_strict")).isEqualTo(strict);
    }

    @Test
    void aRiseOfWhatIsBetterLowIsADrop() {
        assertThat(verdict("gini: max_drop=0.1")).isEqualTo("pass");
        GateRow failed = row("gini: max_drop=0.09");
        assertThat(failed.verdict()).isEqualTo("fail");
        assertThat(failed.reason()).isEqualTo("gini went from 0.4 to 0.5, a drop of 0.1; at most 0.09 is demanded");
    }

    @Test
    void whatCannotBeEvaluatedFailsWithItsReason() {
        assertThat(row("gini: min=0, mode=ci").reason()).isEqualTo("mode=ci needs an interval: no_valid_interval");
        assertThat(row("ndcg@10[surface=mars]: min=0").reason())
                .isEqualTo("no exposure falls into the slice surface=mars");
        assertThat(row("ndcg@10[surface=home]: min=0").reason()).isEqualTo("too few to judge: 12 of at least 30");
        assertThat(row("ndcg@10[surface=pdp]: min=0").reason()).isEqualTo("ndcg@10 has no value: nothing to divide by");
        assertThat(row("ndcg@10[surface=cart]: max_drop=1").reason()).isEqualTo("the baseline does not have it");
        assertThat(List.of(
                        row("gini: min=0, mode=ci"),
                        row("ndcg@10[surface=mars]: min=0"),
                        row("ndcg@10[surface=home]: min=0"),
                        row("ndcg@10[surface=pdp]: min=0"),
                        row("ndcg@10[surface=cart]: max_drop=1")))
                .allMatch(GateRow::failed);
    }

    @Test
    void withoutABaselineADropCannotBeJudged() {
        GateCheck check = new GateCheck(section(null), null, true, 30);
        GateRow row = check.rows(Gate.parse("ndcg@10: max_drop=1")).get(0);
        assertThat(row.failed()).isTrue();
        assertThat(row.reason()).startsWith("it needs a baseline");
    }

    @Test
    void trustIsAskedForOnBothSides() {
        OfflineSection section = section(baseline(false));
        GateRow asked = new GateCheck(section, null, true, 30)
                .rows(Gate.parse("ndcg@10: max_drop=1"))
                .get(0);
        assertThat(asked.reason()).isEqualTo("the data of the baseline b.json is not trusted: x");
        GateRow allowed = new GateCheck(section, null, false, 30)
                .rows(Gate.parse("ndcg@10: max_drop=1"))
                .get(0);
        assertThat(allowed.failed()).isFalse();
        GateRow untrusted = new GateCheck(section, "the data is not trusted: x", true, 30)
                .rows(Gate.parse("ndcg@10: min=0"))
                .get(0);
        assertThat(untrusted.reason()).isEqualTo("the data is not trusted: x");
        assertThat(untrusted.failed()).isTrue();
    }

    @Test
    void aDropRelativeToZeroIsNotDefined() {
        BaselineSection zero = new BaselineSection(
                "report",
                "b",
                "t",
                true,
                List.of(),
                null,
                null,
                null,
                List.of(delta(NDCG, 0, null, null, "higher")),
                Map.of(),
                List.of());
        GateRow row = new GateCheck(section(zero), null, true, 30)
                .rows(Gate.parse("ndcg@10: max_relative_drop=0.5"))
                .get(0);
        assertThat(row.failed()).isTrue();
        assertThat(row.reason())
                .isEqualTo("a drop is relative to a baseline above 0 only; max_drop limits the difference");
    }

    private static String verdict(String gate) {
        return row(gate).verdict();
    }

    private static GateRow row(String gate) {
        return new GateCheck(section(baseline(true)), null, true, 30)
                .rows(Gate.parse(gate))
                .get(0);
    }

    private static OfflineSection section(@Nullable BaselineSection baseline) {
        Map<String, List<MetricRow>> slices = Map.of(
                "surface=home", List.of(metric("ndcg@10", 0.5, interval(0.4, 0.6), "higher", 12)),
                "surface=cart", List.of(metric("ndcg@10", 0.5, interval(0.4, 0.6), "higher", 40)),
                "surface=pdp",
                        List.of(MetricRow.absent("ndcg@10", "score", 0, 0L, "nothing to divide by", true, null)));
        MetricRow share = metric("relevant_share", 0.3, null, "higher", 100);
        return new OfflineSection(true, "default", "click=1", share, "", List.of(NDCG, GINI), slices, baseline);
    }

    private static BaselineSection baseline(boolean trusted) {
        List<DeltaRow> deltas = List.of(
                delta(NDCG, 0.6, interval(-0.18, -0.02), interval(-0.3, -0.03), "higher"),
                delta(GINI, 0.4, null, null, "lower"));
        return new BaselineSection(
                "report",
                "b.json",
                "t",
                trusted,
                trusted ? List.of() : List.of("x"),
                null,
                null,
                null,
                deltas,
                Map.of(),
                List.of());
    }

    private static DeltaRow delta(
            MetricRow after,
            double before,
            @Nullable IntervalRow interval,
            @Nullable IntervalRow relative,
            String better) {
        double delta = after.value() - before;
        return new DeltaRow(
                after.name(),
                "score",
                after.value(),
                before,
                delta,
                before == 0 ? null : (Double) (delta / before),
                interval,
                relative,
                null,
                better,
                Deltas.verdict(interval, better),
                100,
                null,
                null,
                null,
                null);
    }

    private static MetricRow metric(String name, double value, @Nullable IntervalRow interval, String better, long n) {
        String reason = interval == null ? "no_valid_interval" : null;
        return new MetricRow(
                name, "score", value, n, 10L, null, interval, reason, true, null, better, 0.05, null, null, null);
    }

    private static IntervalRow interval(double lower, double upper) {
        return new IntervalRow(lower, upper, 0.95, "delta_by_user");
    }
}
