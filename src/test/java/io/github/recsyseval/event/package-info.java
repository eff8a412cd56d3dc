/** Tests of the package of the same name. */
@NullMarked
package io.github.recsyseval.event;

import org.jspecify.annotations.NullMarked;
