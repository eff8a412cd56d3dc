/** Tests of {@code bin/recsys-eval} as a process, on folders that look like an installation or a source checkout. */
@NullMarked
package io.github.recsyseval.launcher;

import org.jspecify.annotations.NullMarked;
