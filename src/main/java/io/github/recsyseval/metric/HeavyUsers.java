package io.github.recsyseval.metric;

import io.github.recsyseval.stat.OrderedValues;
import io.github.recsyseval.stat.ValueCounts;

/**
 * Who the heavy users are: those with more than {@value #TIMES} times the exposures of the median user. The median does not move with
 * them, however few users there are in all. In usual logs they are a few per cent of the users at the most.
 */
public final class HeavyUsers {
    public static final int TIMES = 10;

    /** The rule in words; the number is {@link #most}. */
    public static final String WORDS = "users with more than " + TIMES + " times the exposures of the median user";

    private final ValueCounts exposures = new ValueCounts();

    public void add(long ofUser) {
        exposures.add(ofUser);
    }

    /** How many exposures a user has at the most who is none of them; 0 without users. */
    public long most() {
        OrderedValues ofUsers = exposures.ordered();
        return ofUsers.count() == 0 ? 0 : TIMES * (long) ofUsers.quantile(0.5);
    }
}
