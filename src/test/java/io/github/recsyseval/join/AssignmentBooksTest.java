package io.github.recsyseval.join;

import static io.github.recsyseval.join.AssignmentClass.CONFLICTING_DUPLICATE;
import static io.github.recsyseval.join.AssignmentClass.EXCLUDED;
import static io.github.recsyseval.join.AssignmentClass.IDENTICAL_DUPLICATE;
import static io.github.recsyseval.join.AssignmentClass.JOINED;
import static io.github.recsyseval.join.AssignmentClass.SEVERAL_VARIANTS_OF_REQUEST;
import static io.github.recsyseval.join.AssignmentClass.SEVERAL_VARIANTS_OF_USER;
import static io.github.recsyseval.join.AssignmentClass.UNKNOWN_EXPERIMENT;
import static io.github.recsyseval.join.AssignmentClass.UNMATCHED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.event.Assignment;
import io.github.recsyseval.stat.RatioMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssignmentBooksTest {
    private final AssignmentIndex index = new AssignmentIndex();

    /** Requests are numbered so that the index keeps their order. */
    private AssignmentBooksTest given(long request, long user, String experiment, String variant, long time) {
        Assignment assignment = new Assignment();
        assignment.requestFirst = request;
        assignment.requestSecond = request;
        assignment.hasRequestId = true;
        assignment.user = user;
        assignment.experiment = experiment;
        assignment.variant = variant;
        assignment.timestamp = time;
        index.add(assignment);
        return this;
    }

    private List<AssignmentClass> classes(long... matched) {
        index.build(OrphanRule.KEEP_ALL);
        for (long request : matched) {
            index.match(index.find(request, request), request, request, 1, Selection.EVALUATED);
        }
        index.match(index.find(99, 99), 99, 99, 1, Selection.EXCLUDED);
        AssignmentBooks books = new AssignmentBooks(index);
        List<AssignmentClass> classes = new ArrayList<>();
        for (int row = 0; row < index.size(); row++) {
            classes.add(books.of(row));
        }
        return classes;
    }

    @Test
    void eachIsInTheFirstClassThatFits() {
        given(1, 1, "e", "a", 5);
        given(2, 2, "e", "a", 5).given(2, 2, "e", "a", 5);
        given(3, 3, "e", "a", 5).given(3, 3, "e", "b", 5);
        given(4, 4, "e", "a", 5).given(4, 4, "e", "a", 6);
        given(5, 5, "undefined", "a", 5);
        given(6, 6, "e", "a", 5);
        given(99, 7, "e", "a", 5);

        assertThat(classes(1, 2, 3, 4, 5))
                .containsExactly(
                        JOINED,
                        JOINED,
                        IDENTICAL_DUPLICATE,
                        SEVERAL_VARIANTS_OF_REQUEST,
                        SEVERAL_VARIANTS_OF_REQUEST,
                        JOINED,
                        CONFLICTING_DUPLICATE,
                        UNKNOWN_EXPERIMENT,
                        UNMATCHED,
                        EXCLUDED);
    }

    @Test
    void aUserMayBeInSeveralExperimentsButHasOneVariantInEach() {
        given(1, 1, "e", "a", 5).given(1, 1, "f", "a", 5);
        given(2, 1, "e", "b", 6);
        given(3, 1, "f", "a", 7);
        given(4, 2, "e", "a", 8);

        assertThat(classes(1, 2, 3, 4))
                .containsExactly(SEVERAL_VARIANTS_OF_USER, JOINED, SEVERAL_VARIANTS_OF_USER, JOINED, JOINED);
    }

    /** Users 0 ... 999 with three assignments each; those of users that 7 divides change the variant, wherever their hashes put them. */
    @Test
    void findsUsersWithSeveralVariantsAmongMany() {
        List<Long> requests = new ArrayList<>();
        for (long request = 0; request < 3000; request++) {
            long user = request % 1000;
            boolean changes = user % 7 == 0 && request >= 2000;
            given(request, user * 0x9E3779B97F4A7C15L, "e", changes || user % 2 == 0 ? "b" : "a", request);
            requests.add(request);
        }
        List<AssignmentClass> classes =
                classes(requests.stream().mapToLong(request -> request).toArray());
        for (int request = 0; request < 3000; request++) {
            // users that 14 divides have been in variant b all along
            boolean changes = request % 1000 % 7 == 0 && request % 1000 % 2 == 1;
            assertThat(classes.get(request)).isEqualTo(expected(request, changes));
        }
    }

    /** Request 99 is left out by a filter. */
    private static AssignmentClass expected(int request, boolean changes) {
        if (request == 99) {
            return EXCLUDED;
        }
        return changes ? SEVERAL_VARIANTS_OF_USER : JOINED;
    }

    @Test
    void countsByUserHowManyFindTheirExposure() {
        given(1, 1, "e", "a", 5).given(2, 1, "e", "a", 5).given(3, 1, "f", "c", 5);
        given(4, 2, "e", "b", 5);
        given(99, 3, "e", "b", 5);
        index.build(OrphanRule.KEEP_ALL);
        for (long request : new long[] {1, 4}) {
            index.match(index.find(request, request), request, request, 1, Selection.EVALUATED);
        }
        index.match(index.find(99, 99), 99, 99, 1, Selection.EXCLUDED);
        AssignmentBooks books = new AssignmentBooks(index);

        assertThat(share(books.matched())).isEqualTo("2 of 4 in 2 clusters");
        // both exposures are of user 1, the assignment of request 4 is of user 2
        assertThat(IntStream.range(0, 3).mapToObj(books::otherUser).map(AssignmentBooksTest::share))
                .containsExactly("0 of 1 in 1 clusters", "0 of 0 in 0 clusters", "1 of 1 in 1 clusters");
        assertThat(IntStream.range(0, 3).mapToObj(books::matched).map(AssignmentBooksTest::share))
                .containsExactly("1 of 2 in 1 clusters", "0 of 1 in 1 clusters", "1 of 1 in 1 clusters");
    }

    /** An id logged as variant: so many arms are counted together only. */
    @Test
    void looksAtNoArmOfTooMany() {
        for (int i = 0; i <= AssignmentIndex.MOST_VARIANTS; i++) {
            given(i, i, "e", "id-" + i, 5);
        }
        given(1, 1, "f", "c", 5);
        index.build(OrphanRule.KEEP_ALL);
        AssignmentBooks books = new AssignmentBooks(index);

        assertThat(share(books.matched())).isEqualTo("0 of 1002 in 1001 clusters");
        assertThat(share(books.matched(0))).isEqualTo("0 of 0 in 0 clusters");
        assertThat(share(books.matched(AssignmentIndex.MOST_VARIANTS + 1))).isEqualTo("0 of 1 in 1 clusters");
    }

    /** Assignment 1 joins, 99 is of another context, 3 and 4 are orphans; user 3 is left out. */
    @Test
    void joinRateCountsOrphansThatTheFilterKeepsAndMatchesOfOtherContexts() {
        given(1, 1, "e", "a", 5)
                .given(99, 2, "e", "a", 5)
                .given(3, 3, "e", "a", 5)
                .given(4, 4, "e", "a", 5);
        index.build((user, time) -> user == 3);
        index.match(index.find(1, 1), 1, 1, 1, Selection.EVALUATED);
        index.match(index.find(99, 99), 99, 99, 2, Selection.OTHER_CONTEXT);
        AssignmentBooks books = new AssignmentBooks(index);

        assertThat(share(books.matched())).isEqualTo("2 of 3 in 3 clusters");
        assertThat(books.counts()[EXCLUDED.ordinal()]).isEqualTo(2);
        assertThat(books.counts()[UNMATCHED.ordinal()]).isEqualTo(1);
        assertThat(share(books.otherUser(0))).isEqualTo("0 of 1 in 1 clusters");
    }

    private static String share(RatioMoments moments) {
        return (long) moments.numerator() + " of " + (long) moments.denominator() + " in " + moments.clusters()
                + " clusters";
    }
}
