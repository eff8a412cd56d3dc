package io.github.recsyseval.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.event.Timestamps;
import io.github.recsyseval.privacy.CardNumber;
import io.github.recsyseval.privacy.PersonalDataKind;
import io.github.recsyseval.privacy.Sighting;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonalDataTallyTest {
    private static PersonalDataTally numbers(int right, int wrong) {
        PersonalDataTally tally = new PersonalDataTally();
        for (int i = 0; i < right + wrong; i++) {
            CardNumber strength = i < right ? CardNumber.POSSIBLE : CardNumber.REFUTED;
            tally.add(List.of(new Sighting("/a", PersonalDataKind.CARD, "9", strength)), i + 1, Timestamps.UNREADABLE);
        }
        return tally;
    }

    /**
     * One number in ten satisfies Luhn's check by chance. P(X >= k) of the binomial distribution, scipy.stats.binom.sf(k - 1, n, 0.1):
     * n = 1, k = 1: 0.1; n = 100, k = 10: 0.549; n = 100, k = 25: 1.2e-5; n = 2, k = 1: 0.19. The limit is 0.1 / n.
     */
    @Test
    void numbersCountAsCardsOnlyWhenTheCheckDigitIsRightMoreOftenThanByChance() {
        assertThat(numbers(1, 0).rows()).hasSize(1);
        assertThat(numbers(1, 1).rows()).isEmpty();
        assertThat(numbers(10, 90).rows()).isEmpty();
        assertThat(numbers(25, 75).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.records()).isEqualTo(25));
    }

    @Test
    void countsARecordOnceForAPathAndKind() {
        PersonalDataTally tally = new PersonalDataTally();
        Sighting email = new Sighting("/items/*/item_id", PersonalDataKind.EMAIL, "a@a.aa", CardNumber.CERTAIN);
        tally.add(List.of(email), 9, 5);
        tally.add(List.of(email, email), 3, Timestamps.UNREADABLE);

        assertThat(tally.rows()).singleElement().satisfies(row -> {
            assertThat(row.path()).isEqualTo("/items/*/item_id");
            assertThat(row.kind()).isEqualTo(PersonalDataKind.EMAIL);
            assertThat(row.records()).isEqualTo(2);
            assertThat(row.shape()).isEqualTo("a@a.aa");
            assertThat(row.first()).isEqualTo(3);
            assertThat(row.last()).isEqualTo(9);
            assertThat(row.times().count()).isEqualTo(1);
        });
    }
}
