/** Tests of the metrics of all lists together, against hand arithmetic and a plain reimplementation. */
@NullMarked
package io.github.recsyseval.metric.catalogue;

import org.jspecify.annotations.NullMarked;
