package io.github.recsyseval.stat;

import java.util.ArrayList;
import java.util.List;

/**
 * The change of a ratio split by slices into mix (the slices' shares have changed) and rate (the ratios within the slices have): the
 * symmetric decomposition of Kitagawa, "Components of a Difference Between Two Rates", JASA 50 (1955), 1168-1194, also known as
 * shift-share analysis. With share w and ratio r of a slice, before (0) and after (1), and R the ratio over all slices,
 *
 * <pre>
 * rate = (w0 + w1) / 2 * (r1 - r0)
 * mix  = (w1 - w0) * ((r0 + r1) / 2 - (R0 + R1) / 2)
 * </pre>
 *
 * <p>Subtracting the mean of R changes no sum, since shares sum to 1, and says what a slice's growth means: growing adds to the ratio
 * where the slice lies above the whole. The parts of all slices sum to R1 - R0. A slice that is on one side only has no ratio to
 * compare, so all of it is mix: the ratio that it lacks is taken to be the one that it has.
 */
public final class MixAndRate {

    private MixAndRate() {}

    /** What a slice contributes to the change of the whole. */
    public record Part(double mix, double rate) {}

    /** A slice's numerator and denominator on one side; a denominator of 0 says that it is not there. */
    public record Side(double sum, double n) {}

    /**
     * The parts, slice by slice.
     *
     * @param before of every slice
     * @param after of the same slices in the same order
     * @throws IllegalArgumentException if a side has no observations at all
     */
    public static List<Part> of(List<Side> before, List<Side> after) {
        Side whole0 = whole(before);
        Side whole1 = whole(after);
        double middle = (whole0.sum() / whole0.n() + whole1.sum() / whole1.n()) / 2;
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Side slice0 = before.get(i);
            Side slice1 = after.get(i);
            double w0 = slice0.n() / whole0.n();
            double w1 = slice1.n() / whole1.n();
            if (w0 == 0 && w1 == 0) {
                parts.add(new Part(0, 0));
                continue;
            }
            double r0 = w0 > 0 ? slice0.sum() / slice0.n() : slice1.sum() / slice1.n();
            double r1 = w1 > 0 ? slice1.sum() / slice1.n() : r0;
            parts.add(new Part((w1 - w0) * ((r0 + r1) / 2 - middle), (w0 + w1) / 2 * (r1 - r0)));
        }
        return parts;
    }

    private static Side whole(List<Side> slices) {
        ExactSum sum = new ExactSum();
        ExactSum n = new ExactSum();
        for (Side slice : slices) {
            sum.add(slice.sum());
            n.add(slice.n());
        }
        if (!(n.value() > 0)) {
            throw new IllegalArgumentException("no observations");
        }
        return new Side(sum.value(), n.value());
    }
}
