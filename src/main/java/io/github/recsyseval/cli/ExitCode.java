package io.github.recsyseval.cli;

/** What the exit status of a run says. When several apply, all are listed and the highest class wins. */
public final class ExitCode {

    /** The work is done and nothing speaks against it; a decision, if asked for, is "ship". */
    public static final int OK = 0;

    /** A defect of the tool itself. */
    public static final int INTERNAL = 1;

    /** The decision is "hold". */
    public static final int HOLD = 2;

    /** The decision is "roll back". */
    public static final int ROLL_BACK = 3;

    /** A regression gate failed, or could not be evaluated. */
    public static final int GATE_FAILED = 4;

    /** A limit on data quality or a guardrail failed. */
    public static final int LIMIT_FAILED = 5;

    /** Records do not match their schema. */
    public static final int INVALID_RECORDS = 6;

    /** The command line or the configuration is wrong. */
    public static final int USAGE = 64;

    /** Input is missing, unreadable, corrupt or of another contract. */
    public static final int INPUT = 66;

    /** The memory did not suffice. */
    public static final int OUT_OF_MEMORY = 70;

    /** Output could not be written, or reading broke off. */
    public static final int IO = 74;

    /** Interrupted, as by Ctrl-C. */
    public static final int INTERRUPTED = 130;

    /** Whoever read the output has gone, as in {@code | head}; nothing is printed about it. */
    public static final int CLOSED_PIPE = 141;

    private ExitCode() {}
}
