package io.github.recsyseval;

import io.github.recsyseval.cli.Interruption;
import io.github.recsyseval.cli.RecsysEval;

/** The way in, and the only place that ends the process. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Interruption interruption = Interruption.expected();
        int exitCode = RecsysEval.run(args);
        if (interruption.averted()) {
            System.exit(exitCode);
        }
    }
}
