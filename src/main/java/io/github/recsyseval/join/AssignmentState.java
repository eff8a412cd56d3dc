package io.github.recsyseval.join;

/**
 * What is known of an assignment, in the bits of a byte: the lowest two say what its request's exposure is, the next one whether that has
 * another user, and those above what the assignment is to others of its request. The lowest three also stand in an int beside the number of
 * the assignment's arm, so that all that is counted of it goes along while assignments are sorted.
 */
final class AssignmentState {
    static final int UNMATCHED = 0;
    static final int MATCHED = 1;
    static final int EXCLUDED = 2;
    static final int OTHER_CONTEXT = 3;

    /** The bits that say which of these it is. */
    private static final int MATCH = 3;
    /** The bit of an assignment whose exposure has another user. */
    private static final int OTHER_USER = 4;

    /** How many bits these are. */
    private static final int BITS = 3;

    private static final int LOWEST = (1 << BITS) - 1;

    private static final AssignmentClass[] CLASSES = AssignmentClass.values();
    private static final byte[] CLASS_OF_STATE = classes();

    private AssignmentState() {}

    /** Of an assignment without exposure that is so much to others of its request. */
    static byte of(AssignmentClass repeat) {
        return (byte) (repeat.ordinal() << BITS | UNMATCHED);
    }

    /** The state with another exposure. */
    static byte with(byte state, int match, boolean otherUser) {
        return (byte) (state & ~LOWEST | match | (otherUser ? OTHER_USER : 0));
    }

    /** The number of the {@link AssignmentClass}, as far as the user's other assignments do not matter. */
    static byte classNumber(byte state) {
        return CLASS_OF_STATE[state];
    }

    private static byte[] classes() {
        byte[] classes = new byte[CLASSES.length << BITS];
        for (int state = 0; state < classes.length; state++) {
            AssignmentClass repeat = CLASSES[state >>> BITS];
            classes[state] = (byte) (repeat == AssignmentClass.JOINED ? joined(state) : repeat).ordinal();
        }
        return classes;
    }

    private static AssignmentClass joined(int state) {
        return switch (state & MATCH) {
            case UNMATCHED -> AssignmentClass.UNMATCHED;
            case MATCHED -> AssignmentClass.JOINED;
            default -> AssignmentClass.EXCLUDED;
        };
    }

    /** The number of an arm, below 2^29, with the lowest bits of a state. */
    static int withArm(int arm, byte state) {
        return arm << BITS | state & LOWEST;
    }

    /** The arm of such a number. */
    static int arm(int withArm) {
        return withArm >>> BITS;
    }

    /** Whether the request has an exposure that is evaluated; of a state with or without arm, as are all that follow. */
    static boolean isMatched(int state) {
        return (state & MATCH) == MATCHED;
    }

    /** Whether the request has an exposure of another user. */
    static boolean isOfOtherUser(int state) {
        return (state & OTHER_USER) != 0;
    }

    /** Whether the join rate counts the assignment at all. */
    static boolean isInJoinRate(int state) {
        return (state & MATCH) != EXCLUDED;
    }

    /** Whether the join rate counts it as matched. */
    static boolean isJoined(int state) {
        return (state & MATCH) == MATCHED || (state & MATCH) == OTHER_CONTEXT;
    }
}
