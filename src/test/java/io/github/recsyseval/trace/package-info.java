@NullMarked
package io.github.recsyseval.trace;

import org.jspecify.annotations.NullMarked;
