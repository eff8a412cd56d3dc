package io.github.recsyseval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelevanceTest {

    @ParameterizedTest
    @CsvSource({
        "'click', 1, 0",
        "'conversion', 0, 1",
        "'click,conversion', 1, 1",
        "'click=1,conversion=3', 1, 3",
        "' conversion = 2.5 , click ', 1, 2.5",
        "'click=0,conversion', 0, 1"
    })
    void readsEventsWithTheirGains(String text, double click, double conversion) {
        assertThat(Relevance.parse(text)).isEqualTo(new Relevance(click, conversion));
    }

    @Test
    void sayWhatIsWrong() {
        assertWrong("clicks", "there is no event \"clicks\", only click and conversion; did you mean click?");
        assertWrong("view=1", "there is no event \"view\", only click and conversion");
        assertWrong("click=1,click=2", "click is given twice");
        assertWrong("click=-1", "a gain is a number from 0 up, as in conversion=3");
        assertWrong("click=", "a gain is a number from 0 up, as in conversion=3");
        assertWrong("click=0", "nothing would be relevant");
    }

    private static void assertWrong(String text, String sentence) {
        assertThatExceptionOfType(InvalidMetricException.class)
                .isThrownBy(() -> Relevance.parse(text))
                .withMessage("relevance \"" + text + "\": " + sentence);
    }
}
