/** Tests of the package of the same name. */
@NullMarked
package io.github.recsyseval.rows;

import org.jspecify.annotations.NullMarked;
