package io.github.recsyseval.cli;

/** Says that no output file was changed, when the process ends before its work is done. */
public final class Interruption extends Thread {
    private Interruption() {
        super("interrupted");
    }

    /** Speaks up if the process is ended from now on. */
    public static Interruption expected() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption);
        return interruption;
    }

    /** The work is done: true, unless the process is already ending. */
    public boolean averted() {
        try {
            return Runtime.getRuntime().removeShutdownHook(this);
        } catch (IllegalStateException alreadyEnding) {
            return false;
        }
    }

    @Override
    public void run() {
        System.err.println("recsys-eval: interrupted; no output file was changed");
    }
}
