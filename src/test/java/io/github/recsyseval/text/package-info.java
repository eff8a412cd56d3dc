/** Tests of words. */
@NullMarked
package io.github.recsyseval.text;

import org.jspecify.annotations.NullMarked;
