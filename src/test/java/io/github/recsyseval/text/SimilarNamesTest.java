package io.github.recsyseval.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"A ", " A", "a", "\u0410", "\u0391", "\u0430", "A\u200B", "\uFF21", "A\u00A0"})
    void looksLikeA(String other) {
        assertThat(SimilarNames.among(List.of("A", other)).isAmbiguous("A")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "A1", "AA", "\u00C4", "\u0411", ""})
    void doesNotLookLikeAnotherA(String other) {
        assertThat(SimilarNames.among(List.of("A", other)).isAmbiguous("A")).isFalse();
    }

    @Test
    void whatLooksAlikeIsSpelledOut() {
        List<String> names = List.of("A", "A ", "\u0410", "\u043A\u043E\u043D\u0442\u0440\u043E\u043B\u044C");
        assertThat(names.stream().map(SimilarNames.among(names)::shown))
                .containsExactly("A", "A\\u0020", "\\u0410", "\u043A\u043E\u043D\u0442\u0440\u043E\u043B\u044C");
    }

    @Test
    void namesThatLookAlikeStandTogether() {
        SimilarNames names = SimilarNames.among(List.of("A", "B", "A ", "b", "C", "\u0410"));
        assertThat(names.alike()).containsExactly(List.of("A", "A ", "\u0410"), List.of("B", "b"));
        assertThat(names.isAmbiguous("C")).isFalse();
        assertThat(names.isAmbiguous("c")).as("a name that is none of them").isTrue();
    }

    /** Each name is looked at once, not against all others: the user's id logged as variant. */
    @Test
    @Timeout(10)
    void tensOfThousandsOfNamesTakeNoTime() {
        List<String> many =
                IntStream.range(0, 50_000).mapToObj(i -> "user " + i).toList();
        SimilarNames names = SimilarNames.among(many);
        assertThat(many).noneMatch(names::isAmbiguous);
        assertThat(names.alike()).isEmpty();
    }
}
