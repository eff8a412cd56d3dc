/** How slices are named. */
@NullMarked
package io.github.recsyseval.slice;

import org.jspecify.annotations.NullMarked;
