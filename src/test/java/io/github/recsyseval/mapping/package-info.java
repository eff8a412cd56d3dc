/** Tests of the package of the same name. */
@NullMarked
package io.github.recsyseval.mapping;

import org.jspecify.annotations.NullMarked;
