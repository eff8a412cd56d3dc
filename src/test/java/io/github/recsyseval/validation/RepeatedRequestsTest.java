package io.github.recsyseval.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepeatedRequestsTest {
    @Test
    void tellsIdenticalFromConflictingRepeats() {
        RepeatedRequests requests = new RepeatedRequests(0);

        assertThat(requests.add(1, 2, 7)).isEqualTo(Repeat.FIRST);
        assertThat(requests.add(1, 3, 7)).isEqualTo(Repeat.FIRST);
        assertThat(requests.add(1, 2, 7)).isEqualTo(Repeat.IDENTICAL);
        assertThat(requests.add(1, 2, 8)).isEqualTo(Repeat.CONFLICTING);
        assertThat(requests.add(0, 0, 0)).isEqualTo(Repeat.FIRST);
        assertThat(requests.add(0, 0, 0)).isEqualTo(Repeat.IDENTICAL);
        assertThat(requests.notFollowed()).isZero();
    }

    @Test
    void followsTheFirstIdsOnlyAndCountsTheRecordsBeyond() {
        RepeatedRequests requests = new RepeatedRequests(0, 10);
        for (long id = 1; id <= 15; id++) {
            assertThat(requests.add(id, id, 0)).isEqualTo(Repeat.FIRST);
        }

        assertThat(requests.add(10, 10, 0)).isEqualTo(Repeat.IDENTICAL);
        assertThat(requests.add(11, 11, 0)).isEqualTo(Repeat.FIRST);
        assertThat(requests.notFollowed()).isEqualTo(6);
    }
}
