package io.github.recsyseval.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.event.Exposure;
import io.github.recsyseval.join.AssignmentIndex;
import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.join.ExposureBatch;
import io.github.recsyseval.join.OrphanRule;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.join.RequestJoin;
import io.github.recsyseval.join.Selection;
import io.github.recsyseval.stat.Mix64;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A sample takes bounded memory however long its lists are. */
class SampledExposuresTest {
    private static final byte[] LINE = "{\"request_id\":\"r\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void holdsAllShortLists() {
        assertThat(sampled(20_000, 64)).isEqualTo(20_000);
    }

    /** 20,000 lists of 500 items are ten million, of which at most 2,097,152 are held: an eighth of the users has about 1.25 million. */
    @Test
    void holdsFewerLongLists() {
        assertThat(sampled(20_000, 500)).isBetween(2_000, 3_000);
    }

    /** How many of so many exposures, each of a user of its own, are in the sample. */
    private static int sampled(int exposures, int items) {
        SampledExposures sample = new SampledExposures();
        OutcomeIndex outcomes = new OutcomeIndex();
        outcomes.build(OrphanRule.KEEP_ALL);
        AssignmentIndex assignments = new AssignmentIndex();
        assignments.build(OrphanRule.KEEP_ALL);
        RequestJoin join = new RequestJoin(outcomes, assignments, Attribution.DEFAULT, exposures);
        RequestJoin.Side side = join.side(request -> {
            if (sample.takes(request.user())) {
                sample.add(request, LINE, 0, LINE.length);
            }
        });
        ExposureBatch batch = new ExposureBatch(0);
        for (int i = 0; i < exposures; i++) {
            batch.clear();
            batch.add(exposure(i, items), new int[0], Selection.EVALUATED, 0, 0);
            batch.find(assignments);
            join.settle(batch);
            side.join(batch);
        }
        return sample.byUser().rows().length;
    }

    private static Exposure exposure(int number, int items) {
        Exposure exposure = new Exposure(0);
        exposure.requestFirst = Mix64.at(1, number);
        exposure.requestSecond = Mix64.at(2, number);
        exposure.user = Mix64.at(3, number);
        exposure.items = new long[items];
        exposure.ranks = new int[items];
        exposure.itemCount = items;
        return exposure;
    }
}
