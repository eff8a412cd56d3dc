package io.github.recsyseval.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.event.EventType;
import io.github.recsyseval.event.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which outcomes of one request repeat an earlier one, however many there are. */
class RepetitionsTest {
    private static OutcomeIndex request(int outcomes, int items, long seed) {
        Random random = new Random(seed);
        OutcomeIndex index = new OutcomeIndex();
        Outcome outcome = new Outcome();
        for (int i = 0; i < outcomes; i++) {
            outcome.requestFirst = 1;
            outcome.requestSecond = 2;
            outcome.user = random.nextInt(2);
            outcome.item = random.nextInt(items);
            outcome.timestamp = 1_000_000L * random.nextInt(60);
            outcome.type = random.nextBoolean() ? EventType.CLICK : EventType.CONVERSION;
            outcome.value = outcome.type == EventType.CLICK ? Double.NaN : random.nextInt(2);
            index.add(outcome);
        }
        index.build(OrphanRule.KEEP_ALL);
        return index;
    }

    /** As the definition has it, every row against every earlier one that counts. */
    private static List<Integer> byDefinition(OutcomeIndex of, OutcomeDedupe rule) {
        List<Integer> repeated = new ArrayList<>();
        for (int row = 0; row < of.size(); row++) {
            for (int earlier = 0; earlier < row; earlier++) {
                boolean same = of.item(row) == of.item(earlier)
                        && of.user(row) == of.user(earlier)
                        && of.isClick(row) == of.isClick(earlier)
                        && (rule.windowMicros() > 0 || Double.compare(of.value(row), of.value(earlier)) == 0);
                if (same && !repeated.contains(earlier) && of.time(row) - of.time(earlier) <= rule.windowMicros()) {
                    repeated.add(row);
                    break;
                }
            }
        }
        return repeated;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 32, 33, 200, 1_000})
    void fewAreComparedAndManyLookedUpWithTheSameResult(int outcomes) {
        for (OutcomeDedupe rule : List.of(
                OutcomeDedupe.EXACT,
                OutcomeDedupe.TWO_SECONDS,
                new OutcomeDedupe(Long.MAX_VALUE),
                OutcomeDedupe.NONE)) {
            OutcomeIndex index = request(outcomes, 3, outcomes);
            Repetitions repetitions = new Repetitions(index, rule);
            repetitions.find(0, index.size());
            List<Integer> found = new ArrayList<>();
            for (int row = 0; row < index.size(); row++) {
                if (repetitions.contains(row)) {
                    found.add(row);
                }
            }
            assertThat(found).as(rule.words()).isEqualTo(byDefinition(index, rule));
        }
    }

    /** A robot that clicks half a million items under one request id: comparing each with all took minutes. */
    @Test
    @Timeout(20)
    void aRobotsRequestTakesNoTime() {
        OutcomeIndex index = request(500_000, Integer.MAX_VALUE, 1);
        Repetitions repetitions = new Repetitions(index, new OutcomeDedupe(Long.MAX_VALUE));
        repetitions.find(0, index.size());
        assertThat(repetitions.contains(0)).isFalse();
    }
}
