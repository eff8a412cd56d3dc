package io.github.recsyseval;

import io.github.recsyseval.cli.RecsysEval;

/** The way in, and the only place that ends the process. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(RecsysEval.run(args));
    }
}
