package io.github.recsyseval.metric;

import io.github.recsyseval.join.JoinedRequest;
import io.github.recsyseval.metric.ranking.JudgedList;
import io.github.recsyseval.metric.ranking.RankingMetric;
import io.github.recsyseval.stat.RatioKind;
import java.util.ArrayList;
import java.util.List;

/** The ranking metrics of joined requests: outcomes become relevance, the shown list becomes positions. */
public final class RankingGroup {
    /** How many requests have a relevant item at all; stands first in every group, beside the metrics that rest on it. */
    public static final RequestMetric RELEVANT_SHARE = new RequestMetric(
            "relevant_share",
            "exposures with at least one relevant item / exposures",
            RatioKind.PROPORTION,
            RequestMetric.Better.HIGHER);

    private RankingGroup() {}

    /** A group of {@link #RELEVANT_SHARE} and the given metrics. */
    public static MetricGroup of(List<RankingMetric> metrics, Relevance relevance) {
        List<RequestMetric> all = new ArrayList<>();
        all.add(RELEVANT_SHARE);
        for (RankingMetric metric : metrics) {
            RequestMetric.Better better =
                    metric.higherIsBetter() ? RequestMetric.Better.HIGHER : RequestMetric.Better.LOWER;
            all.add(new RequestMetric(metric.name(), metric.definition(), metric.kind(), better));
        }
        RankingMetric[] order = metrics.toArray(new RankingMetric[0]);
        return new MetricGroup(all, () -> new Scorer(order, relevance), true);
    }

    private static final class Scorer implements RequestScorer {
        private final RankingMetric[] metrics;
        private final RelevantItems relevant;
        private final JudgedList list = new JudgedList();
        private final double[] withoutRelevant;

        Scorer(RankingMetric[] metrics, Relevance relevance) {
            this.metrics = metrics;
            relevant = new RelevantItems(relevance);
            withoutRelevant = new double[metrics.length];
            list.start(0);
            for (int i = 0; i < metrics.length; i++) {
                withoutRelevant[i] = metrics[i].value(list);
            }
        }

        @Override
        public void score(JoinedRequest request, double[] out, int at) {
            relevant.collect(request);
            out[at] = relevant.size() > 0 ? 1 : 0;
            if (relevant.size() == 0) {
                System.arraycopy(withoutRelevant, 0, out, at + 1, metrics.length);
                return;
            }
            list.start(request.slate().length());
            for (int i = 0; i < relevant.size(); i++) {
                int position = request.slate().position(relevant.item(i));
                if (position > 0) {
                    list.relevantAt(position, relevant.gain(i));
                } else {
                    list.relevantButNotShown(relevant.gain(i));
                }
            }
            for (int i = 0; i < metrics.length; i++) {
                out[at + 1 + i] = metrics[i].value(list);
            }
        }
    }
}
