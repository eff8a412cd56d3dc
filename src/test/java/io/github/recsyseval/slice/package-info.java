/** Tests of the package of the same name. */
@NullMarked
package io.github.recsyseval.slice;

import org.jspecify.annotations.NullMarked;
