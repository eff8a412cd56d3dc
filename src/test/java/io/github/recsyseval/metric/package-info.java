/** Tests of the metrics by name. */
@NullMarked
package io.github.recsyseval.metric;

import org.jspecify.annotations.NullMarked;
