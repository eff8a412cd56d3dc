package io.github.recsyseval.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairedRatiosTest {

    @Test
    void isThePairedTTestWithOneRequestForEachUser() {
        // a = [.9, .4, .63, 1, .5, .3869]; b = [.5, .5, .63, .4307, .3562, .3333]; r = scipy.stats.ttest_rel(a, b)
        double[] a = {.9, .4, .63, 1, .5, .3869};
        double[] b = {.5, .5, .63, .4307, .3562, .3333};
        PairedRatios paired = new PairedRatios();
        for (int i = 0; i < a.length; i++) {
            paired.add(a[i], 1, b[i], 1);
        }
        Interval interval = paired.interval(0.95).interval().orElseThrow();
        assertThat(paired.difference() / paired.standardError()).isCloseTo(1.700225539857819, within(1e-13));
        assertThat(paired.pValue()).isCloseTo(0.14983321531480256, within(1e-13));
        assertThat(interval.lower()).isCloseTo(-0.09100842201446593, within(1e-13));
        assertThat(interval.upper()).isCloseTo(0.4465750886811326, within(1e-13));
    }

    /**
     * u = np.array([[2,3,1.5,2],[.5,1,1,3],[1.2,2,.2,1],[3.1,4,2.9,5],[0,2,.5,2]]), A = 6.8/12, B = 6.1/13,
     * e = (a - A c)/12 - (b - B d)/13, se = sqrt(5/4 sum e^2); relative: the L for which the t test
     * of A - B = L B, with f = (b - B d)/13 and e - L f, is at its critical value, by scipy.optimize.brentq
     */
    @Test
    void usersWithDifferentNumbersOfRequests() {
        PairedRatios paired = users();
        assertThat(paired.first()).isCloseTo(6.8 / 12, within(1e-15));
        assertThat(paired.second()).isCloseTo(6.1 / 13, within(1e-15));
        assertThat(paired.standardError()).isCloseTo(0.0872769418582086, within(1e-15));
        Interval relative = paired.relativeInterval(0.95).interval().orElseThrow();
        assertThat(relative.lower()).isCloseTo(-0.3751021469346727, within(1e-13));
        assertThat(relative.upper()).isCloseTo(0.8194873323190072, within(1e-12));
    }

    /**
     * scipy.stats.ttest_rel(a, b) rejects, p = 0.0445; A / B - 1 = 0.778 -+ t 0.546 by the delta method would begin at -0.457. The ends by
     * scipy.optimize.brentq, as above.
     */
    @Test
    void theRelativeDifferenceLeavesOutZeroWhenTheDifferenceDoes() {
        double[] a = {1, 1, 1, 0, 1, 1, 1, 0, 1, 1};
        double[] b = {1, 1, .5, 0, 0, 1, 0, 0, 0, 1};
        PairedRatios paired = new PairedRatios();
        for (int i = 0; i < a.length; i++) {
            paired.add(a[i], 1, b[i], 1);
        }
        assertThat(paired.pValue()).isCloseTo(0.04450353730557642, within(1e-13));
        Interval relative = paired.relativeInterval(0.95).interval().orElseThrow();
        assertThat(relative.lower()).isCloseTo(0.015844842045947286, within(1e-12));
        assertThat(relative.upper()).isCloseTo(6.112491934999332, within(1e-9));
    }

    @Test
    void theOrderOfUsersChangesNoBit() {
        PairedRatios reversed = new PairedRatios();
        reversed.add(0, 2, .5, 2);
        reversed.add(3.1, 4, 2.9, 5);
        reversed.add(1.2, 2, .2, 1);
        reversed.add(.5, 1, 1, 3);
        reversed.add(2, 3, 1.5, 2);
        assertThat(reversed.standardError()).isEqualTo(users().standardError());
        assertThat(reversed.pValue()).isEqualTo(users().pValue());
    }

    @Test
    void identicalSidesSayNothingOfHowOthersWouldDiffer() {
        PairedRatios paired = new PairedRatios();
        paired.add(0.5, 1, 0.5, 1);
        paired.add(1.7, 2, 1.7, 2);
        assertThat(paired.interval(0.95)).isEqualTo(new NoInterval("no variation between users"));
        assertThat(paired.relativeInterval(0.95)).isEqualTo(new NoInterval("no variation between users"));
        assertThat(paired.pValue()).isNaN();
    }

    @Test
    void saysWhyThereIsNoInterval() {
        PairedRatios paired = new PairedRatios();
        assertThat(paired.interval(0.95)).isEqualTo(new NoInterval("no pairs"));
        paired.add(1, 1, 0.5, 1);
        assertThat(paired.interval(0.95)).isEqualTo(new NoInterval("one user"));
        paired.add(1, 1, 0.5, 1);
        assertThat(paired.interval(0.95)).isEqualTo(new NoInterval("no variation between users"));
        assertThat(paired.pValue()).isNaN();
    }

    private static PairedRatios users() {
        PairedRatios paired = new PairedRatios();
        paired.add(2, 3, 1.5, 2);
        paired.add(.5, 1, 1, 3);
        paired.add(1.2, 2, .2, 1);
        paired.add(3.1, 4, 2.9, 5);
        paired.add(0, 2, .5, 2);
        return paired;
    }
}
