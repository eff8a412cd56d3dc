package io.github.recsyseval.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.event.Outcome;
import io.github.recsyseval.join.OrphanRule;
import io.github.recsyseval.join.OutcomeIndex;
import io.github.recsyseval.stat.Mix64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimesByUserTest {
    private final OutcomeIndex outcomes = new OutcomeIndex();

    private void outcomes(long user, int count) {
        for (int i = 0; i < count; i++) {
            Outcome outcome = new Outcome();
            outcome.user = user;
            outcome.hasRequestId = true;
            outcome.requestFirst = Mix64.mix(outcomes.size() + 31L * user + i);
            outcome.timestamp = 1_000 - i;
            outcomes.add(outcome);
        }
    }

    @Test
    void fewAreAllHeldInOrder() {
        outcomes(7, 3);
        outcomes(9, 2);
        outcomes.build(OrphanRule.KEEP_ALL);
        TimesByUser times = TimesByUser.of(outcomes, row -> true, 5);
        assertThat(times.oneIn()).isEqualTo(1);
        int first = times.first(7);
        assertThat(times.end(first) - first).isEqualTo(3);
        assertThat(times.time(first)).isEqualTo(998);
        assertThat(times.time(first + 2)).isEqualTo(1_000);
        assertThat(times.first(8)).isEqualTo(-1);
        assertThat(times.isIn(8)).isTrue();
    }

    @Test
    void ofManyAllThoseOfSomeUsersAre() {
        for (int user = 1; user <= 1_000; user++) {
            outcomes(user, 4);
        }
        outcomes.build(OrphanRule.KEEP_ALL);
        TimesByUser times = TimesByUser.of(outcomes, row -> true, 100);
        assertThat(times.size()).isBetween(20, 100);
        Set<Long> held = new HashSet<>();
        for (long user = 1; user <= 1_000; user++) {
            int first = times.first(user);
            assertThat(first >= 0).isEqualTo(times.isIn(user));
            if (first >= 0) {
                assertThat(times.end(first) - first).isEqualTo(4);
                held.add(user);
            }
        }
        assertThat(held).hasSize(times.size() / 4);
    }

    /** A user who has more than are held at all is in no sample, however often the share of the users is halved. */
    @Test
    void oneUserWithEverythingTakesNoRoom() {
        outcomes(5, 10_000);
        outcomes(6, 1);
        outcomes.build(OrphanRule.KEEP_ALL);
        TimesByUser times = TimesByUser.of(outcomes, row -> true, 100);
        assertThat(times.size()).isLessThanOrEqualTo(1);
        assertThat(times.isIn(5)).isFalse();
    }
}
