package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.Mark;
import io.github.recsyseval.sample.log.Part;
import io.github.recsyseval.sample.world.Die;
import io.github.recsyseval.sample.world.World;

/** Where a fault strikes: its rate and a die of its own, so that no fault moves another. */
public final class Chance {
    private final String fault;
    private final double rate;
    private final World world;
    private final Die strike;
    private final Die detail;

    public Chance(String fault, double rate, World world) {
        this.fault = fault;
        this.rate = rate;
        this.world = world;
        strike = new Die(world.seed(), "fault/" + fault);
        detail = new Die(world.seed(), "fault detail/" + fault);
    }

    /** Whether the fault strikes this unit; what it strikes at one rate it strikes at every higher one. */
    public boolean hits(long unit) {
        return strike.hits(rate, unit);
    }

    public double rate() {
        return rate;
    }

    /** A whole number in from .. to-1 for a unit that was struck. */
    public int between(int from, int to, long unit) {
        return from + detail.below(to - from, unit, 0);
    }

    /** One of the forms of the fault, all equally likely. */
    public String oneOf(long unit, String... forms) {
        return forms[detail.below(forms.length, unit, 1)];
    }

    public World world() {
        return world;
    }

    Mark mark(Part part) {
        return new Mark(fault, part, "");
    }

    Mark mark(Part part, String form) {
        return new Mark(fault, part, form);
    }
}
