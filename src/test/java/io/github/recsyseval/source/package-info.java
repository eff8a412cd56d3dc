/** Tests of the package of the same name. */
@NullMarked
package io.github.recsyseval.source;

import org.jspecify.annotations.NullMarked;
