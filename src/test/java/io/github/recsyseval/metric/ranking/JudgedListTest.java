package io.github.recsyseval.metric.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgedListTest {

    private final JudgedList list = new JudgedList();

    @Test
    void ordersPositionsAndIdealGainsHoweverTheyCome() {
        list.start(9);
        list.relevantAt(7, 1);
        list.relevantAt(2, 3);
        list.relevantButNotShown(5);
        list.relevantAt(4, 2);
        assertThat(list.hits()).isEqualTo(3);
        assertThat(list.relevant()).isEqualTo(4);
        assertThat(new int[] {list.position(0), list.position(1), list.position(2)})
                .containsExactly(2, 4, 7);
        assertThat(new double[] {list.gain(0), list.gain(1), list.gain(2)}).containsExactly(3, 2, 1);
        assertThat(new double[] {list.idealGain(0), list.idealGain(1), list.idealGain(2), list.idealGain(3)})
                .containsExactly(5, 3, 2, 1);
        assertThat(list.hitsWithin(4)).isEqualTo(2);
        assertThat(list.hitsWithin(1)).isZero();
        assertThat(list.isBinary()).isFalse();
    }

    @Test
    void forgetsTheListBefore() {
        list.start(3);
        list.relevantAt(1, 2);
        list.relevantButNotShown(7);
        list.start(5);
        list.relevantAt(5, 1);
        assertThat(list.length()).isEqualTo(5);
        assertThat(list.hits()).isEqualTo(1);
        assertThat(list.relevant()).isEqualTo(1);
        assertThat(list.idealGain(0)).isEqualTo(1);
        assertThat(list.isBinary()).isTrue();
    }

    @Test
    void growsWithTheRelevantItems() {
        list.start(1000);
        for (int position = 1000; position > 0; position--) {
            list.relevantAt(position, position);
        }
        assertThat(list.hits()).isEqualTo(1000);
        assertThat(list.position(999)).isEqualTo(1000);
        assertThat(list.gain(0)).isEqualTo(1);
        assertThat(list.idealGain(0)).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 4})
    void refusesAPositionOutsideTheList(int position) {
        list.start(3);
        assertThatIllegalArgumentException().isThrownBy(() -> list.relevantAt(position, 1));
    }

    @Test
    void refusesTwoItemsAtOnePosition() {
        list.start(3);
        list.relevantAt(2, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> list.relevantAt(2, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesARelevantItemWithoutGain(double gain) {
        list.start(3);
        assertThatIllegalArgumentException().isThrownBy(() -> list.relevantButNotShown(gain));
    }
}
