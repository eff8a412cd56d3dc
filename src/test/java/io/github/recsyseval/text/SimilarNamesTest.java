package io.github.recsyseval.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"A ", " A", "a", "\u0410", "\u0391", "\u0430", "A\u200B", "\uFF21", "A\u00A0"})
    void looksLikeA(String other) {
        assertThat(SimilarNames.alike("A", other)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "A1", "AA", "\u00C4", "\u0411", ""})
    void doesNotLookLikeAnotherA(String other) {
        assertThat(SimilarNames.alike("A", other)).isFalse();
    }

    @Test
    void whatLooksAlikeIsSpelledOut() {
        List<String> names = List.of("A", "A ", "\u0410", "\u043A\u043E\u043D\u0442\u0440\u043E\u043B\u044C");
        assertThat(names.stream().map(name -> SimilarNames.shown(name, names)))
                .containsExactly("A", "A\\u0020", "\\u0410", "\u043A\u043E\u043D\u0442\u0440\u043E\u043B\u044C");
    }
}
