/** The command line. Start reading at {@link io.github.recsyseval.cli.RecsysEval}. */
@NullMarked
package io.github.recsyseval.cli;

import org.jspecify.annotations.NullMarked;
