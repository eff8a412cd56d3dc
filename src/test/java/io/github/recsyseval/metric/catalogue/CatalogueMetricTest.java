package io.github.recsyseval.metric.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.recsyseval.metric.catalogue.CatalogueMetric.Kind;
import io.github.recsyseval.metric.ranking.Cutoff;
import io.github.recsyseval.testing.AccumulatorLaws;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueMetricTest {

    private static final Cutoff TWO = Cutoff.at(2);
    private static final Catalogue LOG = new Catalogue.ItemsOfTheLog();

    /** Within two: item 1 three times, 2 twice, 3 once; item 4 on the third place only, item 5 only wanted. */
    private final CatalogueTally tally = tally(List.of(TWO), new long[][] {{1, 2, 4}, {2, 1}, {1, 3}});

    CatalogueMetricTest() {
        tally.addExisting(5);
        tally.addExisting(1);
    }

    @ParameterizedTest
    @CsvSource({
        "COVERAGE, 0.6", // 3 of 5
        "GINI, 0.5333333333333333", // c = 0 0 1 2 3: (-4*0 - 2*0 + 0*1 + 2*2 + 4*3) / (5 * 6)
        "ENTROPY, 0.6284", // 1.0114 / ln 5
        "EVENNESS, 0.9206", // 1.0114 / ln 3
        "EFFECTIVE_CATALOGUE, 2.7495", // exp(1.0114), 1.0114 = -(1/2 ln 1/2 + 1/3 ln 1/3 + 1/6 ln 1/6)
        "NOVELTY, 1.6815", // slots at any rank 3 2 1 1 of 7: (3 log2(7/3) + 2 log2(7/2) + log2(7)) / 6
        "LONG_TAIL_SHARE, 0", // 3 + 2 of 7 are 71 %; the next needed has 1, as items 3 and 4 have: all are head
        "PERSONALISATION, 0.3333333333333333" // overlaps 2, 1, 1: mean 4/3 of 2
    })
    void figuresByHand(Kind kind, double value) {
        assertThat(figure(kind, TWO, LOG, Popularity.ofThisLog())).isCloseTo(value, within(5e-5));
    }

    @Test
    void aGivenCatalogueIsTheUniverse() {
        // c = 0 x 7, 1, 2, 3 over ten items: (5*1 + 7*2 + 9*3) / (10 * 6)
        assertThat(figure(Kind.COVERAGE, TWO, new Catalogue.Size(10), Popularity.ofThisLog()))
                .isEqualTo(0.3);
        assertThat(figure(Kind.GINI, TWO, new Catalogue.Size(10), Popularity.ofThisLog()))
                .isCloseTo(46 / 60.0, within(1e-15));
        Catalogue items = new Catalogue.Items(new long[] {9, 3, 1, 8, 3});
        assertThat(figure(Kind.COVERAGE, TWO, items, Popularity.ofThisLog())).isEqualTo(0.5);
        // c = 0 0 1 3: (1*1 + 3*3) / (4 * 4)
        assertThat(figure(Kind.GINI, TWO, items, Popularity.ofThisLog())).isCloseTo(10 / 16.0, within(1e-15));
    }

    @Test
    void popularityFromElsewhereIsSmoothed() {
        // counts 1: 10, 2: 5, 7: 0; items 1 2 3 4 5 7, so p(1) = 11/21, p(2) = 6/21, p(3) = 1/21
        Popularity popularity = Popularity.of(new long[] {7, 2, 1}, new double[] {0, 5, 10});
        double bits = (3 * log2(21 / 11.0) + 2 * log2(21 / 6.0) + log2(21)) / 6;
        assertThat(figure(Kind.NOVELTY, TWO, LOG, popularity)).isCloseTo(bits, within(1e-14));
        // 10 of 15 are 67 %, so item 2 belongs to the head; item 3, without a count, is the tail
        assertThat(figure(Kind.LONG_TAIL_SHARE, TWO, LOG, popularity)).isCloseTo(1 / 6.0, within(1e-15));
    }

    @Test
    void equallyPopularItemsAreAllHeadOrAllTail() {
        // 6 of 10 held by item 1; items 2 to 5 have 1 each and two of them are needed: all four are head
        Popularity popularity = Popularity.of(new long[] {1, 2, 3, 4, 5}, new double[] {6, 1, 1, 1, 1});
        assertThat(figure(Kind.LONG_TAIL_SHARE, TWO, LOG, popularity)).isZero();
        // 8 of 10 are enough
        Popularity steep = Popularity.of(new long[] {1, 2, 3}, new double[] {8, 1, 1});
        assertThat(figure(Kind.LONG_TAIL_SHARE, TWO, LOG, steep)).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithAPlainReimplementationOnRandomWorlds(long seed) {
        Random random = new Random(seed);
        PlainWorld world = PlainWorld.random(random);
        List<Cutoff> cutoffs = List.of(Cutoff.at(1), Cutoff.at(3), Cutoff.at(10), Cutoff.NONE);
        CatalogueTally worldTally = tally(cutoffs, world.lists());
        for (Cutoff cutoff : cutoffs) {
            for (Kind kind : Kind.values()) {
                assertThat(new CatalogueMetric(kind, cutoff)
                                .figure(worldTally, LOG, Popularity.ofThisLog())
                                .value())
                        .as("%s %s", kind, cutoff)
                        .isCloseTo(world.value(kind, cutoff.k()), within(1e-10));
            }
        }
    }

    @Test
    void personalisationOfListsOfKItemsIsTheKnownClosedForm() {
        // 1 - (sum c^2 - n k) / (k n (n - 1)) with c = 2 2 1 1, n = 3, k = 2
        CatalogueTally lists = tally(List.of(TWO), new long[][] {{1, 2}, {1, 3}, {2, 4}});
        assertThat(new CatalogueMetric(Kind.PERSONALISATION, TWO)
                        .figure(lists, LOG, Popularity.ofThisLog())
                        .value())
                .isCloseTo(1 - (10 - 6) / 12.0, within(1e-15));
    }

    @Test
    void obeysTheLawsOfAccumulatorsOnBothSidesOfTheCap() {
        Random random = new Random(8);
        List<long[]> lists = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            lists.add(random.longs(0, 60).distinct().limit(random.nextInt(8)).toArray());
        }
        long distinct = lists.stream()
                .flatMapToLong(java.util.Arrays::stream)
                .distinct()
                .count();
        for (int cap : new int[] {20, (int) distinct - 1, (int) distinct, 1000}) {
            AccumulatorLaws<CatalogueTally, long[]> laws = AccumulatorLaws.of(
                    () -> new CatalogueTally(List.of(TWO, Cutoff.at(5)), cap),
                    (accumulator, list) -> accumulator.addList(list, list.length),
                    CatalogueTally::add,
                    CatalogueMetricTest::allFigures);
            laws.holdFor(lists);
        }
    }

    @Test
    void tooManyItemsLeaveNoFigure() {
        CatalogueTally small = new CatalogueTally(List.of(TWO), 2);
        small.addList(new long[] {1, 2}, 2);
        assertThat(whyNot(Kind.GINI, small, LOG)).isEmpty();
        small.addList(new long[] {1, 3}, 2);
        assertThat(whyNot(Kind.GINI, small, LOG)).isEqualTo("too many items");
        small.addList(new long[] {1, 4}, 2);
        small.addExisting(9);
        assertThat(whyNot(Kind.COVERAGE, small, LOG)).isEqualTo("too many items");
    }

    @Test
    void saysWhyThereIsNoFigure() {
        CatalogueTally none = tally(List.of(TWO), new long[][] {{}});
        for (Kind kind : Kind.values()) {
            assertThat(whyNot(kind, none, LOG)).isEqualTo("no items shown");
        }
        CatalogueTally one = tally(List.of(TWO), new long[][] {{1, 2}, {}});
        assertThat(whyNot(Kind.PERSONALISATION, one, LOG)).isEqualTo("one list");
        assertThat(whyNot(Kind.GINI, one, LOG)).isEmpty();
        assertThat(whyNot(Kind.COVERAGE, tally, new Catalogue.Size(2)))
                .isEqualTo("more items shown than the catalogue has");
        assertThat(whyNot(Kind.GINI, tally, new Catalogue.Items(new long[] {77})))
                .isEqualTo("no items of the catalogue shown");
        assertThat(figure(Kind.COVERAGE, TWO, new Catalogue.Items(new long[] {77}), Popularity.ofThisLog()))
                .isZero();
    }

    @Test
    void aSingleItemIsShownEvenly() {
        CatalogueTally single = tally(List.of(TWO), new long[][] {{1}, {1}, {1}});
        assertThat(allFigures(single).subList(0, 8))
                .containsExactly("1.0", "0.0", "0.0", "0.0", "1.0", "0.0", "0.0", "0.0");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void namesAndDefinitionsSayWhatIsMeant(Kind kind) {
        CatalogueMetric metric = new CatalogueMetric(kind, Cutoff.at(10));
        assertThat(metric.name(new Catalogue.Size(5)))
                .isEqualTo(kind.name().toLowerCase(java.util.Locale.ROOT) + "@10");
        assertThat(metric.definition(LOG, Popularity.ofThisLog())).contains("the first 10");
        assertThat(metric.higherIsBetter()).isEqualTo(kind != Kind.GINI);
    }

    @Test
    void coverageWithoutACatalogueIsCalledObserved() {
        CatalogueMetric coverage = new CatalogueMetric(Kind.COVERAGE, Cutoff.NONE);
        assertThat(coverage.name(LOG)).isEqualTo("observed_coverage");
        assertThat(coverage.definition(LOG, Popularity.ofThisLog()))
                .isEqualTo("items in the lists of any list / the items of this log (shown at any rank, or relevant)");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Catalogue.Size(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Catalogue.Items(new long[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Popularity.of(new long[] {1, 1}, new double[] {1, 2}));
        assertThatIllegalArgumentException().isThrownBy(() -> Popularity.of(new long[] {1}, new double[] {-1}));
        assertThatIllegalArgumentException().isThrownBy(() -> tally.add(new CatalogueTally(List.of())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figure(Kind.GINI, Cutoff.at(7), LOG, Popularity.ofThisLog()));
    }

    private double figure(Kind kind, Cutoff cutoff, Catalogue catalogue, Popularity popularity) {
        return new CatalogueMetric(kind, cutoff)
                .figure(tally, catalogue, popularity)
                .value();
    }

    private static String whyNot(Kind kind, CatalogueTally tally, Catalogue catalogue) {
        CatalogueFigure figure = new CatalogueMetric(kind, TWO).figure(tally, catalogue, Popularity.ofThisLog());
        assertThat(Double.isNaN(figure.value())).isEqualTo(figure.whyNot().isPresent());
        return figure.whyNot().orElse("");
    }

    private static List<String> allFigures(CatalogueTally tally) {
        List<String> figures = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            CatalogueFigure figure = new CatalogueMetric(kind, TWO).figure(tally, LOG, Popularity.ofThisLog());
            figures.add(figure.whyNot().orElse(Double.toString(figure.value())));
        }
        figures.add(tally.lists() + " lists, " + tally.items() + " items");
        return figures;
    }

    private static CatalogueTally tally(List<Cutoff> cutoffs, long[][] lists) {
        CatalogueTally tally = new CatalogueTally(cutoffs);
        for (long[] list : lists) {
            tally.addList(list, list.length);
        }
        return tally;
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
