package io.github.recsyseval;

import io.github.recsyseval.cli.RecsysEval;

/** The way in, and the only place that ends the process. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Thread interrupted = new Thread(
                () -> System.err.println("recsys-eval: interrupted; no output file was changed"), "interrupted");
        Runtime.getRuntime().addShutdownHook(interrupted);
        int exitCode = RecsysEval.run(args);
        try {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException alreadyEnding) {
            return;
        }
        System.exit(exitCode);
    }
}
