package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.finding.Severity;
import io.github.recsyseval.finding.Spoiled;
import io.github.recsyseval.text.Counted;
import java.util.List;

/**
 * J11: numbers under {@code latency_ms} that are none: a thousandth of them, or more, longer than a day, such as points in time; or all of
 * thirty or more 0. Then every figure in milliseconds is wrong. Share of the exposures with latency.
 */
final class NoLatencies implements Detector {
    private static final long FEWEST = 30;
    private static final double FEW = 0.001;

    @Override
    public List<Finding> detect(Evidence evidence) {
        Latencies latencies = evidence.requests().latencies;
        long all = latencies.n + latencies.zeros;
        if (all == latencies.zeros && all >= FEWEST) {
            return List.of(finding(all, all, "all " + Words.count(all) + " latencies are 0"));
        }
        long days = latencies.overADay;
        if (days == 0 || days < FEW * all) {
            return List.of();
        }
        String text = Counted.of(days, "latency is", "latencies are") + " longer than a day (points in time?)";
        return List.of(finding(days, all, text));
    }

    private static Finding finding(long count, long n, String text) {
        return Finding.of(FindingCode.J11, count, n, "exposures with latency", text)
                .with(Severity.WARN)
                .spoiling(Spoiled.LATENCIES);
    }
}
