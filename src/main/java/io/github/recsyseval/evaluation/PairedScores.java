package io.github.recsyseval.evaluation;

import io.github.recsyseval.stat.PairedRatios;

/** One metric of both sides of all pairs in a slice, summed by user, with wins, ties and losses. */
final class PairedScores {
    final PairedRatios ratios = new PairedRatios();
    long wins;
    long ties;
    long losses;

    private final boolean higherIsBetter;
    private double after;
    private int countedAfter;
    private double before;
    private int countedBefore;

    PairedScores(boolean higherIsBetter) {
        this.higherIsBetter = higherIsBetter;
    }

    long pairs() {
        return wins + ties + losses;
    }

    /** Adds a pair of requests of the present user. */
    void addPair(double scoreAfter, double scoreBefore) {
        addAfter(scoreAfter);
        addBefore(scoreBefore);
        compare(scoreAfter, scoreBefore);
    }

    /** Adds a request of the present user on the side of the run. */
    void addAfter(double score) {
        after += score;
        countedAfter++;
    }

    /** Adds a request of the present user on the side of the baseline. */
    void addBefore(double score) {
        before += score;
        countedBefore++;
    }

    /** Closes the present user, whose pairs were compared one by one. */
    void endUser() {
        if (countedAfter > 0 && countedBefore > 0) {
            ratios.add(after, countedAfter, before, countedBefore);
        }
        after = 0;
        countedAfter = 0;
        before = 0;
        countedBefore = 0;
    }

    /** Closes the present user, who is the pair. */
    void endUserAsPair() {
        if (countedAfter > 0 && countedBefore > 0) {
            compare(after / countedAfter, before / countedBefore);
        }
        endUser();
    }

    private void compare(double first, double second) {
        if (first == second) {
            ties++;
        } else if (first > second == higherIsBetter) {
            wins++;
        } else {
            losses++;
        }
    }
}
