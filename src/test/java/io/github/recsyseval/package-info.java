/** Rules that hold for the whole program. */
@NullMarked
package io.github.recsyseval;

import org.jspecify.annotations.NullMarked;
