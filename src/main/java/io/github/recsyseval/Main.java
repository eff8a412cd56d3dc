package io.github.recsyseval;

import io.github.recsyseval.cli.Interruption;
import io.github.recsyseval.cli.RecsysEval;

/** The way in, and the only place that ends the process. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Interruption interruption = Interruption.expected();
        int exitCode = 1;
        try {
            exitCode = RecsysEval.run(args);
        } catch (
                Throwable broken) { // an error of which not even its own sentence could be made, as without a file left
            // to open
            System.err.println("recsys-eval: internal error: " + broken);
        }
        if (interruption.averted()) {
            System.exit(exitCode);
        }
    }
}
