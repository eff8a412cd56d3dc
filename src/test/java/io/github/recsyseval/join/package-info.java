/** Tests of the package of the same name. */
@NullMarked
package io.github.recsyseval.join;

import org.jspecify.annotations.NullMarked;
