package io.github.recsyseval.cli;

import io.github.recsyseval.metric.InvalidMetricException;
import io.github.recsyseval.metric.kpi.OwnKpi;
import java.util.List;
import picocli.CommandLine.Option;

/** Business figures of the user's own. */
final class KpiOptions {
    @Option(
            names = "--kpi",
            paramLabel = "NAME: KEY=VALUE, ...",
            description = {
                "Define a KPI of your own (repeatable), such as",
                "\"revenue_per_user: event=conversion, measure=value, per=user\".",
                "Keys: event (click, conversion, click+conversion), measure (count, value, any), per (exposure, user), unit (of values), better (higher, lower)."
            })
    private List<String> kpis = List.of();

    /** The figures, checked. */
    List<OwnKpi> kpis() {
        try {
            return OwnKpi.parse(kpis);
        } catch (InvalidMetricException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }
}
