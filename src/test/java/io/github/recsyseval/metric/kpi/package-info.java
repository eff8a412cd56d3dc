/** Tests of the figures by rank, against counting one by one. */
@NullMarked
package io.github.recsyseval.metric.kpi;

import org.jspecify.annotations.NullMarked;
