/** Command lines as a user would type them: exit codes, sentences, outputs. */
@NullMarked
package io.github.recsyseval.cli;

import org.jspecify.annotations.NullMarked;
