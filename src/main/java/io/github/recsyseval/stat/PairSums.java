package io.github.recsyseval.stat;

/**
 * The exact sums over pairs (m, d): of m, of d, of their squares and of their product. Any order, any split and any merging of the pairs
 * give the same. Products below 2^-1022 are rounded. Not safe for concurrent use.
 */
final class PairSums {
    /** Whole numbers below this are summed in longs: their products stay below 2^40. */
    private static final int SMALL = 1 << 20;
    /** So many products of small numbers cannot overflow a long. */
    private static final long SMALL_BEFORE_FLUSH = 1 << 22;

    private final ExactSum m = new ExactSum();
    private final ExactSum d = new ExactSum();
    private final ExactSum mm = new ExactSum();
    private final ExactSum dd = new ExactSum();
    private final ExactSum md = new ExactSum();

    // Sums over pairs of small numbers that have not yet reached the exact sums.
    private long pending;
    private long smallM;
    private long smallD;
    private long smallMm;
    private long smallDd;
    private long smallMd;

    /** Whether a pair is of small whole numbers, of which {@link #addSmall} adds many at once. */
    static boolean isSmall(double m, double d) {
        int wholeM = (int) m;
        int wholeD = (int) d;
        return wholeM == m && wholeD == d && Math.abs(wholeM) < SMALL && Math.abs(wholeD) < SMALL;
    }

    /** Adds a pair. */
    void add(double ownM, double ownD) {
        if (isSmall(ownM, ownD)) {
            addSmall((int) ownM, (int) ownD, 1);
        } else {
            m.add(ownM);
            d.add(ownD);
            addProduct(mm, ownM, ownM);
            addProduct(dd, ownD, ownD);
            addProduct(md, ownM, ownD);
        }
    }

    /** Adds {@code times} pairs that are alike and {@linkplain #isSmall small}. */
    void addSmall(long ownM, long ownD, long times) {
        for (long left = times; left > 0; ) {
            long part = Math.min(left, SMALL_BEFORE_FLUSH);
            if (pending + part > SMALL_BEFORE_FLUSH) {
                flush();
            }
            pending += part;
            smallM += part * ownM;
            smallD += part * ownD;
            smallMm += part * ownM * ownM;
            smallDd += part * ownD * ownD;
            smallMd += part * ownM * ownD;
            left -= part;
        }
    }

    /** Takes out a pair that was added: as if it had never been, to the last bit. */
    void remove(double ownM, double ownD) {
        m.add(-ownM);
        d.add(-ownD);
        addProduct(mm, -ownM, ownM);
        addProduct(dd, -ownD, ownD);
        addProduct(md, -ownM, ownD);
    }

    /** Adds whole pairs by their sums. */
    void addSums(long sumM, long sumD, long sumMm, long sumDd, long sumMd) {
        m.addWhole(sumM);
        d.addWhole(sumD);
        mm.addWhole(sumMm);
        dd.addWhole(sumDd);
        md.addWhole(sumMd);
    }

    /** Adds the pairs of {@code other}, whose sums stay as they are. */
    void add(PairSums other) {
        other.flush();
        m.add(other.m);
        d.add(other.d);
        mm.add(other.mm);
        dd.add(other.dd);
        md.add(other.md);
    }

    /** Moves the pending sums to the exact ones. */
    private void flush() {
        addSums(smallM, smallD, smallMm, smallDd, smallMd);
        pending = 0;
        smallM = 0;
        smallD = 0;
        smallMm = 0;
        smallDd = 0;
        smallMd = 0;
    }

    ExactSum m() {
        flush();
        return m;
    }

    ExactSum d() {
        flush();
        return d;
    }

    ExactSum mm() {
        flush();
        return mm;
    }

    ExactSum dd() {
        flush();
        return dd;
    }

    ExactSum md() {
        flush();
        return md;
    }

    /** Adds a product of two numbers exactly: as it is rounded, and what rounding loses. */
    static void addProduct(ExactSum sum, double a, double b) {
        double product = a * b;
        sum.add(product);
        double lost = Math.fma(a, b, -product);
        if (lost != 0) {
            sum.add(lost);
        }
    }
}
