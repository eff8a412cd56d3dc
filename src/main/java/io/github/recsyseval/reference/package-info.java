/**
 * The files of the Go tool recsys-eval (aatuh/recsys) and its report, filled with the metrics of this program.
 * No metric is computed here: {@link io.github.recsyseval.reference.GoFiles} says what the files may contain, {@link
 * io.github.recsyseval.reference.ModeRun} turns them into a plan of the evaluation, and {@link
 * io.github.recsyseval.reference.RunReport} is that tool's report. docs/run.md is the user's view.
 */
@NullMarked
package io.github.recsyseval.reference;

import org.jspecify.annotations.NullMarked;
