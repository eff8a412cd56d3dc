package io.github.recsyseval.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "ndgc, ndcg, 1", "'', map, 3", "map, map, 0", "abcd, badc, 2", "ca, abc, 3"})
    void countsInsertionsDeletionsSubstitutionsAndSwaps(String a, String b, int edits) {
        // the textbook cases of Levenshtein and optimal string alignment distance
        assertThat(DidYouMean.edits(a, b)).isEqualTo(edits);
        assertThat(DidYouMean.edits(b, a)).isEqualTo(edits);
    }

    @Test
    void suggestsTheClosest() {
        List<String> known = List.of("precision", "recall", "map", "mrr", "ndcg", "ndcg_exp");
        assertThat(DidYouMean.suggest("ndgc", known)).contains("ndcg");
        assertThat(DidYouMean.suggest("NDCG", known)).contains("ndcg");
        assertThat(DidYouMean.suggest("precison", known)).contains("precision");
        assertThat(DidYouMean.suggest("latency", known)).isEmpty();
        assertThat(DidYouMean.suggest("x", List.of())).isEmpty();
    }

    @Test
    void takesTheFirstInTheAlphabetOfEquallyCloseOnes() {
        assertThat(DidYouMean.suggest("mapp", List.of("mappy", "mapps", "amapp")))
                .contains("amapp");
    }

    @Test
    void asksOnlyWhenThereIsSomethingToAsk() {
        assertThat(DidYouMean.hint("surfce", List.of("surface"))).isEqualTo("; did you mean surface?");
        assertThat(DidYouMean.hint("surfce", List.of("tenant"))).isEmpty();
    }
}
